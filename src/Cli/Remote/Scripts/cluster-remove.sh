# Forgets a node that has left, or is dead. $2 id  $3 seconds to wait until it is seen to be away
end=$((SECONDS + $3))
while [ "$SECONDS" -lt "$end" ]; do
  ! docker node rm "$2" >/dev/null 2>&1 || exit 0
  sleep 1
done
docker node rm --force "$2" >/dev/null
