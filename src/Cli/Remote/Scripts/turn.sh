# Starts, stops or restarts the container of a service, and waits until it answers.
# $2 start, stop or restart  $3 service  $4 port  $5 path of the probe  $6 seconds it may take to end  $7 seconds it may take to start
container=benevoclic-$3
if ! docker inspect "$container" >/dev/null 2>&1; then
  echo "$3 is not on this host"
  exit 67
fi
answer="no answer yet" deadline=$((SECONDS + $6 + $7))
case $2 in
  stop) docker stop -t "$6" "$container" >/dev/null; exit 0 ;;
  restart) docker restart -t "$6" "$container" >/dev/null ;;
  start) docker start "$container" >/dev/null ;;
esac

tell() {
  echo "$1"
  docker logs --tail 15 "$container" 2>&1 | sed 's/^/  | /'
  exit 1
}

restarts=$(docker inspect -f '{{.RestartCount}}' "$container")
while :; do
  read -r status again code < <(docker inspect -f '{{.State.Status}} {{.RestartCount}} {{.State.ExitCode}}' "$container")
  if [ "$status" != running ] || [ "$again" != "$restarts" ]; then
    tell "ended with exit code $code"
  fi
  address=$(address_of "$container")
  answer=$(curl -s -m 2 -o /dev/null -w '%{http_code}' "http://${address:-127.0.0.1}:$4$5" || true)
  case $answer in 2??) exit 0 ;; esac
  [ "$SECONDS" -lt "$deadline" ] || tell "does not answer: $5 gave $answer"
  sleep 0.2
done
