# Says what is on the swarm, as facts.sh does of one machine. $2…: services, each as name=image.
[ -d "$folder" ] || exit 0
need_engine
folder_facts

# What facts.sh asks of a container, of the service that starts it: what it should be is its labels, how many it is its mode.
service() { # service
  docker service inspect -f "container{{\"\\t\"}}$1{{\"\\t\"}}{\"Id\":{{json .ID}},\"Config\":{\"Labels\":{{json .Spec.Labels}}},\"State\":{\"Running\":true,\"StartedAt\":{{json .UpdatedAt}}},\"RestartCount\":0,\"Replicas\":{{if .Spec.Mode.Replicated}}{{.Spec.Mode.Replicated.Replicas}}{{else}}1{{end}}}" \
    "benevoclic_$1" 2>/dev/null || true
}

[ "$(docker info -f '{{.Swarm.ControlAvailable}}')" = true ] ||
  { echo "this machine is no manager of a swarm; make one with: ./benevoclic cluster init" >&2; exit 69; }
for pair in "${@:2}"; do
  image "${pair%%=*}" "${pair#*=}" &
  service "${pair%%=*}" &
done
wait
for pair in "${@:2}"; do
  printf 'service\t%s\n' "${pair%%=*}"
  release "${pair%%=*}"
done
