# Asks Swarm, and Prometheus where there is one, how a release is doing, in the words of watch.sh.
# $2 journal line or nothing  $3 service  $4 port  $5 path of its probe  $6… queries
[ -z "$2" ] || enter "$2" "$3"
failed=$(docker service ps --no-trunc --format '{{.CurrentState}} {{.Error}}' --filter desired-state=shutdown "benevoclic_$3" | grep -c "^Failed .*seconds ago" || true)
[ "$(grep -c '^running ' <<<"$(tasks_of "$3")" || true)" = "$(wanted_of "$3")" ] && running=true || running=false
printf 'container\t%s %s\n' "$running" "$failed"
# From inside the network, where every name is known: the proxy's container on this node.
inside=$(docker ps -q --filter label=com.docker.swarm.service.name=benevoclic_proxy | head -n 1)
[ -n "$inside" ] || exit 0
for query in "${@:6}"; do
  query=$(printf '%s' "$query" | od -An -vtx1 | tr -d '\n' | tr ' ' '%')
  printf 'answer\t%s\n' "$(docker exec "$inside" wget -q -T 2 -O - "http://benevoclic-prometheus:9090/api/v1/query?query=$query" 2>/dev/null || true)"
done
