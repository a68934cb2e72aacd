# What every script begins with. $1 is our folder on the host.
set -Eeuo pipefail
# As it is written, with the names of variables and not their values.
trap 'echo "the command that failed: $BASH_COMMAND" >&2' ERR
umask 022
# Where Debian has dockerd and ip, and looks only for root.
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin
folder=$1

# Appends a line to the journal, and sees it on the disk before anything follows it.
note() {
  # A full disk may have cut the line before.
  if [ -n "$(tail -c 1 "$folder/journal.jsonl" 2>/dev/null)" ]; then
    echo >>"$folder/journal.jsonl"
  fi
  printf '%s\n' "$1" >>"$folder/journal.jsonl"
  sync -d "$folder/journal.jsonl"
}

# The last state that a deploy entered for a service; empty when there is none.
last_state() { # service deploy
  { grep -F "\"deploy\":\"$2\"" "$folder/journal.jsonl" | grep -F "\"service\":\"$1\"" || true; } |
    sed -n '$s/.*"state":"\([a-z]*\)".*/\1/p'
}

# Whether the host can be deployed to: who froze it, who has the deploy lock, and the end of the journal.
activity() {
  [ ! -e "$folder/frozen" ] || printf 'frozen\t%s\n' "$(cat "$folder/frozen")"
  # Shared, so that two who look do not take each other for somebody at work.
  [ ! -e "$folder/lock" ] || flock -s -n "$folder/lock" true ||
    printf 'busy\t%s\n' "$(cat "$folder/lock.holder" 2>/dev/null || true)"
  # Also of a line that a full disk has cut, each ends here.
  [ ! -e "$folder/journal.jsonl" ] || tail -n 500 "$folder/journal.jsonl" | awk '{ print "journal\t" $0 }'
}

# Waits until nobody else works on the host, and can be told to end.
alone() {
  exec 8>>"$folder/step"
  flock -w 60 8 || { echo "another step is still at work on the host"; exit 76; }
  # After the command that runs now, which is not broken off.
  trap 'exit 143' TERM
  # A full disk must not keep anybody from making room.
  echo $$ >"$folder/step.pid" || true
}

# Ends the step of a deploy that the host has undone: a frozen client that wakes up must not go on.
need_ours() { # journal line, service
  local deploy=${1#*\"deploy\":\"}
  deploy=${deploy%%\"*}
  case $(last_state "$2" "$deploy") in
    undoing | undone | stuck) echo "the host has undone this release by itself: it had not heard from us for a while"; exit 76 ;;
  esac
}

# Begins a step: one at a time, and none once the host has taken over.
enter() { # journal line, service
  alone
  need_ours "$@"
  note "$1"
}

# Ends the step of a client that is not there any more, and waits until what it began has ended.
take_over() {
  local pid
  exec 8>>"$folder/step"
  for _ in $(seq 200); do
    ! flock -n 8 || return 0
    pid=$(cat "$folder/step.pid" 2>/dev/null) || pid=none
    if [ "/proc/$pid/fd/8" -ef "$folder/step" ]; then
      kill "$pid" || true
    fi
    sleep 0.2
  done
}

# Ends with words where Docker does not answer: all that was deployed would look as if somebody had removed it by hand.
need_engine() {
  local said
  compgen -G "$folder/services/*/current" >/dev/null || return 0
  said=$(docker version -f '{{.Server.Version}}' 2>&1) || { echo "Docker does not answer there: $(tail -n 1 <<<"$said")" >&2; exit 69; }
}

# Runs a command that must come to its end, whoever is told to end meanwhile.
steady() {
  setsid --wait "$@"
}

# The id of the container of a release; empty when there is none. The release "hand" is a container that no deploy made.
container_of() { # service release
  if [ "$2" = hand ]; then
    docker ps -a --no-trunc --filter "name=^/?benevoclic-$1(-hand)?$" --format '{{.ID}} {{.Label "benevoclic.release"}}' |
      sed -n '1s/^\([^ ]*\) *$/\1/p'
    return
  fi
  docker ps -aq --no-trunc --filter "label=benevoclic.service=$1" --filter "label=benevoclic.release=$2" | head -n 1
}

# The container that has the service's name gives it back.
keep() { # service release
  [ "$2" != hand ] || docker rm -f "benevoclic-$1-hand" >/dev/null 2>&1 || true
  docker rename "benevoclic-$1" "benevoclic-$1-$2"
}

# A service's container on this machine: the one with its name, or on a swarm one of its tasks; empty when there is none.
here() { # service
  if docker container inspect "benevoclic-$1" >/dev/null 2>&1; then
    echo "benevoclic-$1"
  else
    docker ps -q --no-trunc --filter "label=com.docker.swarm.service.name=benevoclic_$1" | head -n 1
  fi
}

# Where a container answers, as seen from the host. The network of a swarm's tasks cannot be reached from there; the bridge by which they
# reach the world can.
address_of() { # container
  local id task address
  IFS=$'\t' read -r id task address < <(docker inspect -f '{{.Id}}{{"\t"}}{{with index .Config.Labels "com.docker.swarm.task.id"}}{{.}}{{else}}-{{end}}{{"\t"}}{{range .NetworkSettings.Networks}}{{.IPAddress}} {{end}}' "$1")
  if [ "$task" = - ]; then
    echo "${address%% *}"
  else
    docker network inspect -f "{{with index .Containers \"$id\"}}{{.IPv4Address}}{{end}}" docker_gwbridge | cut -d / -f 1
  fi
}

is_running() { # container
  [ "$(docker inspect -f '{{.State.Running}}' "$1" 2>/dev/null)" = true ]
}

# Says where the proxy sends a service's requests: by the name of the one file in a folder that it looks into at each request, which
# closes no connection. The new name is there before the old one goes: between them a request would find none.
route() { # service release port
  local own=$folder/proxy/$1 next=$1-$2:$3
  # Nobody else answers for a container that was made by hand: the proxy finds it by the service's name.
  [ "$2" != hand ] || next=
  # The proxy's container may not look past the mode of a folder that is not its own.
  (umask 022 && mkdir -p "$own" && { [ -z "$next" ] || : >"$own/$next"; })
  find "$own" -type f ! -name "$next" -delete
}

# Has a running service read its files again. How is `POST path` or `EXEC words…`.
reload() { # service port how…
  case $3 in
    POST) curl -sS -m 20 -f -X POST "http://$(address_of "benevoclic-$1"):$2$4" ;;
    EXEC) docker exec "benevoclic-$1" "${@:4}" 2>&1 ;;
  esac
}

