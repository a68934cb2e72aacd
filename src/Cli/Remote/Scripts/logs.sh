# The last lines of containers, and the moment before which they were written. $2 how many of each  $3…: services
printf 'now\t%s\n' "$(date -u +%Y-%m-%dT%H:%M:%S.%NZ)"
for service in "${@:3}"; do
  docker logs --timestamps --tail "$2" "benevoclic-$service" 2>&1 | sed "s/^/$service\t/" || true
done
