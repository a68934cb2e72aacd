# What a machine needs to join: on the channel only. $2 manager, worker, or auto: a manager until there are three
need_manager
role=$2
managers=$(docker node ls --filter role=manager -q | wc -l)
[ "$role" != auto ] || { [ "$managers" -lt 3 ] && role=manager || role=worker; }
printf 'role\t%s\nswarm\t%s\naddress\t%s:2377\ntoken\t%s\n' "$role" "$(docker info -f '{{.Swarm.Cluster.ID}}')" \
  "$(docker info -f '{{.Swarm.NodeAddr}}')" "$(docker swarm join-token -q "$role")"
