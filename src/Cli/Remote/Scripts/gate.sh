# Waits until a release answers three times in a row, and gives up as soon as it cannot any more.
# $2 journal line  $3 service  $4 release  $5 container  $6 port  $7 path  $8 seconds  $9 yes when the answer names its release
note "$2"
release=$4 container=$5 url=$7 limit=$8
good=0 answer="no answer yet" deadline=$((SECONDS + limit))

tell() {
  echo "$1"
  echo "last answer: $answer"
  docker logs --tail 15 "$container" 2>&1 | sed 's/^/  | /'
  exit "$2"
}

while :; do
  read -r status restarts oom code < <(docker inspect -f '{{.State.Status}} {{.RestartCount}} {{.State.OOMKilled}} {{.State.ExitCode}}' "$container")
  [ "$oom" = false ] || tell "ran out of memory" 71
  if [ "$status" != running ] || [ "$restarts" != 0 ]; then
    tell "ended with exit code $code" 71
  fi
  if headers=$(curl -s -m 2 -o /dev/null -D - "http://$(address_of "$container"):$6$url" | tr -d '\r'); then
    answer=$(head -n 1 <<<"$headers")
    named=$(sed -n 's/^x-benevoclic-release: //Ip' <<<"$headers")
    case $answer in
      HTTP/*\ 2*)
        if [ "$9" = yes ] && [ "$named" != "$release" ]; then
          answer="$answer, naming the release \"$named\""
          tell "answers as another release" 72
        fi
        good=$((good + 1))
        [ "$good" -lt 3 ] || exit 0
        ;;
      *) good=0 ;;
    esac
  else
    good=0
  fi
  [ "$SECONDS" -lt "$deadline" ] || tell "did not become healthy within $limit s" 73
  sleep 0.2
done
