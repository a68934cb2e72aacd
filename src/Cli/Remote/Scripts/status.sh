# Says how services do, one fact a line, its parts separated by tabs. $2…: services, each as name=port=path of its probe.
need_engine
activity
printf 'now\t%s\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)"

probe() { # service port path
  local address
  address=$(address_of "benevoclic-$1")
  printf 'probe\t%s\t%s\n' "$1" "$(curl -s -m 3 -o /dev/null -w '%{http_code}' "http://${address:-127.0.0.1}:$2$3" || true)"
}

running=()
for words in "${@:2}"; do
  IFS='=' read -r service port path <<<"$words"
  [ ! -e "$folder/services/$service/current" ] || printf 'deployed\t%s\t%s\n' "$service" "$(cat "$folder/services/$service/current")"
  docker inspect -f "container{{\"\\t\"}}$service{{\"\\t\"}}{{.State.Status}}{{\"\\t\"}}{{.State.StartedAt}}{{\"\\t\"}}{{.RestartCount}}{{\"\\t\"}}{{.State.ExitCode}}{{\"\\t\"}}{{with index .Config.Labels \"benevoclic.release\"}}{{.}}{{end}}" \
    "benevoclic-$service" 2>/dev/null || continue
  if is_running "benevoclic-$service"; then
    running+=("benevoclic-$service")
    probe "$service" "$port" "$path" &
  fi
done
# It measures for a second, while the probes run.
if [ "${#running[@]}" != 0 ]; then
  docker stats --no-stream --format 'stats{{"\t"}}{{.Name}}{{"\t"}}{{.CPUPerc}}{{"\t"}}{{.MemUsage}}' "${running[@]}" || true
fi
wait
