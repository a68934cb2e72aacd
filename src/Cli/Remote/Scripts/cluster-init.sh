# Makes this machine the first manager of a swarm, with the data. Changes nothing where it is one. $2 journal line  $3 address for the others, or nothing
mkdir -p "$folder"
case $(docker info -f '{{.Swarm.LocalNodeState}} {{.Swarm.ControlAvailable}}') in
  'active true') ;;
  active*) echo "this machine is a worker of a swarm already; only a manager can be deployed to"; exit 68 ;;
  *)
    # What it prints holds a token.
    docker swarm init ${3:+--advertise-addr "$3"} >/dev/null
    note "$2"
    echo changed
    ;;
esac
if [ -z "$(docker node ls -q | xargs docker node inspect -f '{{with index .Spec.Labels "benevoclic.data"}}{{.}}{{end}}' | grep . || true)" ]; then
  docker node update --label-add benevoclic.data=yes "$(docker node inspect -f "{{.ID}}" self)" >/dev/null
fi
scope=$(docker network inspect -f '{{.Scope}}' benevoclic-network 2>/dev/null || true)
case $scope in
  swarm) ;;
  '') docker network create --driver overlay --attachable benevoclic-network >/dev/null ;;
  *) echo "here is a benevoclic-network of one machine, with services on it; docs/SCALING.md says how to move them"; exit 68 ;;
esac
