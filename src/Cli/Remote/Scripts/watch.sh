# Asks the engine, and Prometheus where there is one, how a release is doing: one fact a line.
# $2 journal line or nothing  $3 service  $4… queries
[ -z "$2" ] || enter "$2" "$3"
printf 'container\t%s\n' "$(docker inspect -f '{{.State.Running}} {{.RestartCount}}' "benevoclic-$3" 2>/dev/null || echo 'false 0')"
is_running benevoclic-prometheus || exit 0
address=$(address_of benevoclic-prometheus)
for query in "${@:4}"; do
  printf 'answer\t%s\n' "$(curl -s -m 2 -G --data-urlencode "query=$query" "http://$address:9090/api/v1/query")"
done
