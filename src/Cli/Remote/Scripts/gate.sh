# Waits until a release answers some times in a row, and gives up as soon as it cannot any more.
# $2 journal line  $3 service  $4 release  $5 container  $6 port  $7 path  $8 seconds  $9 yes when the answer names its release  ${10} how many times
# ${11} how often the engine had started it again before
enter "$2" "$3"
release=$4 container=$5 port=$6 url=$7 limit=$8 known=${11}
good=0 answer="no answer yet" deadline=$((SECONDS + limit))

tell() {
  echo "$1"
  echo "asked: curl http://$(address_of "$container"):$port$url"
  echo "last answer: $answer"
  docker logs --tail 15 "$container" 2>&1 | sed 's/^/  | /'
  exit "$2"
}

# The address, when it has run without an end since this step began; otherwise why it never will answer.
look() {
  local status restarts oom why
  read -r status restarts oom address _ < <(docker inspect \
    -f '{{.State.Status}} {{.RestartCount}} {{.State.OOMKilled}} {{range .NetworkSettings.Networks}}{{.IPAddress}} {{end}}' "$container")
  # What ended its earlier lives is not what this release did.
  if [ "$status" != running ] || [ "$restarts" != "$known" ] || { [ "$known" = 0 ] && [ "$oom" != false ]; }; then
    why=$(cause "$container")
    tell "${why:-does not run: its status is $status}" 71
  fi
}

look
while :; do
  if headers=$(curl -s -m 2 -o /dev/null -D - "http://$address:$port$url" | tr -d '\r'); then
    answer=$(head -n 1 <<<"$headers")
    named=$(sed -n 's/^x-benevoclic-release: //Ip' <<<"$headers")
    case $answer in
      HTTP/*\ 2*)
        if [ "$9" = yes ] && [ "$named" != "$release" ]; then
          answer="$answer, naming the release \"$named\""
          tell "answers as another release" 72
        fi
        good=$((good + 1))
        # One that ends again and again answers too, now and then.
        [ "$good" -lt "${10}" ] || { look; exit 0; }
        continue
        ;;
    esac
  fi
  good=0
  [ "$SECONDS" -lt "$deadline" ] || tell "did not become healthy within $limit s" 73
  sleep 0.05
  look
done
