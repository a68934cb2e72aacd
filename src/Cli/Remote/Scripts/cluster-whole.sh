# Waits until a node that has joined takes work, and all that should run there does; says what is late. $2 id  $3 seconds
end=$((SECONDS + $3))
while [ "$(docker node inspect -f '{{.Status.State}}' "$2" 2>/dev/null)" != ready ] || [ -n "$(late)" ]; do
  [ "$SECONDS" -lt "$end" ] || { late; exit 0; }
  sleep 0.5
done
