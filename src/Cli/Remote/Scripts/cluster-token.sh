# What a machine needs to join: on the channel only. $2 manager, worker, or auto: a manager until there are three
docker info -f '{{.Swarm.ControlAvailable}}' | grep -qx true || { echo "this machine is no manager of a swarm; make one with: ./benevoclic cluster init" >&2; exit 69; }
role=$2
managers=$(docker node ls --filter role=manager -q | wc -l)
[ "$role" != auto ] || { [ "$managers" -lt 3 ] && role=manager || role=worker; }
printf 'role\t%s\nswarm\t%s\naddress\t%s:2377\ntoken\t%s\n' "$role" "$(docker info -f '{{.Swarm.Cluster.ID}}')" \
  "$(docker info -f '{{.Swarm.NodeAddr}}')" "$(docker swarm join-token -q "$role")"
