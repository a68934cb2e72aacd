# Says what is on the host, one fact a line, its parts separated by tabs. $2…: services, each as name=image.
[ -d "$folder" ] || exit 0
[ -s "$folder/key" ] || (umask 077 && head -c 32 /dev/urandom | od -An -vtx1 | tr -d ' \n' >"$folder/key")
printf 'key\t%s\n' "$(cat "$folder/key")"
[ ! -e "$folder/frozen" ] || printf 'frozen\t%s\n' "$(cat "$folder/frozen")"
if [ -e "$folder/journal.jsonl" ]; then
  tail -n 500 "$folder/journal.jsonl" | sed 's/^/journal\t/'
fi

image() { # service image
  local digest
  digest=$(docker image inspect -f '{{if .RepoDigests}}{{index .RepoDigests 0}}{{else}}{{.Id}}{{end}}' "$2" 2>/dev/null) || return 0
  printf 'image\t%s\t%s\n' "$1" "$digest"
}

release() { # service
  local own=$folder/services/$1 mounted=$folder/services/$1/live current
  [ -e "$own/current" ] || return 0
  current=$(cat "$own/current")
  printf 'release\t%s\t%s\n' "$1" "$(cat "$own/releases/$current/release.json")"
  [ -d "$mounted" ] || mounted=$own/releases/$current/files
  if [ -d "$mounted" ]; then
    (cd "$mounted" && find . -type f -exec sha256sum {} +) | sed -E "s|^([0-9a-f]+) [ *]\./(.*)|file\t$1\t\2\t\1|"
  fi
}

# Docker's client takes longer to start than to answer. Images are asked for at the same time, for an answer does not say by which name
# it was asked; containers in one question, which leaves out those that are not there.
pairs=("${@:2}")
for pair in "${pairs[@]}"; do
  image "${pair%%=*}" "${pair#*=}" &
done
wait
names=("${pairs[@]%%=*}")
docker inspect --type container -f 'container{{"\t"}}{{slice .Name 12}}{{"\t"}}{{json .}}' "${names[@]/#/benevoclic-}" 2>/dev/null || true
for name in "${names[@]}"; do
  printf 'service\t%s\n' "$name"
  release "$name"
done
