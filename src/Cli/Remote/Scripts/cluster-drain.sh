# Takes a node's work away and waits until others do it. $2 journal line  $3 id, name or address of the node  $4 seconds
node=
for id in $(docker node ls -q); do
  case $3 in
    "$(docker node inspect -f '{{.ID}}' "$id")" | "$(docker node inspect -f '{{.Description.Hostname}}' "$id")" | "$(docker node inspect -f '{{.Status.Addr}}' "$id")") node=$id ;;
  esac
done
[ -n "$node" ] || { echo "none"; exit 0; }
if [ "$(docker node inspect -f '{{with index .Spec.Labels "benevoclic.data"}}{{.}}{{end}}' "$node")" = yes ]; then
  echo "it keeps the data of Prometheus, Alertmanager, the relay and Grafana; give them another node first, docs/SCALING.md says how"
  exit 68
fi
if [ "$(docker node inspect -f '{{.ID}}' self)" = "$(docker node inspect -f '{{.ID}}' "$node")" ]; then
  echo "it is the manager that we talk to; choose another one as host: in benevoclic.yaml first"
  exit 68
fi
note "$2"
# What was late before is not so because of us.
before=$(late)
docker node update --availability drain "$node" >/dev/null
state=$(docker node inspect -f '{{.Status.State}}' "$node")
end=$((SECONDS + $4))
# What ran there runs elsewhere; what runs on every node has nowhere to go, and ends. A dead one cannot say what has ended on it.
while
  left=$(late | grep -vxF "${before:-none}" || true)
  [ "$state" != ready ] || left+=$(docker node ps --format '{{.Name}}: {{.CurrentState}}' "$node" | grep ': Running' || true)
  [ -n "$left" ]
do
  if [ "$SECONDS" -ge "$end" ]; then
    [ "$state" = ready ] || break
    printf 'after %s s its work is not done elsewhere yet; it takes no more, and stays in the swarm until this is typed again:\n%s\n' "$4" "$left"
    exit 1
  fi
  sleep 0.5
done
[ "$(docker node inspect -f '{{.Spec.Role}}' "$node")" = worker ] || docker node demote "$node" >/dev/null
printf 'node\t%s\t%s\n' "$(docker node inspect -f '{{.ID}}' "$node")" "$(docker node inspect -f '{{.Status.State}}' "$node")"
