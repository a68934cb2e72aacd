# Says which metrics a container shows, or a service's tasks on a swarm.
# $2 container or service  $3 port  $4 path. Exit code 67: nobody here reaches the service
# As Prometheus asks: some names differ between the two formats.
accept='Accept: application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5,*/*;q=0.1'
container=$2
docker container inspect "$2" >/dev/null 2>&1 || container=$(here "$2")
if [ -n "$container" ]; then
  base=http://$(address_of "$container"):$3
  # What counts requests appears with the first one, and probes are not counted.
  curl -s -m 5 -o /dev/null "$base/" || true
  curl -sS -m 10 -f -H "$accept" "$base$4" || {
    code=$?
    # It may have ended since it was found to be healthy.
    cause "$container" >&2
    exit "$code"
  }
else
  # All of them run on other nodes; the proxy is on each, and reaches them.
  proxy=$(here proxy)
  [ -n "$proxy" ] || exit 67
  docker exec "$proxy" sh -c 'wget -q -T 5 -O /dev/null "$1/"; exec wget -q -T 10 -O - --header "$2" "$1$3"' sh "http://benevoclic-$2:$3" "$accept" "$4"
fi
