# Says which metrics a container shows, or a service's task on this node of a swarm.
# $2 container or service  $3 port  $4 path. Exit code 67: the service has no task here
container=$2
is_running "$container" || container=$(here "$2")
[ -n "$container" ] || exit 67
base=http://$(address_of "$container"):$3
# What counts requests appears with the first one, and probes are not counted.
curl -s -m 5 -o /dev/null "$base/" || true
# As Prometheus asks: some names differ between the two formats.
curl -sS -m 10 -f -H 'Accept: application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5,*/*;q=0.1' "$base$4"
