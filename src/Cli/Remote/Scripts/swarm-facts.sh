# Says what is on the swarm, as facts.sh does of one machine. $2…: services, each as name=image.
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
  local own=$folder/services/$1 current
  [ -e "$own/current" ] || return 0
  current=$(cat "$own/current")
  printf 'release\t%s\t%s\n' "$1" "$(cat "$own/releases/$current/release.json")"
  if [ -d "$own/releases/$current/files" ]; then
    (cd "$own/releases/$current/files" && find . -type f -exec sha256sum {} +) | sed -E "s|^([0-9a-f]+) [ *]\./(.*)|file\t$1\t\2\t\1|"
  fi
}

# What facts.sh asks of a container, of the service that starts it: what it should be is its labels, how many it is its mode.
service() { # service
  docker service inspect -f "container{{\"\\t\"}}$1{{\"\\t\"}}{\"Id\":{{json .ID}},\"Config\":{\"Labels\":{{json .Spec.Labels}}},\"State\":{\"Running\":true,\"StartedAt\":{{json .UpdatedAt}}},\"RestartCount\":0,\"Replicas\":{{if .Spec.Mode.Replicated}}{{.Spec.Mode.Replicated.Replicas}}{{else}}1{{end}}}" \
    "benevoclic_$1" 2>/dev/null || true
}

[ "$(docker info -f '{{.Swarm.ControlAvailable}}')" = true ] ||
  { echo "this machine is no manager of a swarm; make one with: ./benevoclic cluster init" >&2; exit 69; }
for pair in "${@:2}"; do
  image "${pair%%=*}" "${pair#*=}" &
  service "${pair%%=*}" &
done
wait
for pair in "${@:2}"; do
  printf 'service\t%s\n' "${pair%%=*}"
  release "${pair%%=*}"
done
