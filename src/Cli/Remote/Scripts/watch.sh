# Asks the engine, and Prometheus where there is one, how a release is doing: one fact a line.
# $2 journal line or nothing  $3 service  $4 port  $5 path of its probe  $6… queries
[ -z "$2" ] || enter "$2" "$3"
printf 'container\t%s\n' "$(docker inspect -f '{{.State.Running}} {{.RestartCount}}' "benevoclic-$3" 2>/dev/null || echo 'false 0')"
# Three tries: one answer that is late is no verdict.
for _ in 1 2 3; do
  status=$(curl -s -m 2 -o /dev/null -w '%{http_code}' "http://$(address_of "benevoclic-$3"):$4$5" || true)
  case $status in 2*) break ;; esac
  sleep 0.5
done
printf 'probe\t%s\n' "$status"
is_running benevoclic-prometheus || exit 0
address=$(address_of benevoclic-prometheus)
for query in "${@:6}"; do
  printf 'answer\t%s\n' "$(curl -s -m 2 -G --data-urlencode "query=$query" "http://$address:9090/api/v1/query")"
done
