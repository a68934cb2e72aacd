# Says to the service that hands alerts to people what a deploy is doing, if it is there to hear it. Never fails, and never takes long.
# $2 that service  $3 its port  $4 what is said
container=$(here "$2")
if is_running "$container"; then
  # Left to itself: the deploy does not wait for the answer.
  setsid -f curl -s -m 5 -o /dev/null -H 'Content-Type: application/json' --data-binary "$4" "http://$(address_of "$container"):$3/deploys" >/dev/null 2>&1 </dev/null || true
fi
