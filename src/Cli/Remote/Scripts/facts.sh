# Says what is on the host, one fact a line, its parts separated by tabs. $2…: services, each as name=image.
[ -d "$folder" ] || exit 0
[ -s "$folder/key" ] || (umask 077 && head -c 32 /dev/urandom | od -An -vtx1 | tr -d ' \n' >"$folder/key")
printf 'key\t%s\n' "$(cat "$folder/key")"
[ ! -e "$folder/frozen" ] || printf 'frozen\t%s\n' "$(cat "$folder/frozen")"
if [ -e "$folder/journal.jsonl" ]; then
  tail -n 500 "$folder/journal.jsonl" | sed 's/^/journal\t/'
fi
for pair in "${@:2}"; do
  service=${pair%%=*} image=${pair#*=} own=$folder/services/${pair%%=*}
  printf 'service\t%s\n' "$service"
  if docker inspect "benevoclic-$service" >/dev/null 2>&1; then
    printf 'container\t%s\t%s\n' "$service" "$(docker inspect -f '{{json .}}' "benevoclic-$service")"
  fi
  if digest=$(docker image inspect -f '{{if .RepoDigests}}{{index .RepoDigests 0}}{{else}}{{.Id}}{{end}}' "$image" 2>/dev/null); then
    printf 'image\t%s\t%s\n' "$service" "$digest"
  fi
  [ -e "$own/current" ] || continue
  release=$(cat "$own/current")
  printf 'release\t%s\t%s\n' "$service" "$(cat "$own/releases/$release/release.json")"
  mounted=$own/live
  [ -d "$mounted" ] || mounted=$own/releases/$release/files
  if [ -d "$mounted" ]; then
    (cd "$mounted" && find . -type f -exec sha256sum {} +) | sed -E "s|^([0-9a-f]+) [ *]\./(.*)|file\t$service\t\2\t\1|"
  fi
done
