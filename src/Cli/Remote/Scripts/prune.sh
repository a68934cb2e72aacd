# Removes what the host can do without, and says what it could not, one fact a line; and what was free before and is now.
# $2…: release=SERVICE/RELEASE, then image=NAME
shopt -s nullglob
images=$(docker info -f '{{.DockerRootDir}}')

disks() { # when
  local path free
  for path in "$folder" "$images"; do
    free=$(df -Pk "$path" 2>/dev/null | awk 'NR == 2 {print $4 "\t" $6}') || true
    printf '%s\t%s\t%s\n' "$1" "$path" "$free"
  done
}

# What came from the container's user is not ours to remove without root.
remove() { # folder
  rm -rf "$1" 2>/dev/null || sudo -n rm -rf "$1"
}

remove_release() { # service release
  local container
  container=$(container_of "$1" "$2")
  # Not -f: one that somebody has started since is in use.
  [ -z "$container" ] || docker rm -v "$container" || return 1
  remove "$folder/services/$1/releases/$2"
}

try() { # name, command…
  local error
  error=$("${@:2}" 2>&1 >/dev/null) || printf 'left\t%s\t%s\n' "$1" "$(tail -n 1 <<<"$error")"
}

if [ $# -gt 1 ]; then
  disks before
  alone
  # Uploads that were cut off.
  for half in "$folder"/services/*/releases/*.new; do
    try "$half" remove "$half"
  done
fi
for word in "${@:2}"; do
  what=${word#*=}
  case $word in
    release=*) try "$what" remove_release "${what%%/*}" "${what#*/}" ;;
    image=*) try "$what" docker rmi "$what" ;;
  esac
done
disks after