# Why a container ended; empty when it did not. The engine starts it again and forgets why; its events remember. The first end counts: later
# ones may follow from it.
cause() { # container
  local events code limit
  events=$(docker events --since 10m --until "$(date +%s.%N)" --filter "container=$1" --filter event=oom --filter event=die \
    --format '{{.Action}} {{index .Actor.Attributes "exitCode"}}')
  code=$(sed -n 's/^die //p' <<<"$events" | head -n 1)
  limit="its limit is $(($(docker inspect -f '{{.HostConfig.Memory}}' "$1") / 1048576)) MiB"
  case $events/$code in
    *oom*) echo "ran out of memory: $limit" ;;
    # The engine often learns too late who killed it.
    */137) echo "was killed (exit code 137), as the kernel does with what runs out of memory: $limit" ;;
    */?*) echo "ended with exit code $code" ;;
  esac
}

# Makes a mounted folder hold exactly the files of a release, each replaced by a rename, so that no reader sees half of one.
publish() { # service release
  local from=$folder/services/$1/releases/$2/files to=$folder/services/$1/live path
  mkdir -p "$to"
  (cd "$from" && find . -type f) | while read -r path; do
    mkdir -p "$to/$(dirname "$path")"
    cmp -s "$from/$path" "$to/$path" && continue
    cp -p "$from/$path" "$to/$path.new"
    mv "$to/$path.new" "$to/$path"
  done
  (cd "$to" && find . -type f) | while read -r path; do
    [ -e "$from/$path" ] || rm -f "$to/$path"
  done
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

# The folder of the host that a service's container has at a path; empty when it has none there.
data_of() { # service path
  docker inspect -f "{{range .Mounts}}{{if eq .Destination \"$2\"}}{{.Source}}{{end}}{{end}}" "benevoclic-$1"
}

# The running containers that have a service's volumes mounted: its own, and whoever else shares them.
users_of() { # service paths…
  local path
  for path in "${@:2}"; do
    docker ps -q --no-trunc --filter \
      "volume=$(docker inspect -f "{{range .Mounts}}{{if eq .Destination \"$path\"}}{{.Name}}{{end}}{{end}}" "benevoclic-$1")"
  done | sort -u
}

# Removes what a backup has pictured.
drop_picture() { # its folder
  local root
  [ -e "$1/roots" ] || return 0
  while read -r root; do
    as_root rm -rf "$root"
  done <"$1/roots"
  rm -rf "$1"
}
