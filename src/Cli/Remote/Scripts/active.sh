# Says what a service's process really runs: one fact a line, its parts separated by tabs, texts in base64.
# $2 service  $3 release  $4 port  $5 where the files are mounted in the container  $6… HTTP paths to ask
# Says nothing when it runs on another node of a swarm.
own=$folder/services/$2 files=$folder/services/$2/releases/$3/files
container=$(here "$2")
[ -n "$container" ] || exit 0
mounted=$files
[ ! -e "$own/releases/$3/mounts-live" ] || mounted=$own/live
base=http://$(address_of "$container"):$4 deadline=$((SECONDS + 60))

# After a start it may still be reading its data, and answers 503 till then.
ask() { # path
  until curl -sS -m 10 -f "$base$1"; do
    if ! is_running "$container" || [ "$SECONDS" -ge "$deadline" ]; then
      echo "$1 gives no answer" >&2
      return 73
    fi
    sleep 0.2
  done
}

(cd "$files" && find . -type f -printf '%P\n') | while read -r path; do
  printf 'file\t%s\t%s\n' "$path" "$(base64 -w 0 "$files/$path")"
done
printf 'changed\t-\t%s\n' "$(find "$mounted" -printf '%C@\n' | sort -n | tail -n 1)"
# Its image may be without a shell; then the answers alone have to do.
if seen=$(docker exec "$container" sh -c 'cd "$1" && find . -type f -exec sha256sum {} +' sh "$5" 2>/dev/null); then
  sed -E 's|^([0-9a-f]+) [ *]\./(.*)|seen\t\2\t\1|' <<<"$seen"
fi
for path in "${@:6}"; do
  answer=$(ask "$path" | base64 -w 0)
  printf 'answer\t%s\t%s\n' "$path" "$answer"
done
metrics=$(ask /metrics)
sed -nE 's/^([a-z]+_config_[a-z_]+) (.*)$/metric\t\1\t\2/p' <<<"$metrics"
