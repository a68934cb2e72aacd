# Says how the swarm's services and nodes do, one fact a line, its parts separated by tabs. $2…: services
activity
docker node ls --format 'node{{"\t"}}{{.Hostname}}{{"\t"}}{{.Status}}{{"\t"}}{{.Availability}}{{"\t"}}{{.ManagerStatus}}'
for service in "${@:2}"; do
  [ ! -e "$folder/services/$service/current" ] || printf 'deployed\t%s\t%s\n' "$service" "$(cat "$folder/services/$service/current")"
  docker service inspect "benevoclic_$service" >/dev/null 2>&1 || continue
  printf 'service\t%s\t%s\t%s\t%s\n' "$service" "$(wanted_of "$service")" "$(update_of "$service")" \
    "$(docker service inspect -f '{{index .Spec.Labels "benevoclic.release"}}' "benevoclic_$service")"
  docker service ps --no-trunc --filter desired-state=running --format "task{{\"\\t\"}}$service{{\"\\t\"}}{{.Node}}{{\"\\t\"}}{{.CurrentState}}{{\"\\t\"}}{{.Error}}" "benevoclic_$service"
done
