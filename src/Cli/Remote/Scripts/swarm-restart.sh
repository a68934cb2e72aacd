# Replaces a service's tasks by new ones of the same release, as an update does. $2 service  $3 seconds it may take
docker service inspect "benevoclic_$2" >/dev/null 2>&1 || exit 67
docker service update --force --detach "benevoclic_$2" >/dev/null
end=$((SECONDS + $3))
while [ "$SECONDS" -lt "$end" ]; do
  states=$(tasks_of "$2")
  if [ "$(update_of "$2")" = completed ] && [ "$(grep -c '^running ' <<<"$states" || true)" = "$(wanted_of "$2")" ]; then
    exit 0
  fi
  sleep 0.5
done
echo "not every task was healthy within $3 s, or Swarm rolled back"
why "$2"
exit 1
