# The last lines of services, and the moment before which they were written. $2 how many of each  $3…: services
printf 'now\t%s\n' "$(date -u +%Y-%m-%dT%H:%M:%S.%NZ)"
for service in "${@:3}"; do
  # "2026-11-28T07:00:00.123456789Z benevoclic_api.1.abc@node1    | text"
  timeout 20 docker service logs --timestamps --tail "$2" "benevoclic_$service" 2>&1 |
    sed -nE "s/^([0-9TZ:.-]+) benevoclic_$service\.([^.]*)\.[^@]*@([^ ]+) *\| ?/$service\t\1 \2@\3 /p" || true
done
