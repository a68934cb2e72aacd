# One line for each node: name, state, availability, role, address, data or not, engine, bytes of memory, tasks that run.
need_manager
for node in $(docker node ls -q); do
  printf '%s\t%s\n' "$(docker node inspect -f '{{.Description.Hostname}}{{"\t"}}{{.Status.State}}{{"\t"}}{{.Spec.Availability}}{{"\t"}}{{if .ManagerStatus}}{{if .ManagerStatus.Leader}}leader{{else}}{{.ManagerStatus.Reachability}}{{end}}{{else}}worker{{end}}{{"\t"}}{{.Status.Addr}}{{"\t"}}{{with index .Spec.Labels "benevoclic.data"}}{{.}}{{end}}{{"\t"}}{{.Description.Engine.EngineVersion}}{{"\t"}}{{.Description.Resources.MemoryBytes}}' "$node")" \
    "$(docker node ps --filter desired-state=running "$node" 2>/dev/null | tail -n +2 | grep -c ' Running ' || true)"
done
