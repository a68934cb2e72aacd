# Makes a picture of volumes beside them: what they hold at one moment. Says what is in it, one fact a line.
# $2 the act; its picture is its own, and those that others have left go
# $3 must, or may: a service that is not on the host is left out
# $4…: for each service NAME pause|stop SECONDS PORT PROBE COUNT, then COUNT times VOLUME PATH: where its container has it
picture=$folder/picture.$2 held=() way='' watchdog='' complete=''

# What was only ever written once is linked. What is written in place is copied, and that not for long: somebody waits. Keys stay here.
copy() { # from to
  as_root timeout 20 bash -euo pipefail -s "$1" "$2" <<'END'
mkdir -p "$2"
cp -al "$1/." "$2"
cd "$1"
find . -type f \( -mmin -120 -o -name '*.db' -o -name '*.db-*' -o -name '*.sqlite*' \) -print0 |
  xargs -0 -r cp -p --parents --remove-destination --reflink=auto -t "$2"
find "$2" -type f -name '*.key' -delete
END
}

hold() { # seconds containers…
  [ $# -gt 1 ] || return 0
  # Nobody stays held because this script was killed.
  setsid bash -s "$way" "${@:2}" >/dev/null 2>&1 8>&- <<'END' &
sleep 120
docker unpause "${@:2}"
[ "$1" = pause ] || docker start "${@:2}"
END
  watchdog=$!
  held=("${@:2}")
  case $way in
    pause) docker pause "${held[@]}" >/dev/null ;;
    stop) steady docker stop -t "$1" "${held[@]}" >/dev/null ;;
  esac
}

let_go() {
  [ "${#held[@]}" != 0 ] || return 0
  case $way in
    pause) docker unpause "${held[@]}" >/dev/null ;;
    stop) docker start "${held[@]}" >/dev/null ;;
  esac
  held=()
  kill -- "-$watchdog" 2>/dev/null || true
}

end() {
  let_go || true
  [ -n "$complete" ] || drop_picture "$picture"
}

answers() { # service port probe
  for _ in $(seq 300); do
    ! curl -s -f -m 2 -o /dev/null "http://$(address_of "benevoclic-$1"):$2$3" || return 0
    sleep 0.2
  done
  echo "$1 was stopped for its picture, started again, and does not answer $3"
  exit 1
}

take() { # service seconds port probe (volume path)…
  local service=$1 n paths=() users to
  if ! docker inspect "benevoclic-$service" >/dev/null 2>&1; then
    [ "$must" = must ] || return 0
    echo "$service is not on this host"
    exit 67
  fi
  for ((n = 6; n <= $#; n += 2)); do paths+=("${!n}"); done
  mapfile -t users < <(users_of "$service" "${paths[@]}")
  hold "$2" "${users[@]}"
  for ((n = 5; n < $#; n += 2)); do
    to=$(data_of "$service" "${paths[(n - 5) / 2]}")
    to=${to%/*}/benevoclic-picture.${picture##*.}
    echo "$to" >>"$picture/roots"
    copy "${to%/*}/_data" "$to/data/$service/${!n}" || { echo "the data of $service cannot be pictured"; exit 1; }
  done
  touch "$picture/taken.$service"
  let_go
  if [ "$way" = stop ] && [ "${#users[@]}" != 0 ]; then answers "$service" "$3" "$4"; fi
  for ((n = 5; n < $#; n += 2)); do
    to=$(data_of "$service" "${paths[(n - 5) / 2]}")
    as_root find "${to%/*}/benevoclic-picture.${picture##*.}" -type f -printf '%s\n' |
      awk -v name="$service"$'\t'"${!n}" '{ sum += $1 } END { printf "volume\t%s\t%d\t%d\n", name, NR, sum }'
  done
}

# The journal, and what the current releases consist of: everything but their secrets.
configuration() {
  local own name current
  mkdir -p "$picture/host"
  [ ! -e "$folder/journal.jsonl" ] || cp "$folder/journal.jsonl" "$picture/host"
  for own in "$folder"/services/*/; do
    [ -e "$own/current" ] || continue
    name=$(basename "$own") current=$(cat "$own/current")
    printf 'release\t%s\t%s\n' "$name" "$current"
    mkdir -p "$picture/host/services/$name"
    (cd "$own" && { echo current && find "releases/$current" -name secrets -prune -o -type f -print; } |
      xargs -d '\n' cp -p --parents -t "$picture/host/services/$name")
  done
}

# Whoever asked is gone.
trap 'exit 141' PIPE
alone
for left in "$folder"/picture.*; do drop_picture "$left"; done
trap end EXIT
(umask 077 && mkdir -p "$picture" && : >"$picture/roots")
must=$3
set -- "${@:4}"
while [ $# != 0 ]; do
  way=$2 count=$6
  take "$1" "$3" "$4" "$5" "${@:7:count * 2}"
  shift $((6 + count * 2))
done
configuration
complete=yes
