# What the scripts about a swarm's machines share.

# Ends where this machine decides nothing.
need_manager() {
  docker info -f '{{.Swarm.ControlAvailable}}' | grep -qx true || { echo "this machine is no manager of a swarm; make one with: ./benevoclic cluster init" >&2; exit 69; }
}

# Services that do not run as often as they should, each a line. What runs on every node has to be on all that take work.
late() {
  local nodes name wanted run
  nodes=$(docker node ls --format '{{.Status}} {{.Availability}}' | grep -cx 'Ready Active' || true)
  docker service ls --format '{{.Name}}' | while read -r name; do
    wanted=$(docker service inspect -f '{{if .Spec.Mode.Replicated}}{{.Spec.Mode.Replicated.Replicas}}{{end}}' "$name" 2>/dev/null) || continue
    run=$(docker service ps --filter desired-state=running --format '{{.CurrentState}}' "$name" | grep -c '^Running' || true)
    [ "$run" -ge "${wanted:-$nodes}" ] || echo "${name#benevoclic_}: $run of ${wanted:-$nodes} run"
  done
}
