# What every script begins with. $1 is our folder on the host.
set -euo pipefail
umask 022
folder=$1

# Appends a line to the journal, and sees it on the disk before anything follows it.
note() {
  printf '%s\n' "$1" >>"$folder/journal.jsonl"
  sync -d "$folder/journal.jsonl"
}

# The id of the container of a release; empty when there is none.
container_of() { # service release
  docker ps -aq --no-trunc --filter "label=benevoclic.service=$1" --filter "label=benevoclic.release=$2" | head -n 1
}

# Where a container answers, as seen from the host.
address_of() { # container
  docker inspect -f '{{range .NetworkSettings.Networks}}{{.IPAddress}} {{end}}' "$1" | cut -d ' ' -f 1
}

is_running() { # container
  [ "$(docker inspect -f '{{.State.Running}}' "$1" 2>/dev/null)" = true ]
}

# Says where the proxy sends a service's requests: by the name of the one file in a folder that it looks into at each request. A rename
# changes it between two requests, and closes no connection.
route() { # service release port
  local own=$folder/proxy/$1 next=$1-$2:$3 now
  mkdir -p "$own"
  now=$(find "$own" -type f -name '*:*' -printf '%f\n' | head -n 1)
  if [ -z "$now" ]; then
    : >"$own/$next"
  elif [ "$now" != "$next" ]; then
    mv "$own/$now" "$own/$next"
  fi
}

# Has a running service read its files again. How is `POST path` or `EXEC words…`.
reload() { # service port how…
  case $3 in
    POST) curl -sS -m 20 -f -X POST "http://$(address_of "benevoclic-$1"):$2$4" ;;
    EXEC) docker exec "benevoclic-$1" "${@:4}" 2>&1 ;;
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
