# Makes a fault, says so, and mends it when standard input ends: whoever asked is done with it, was killed, or lost the connection.
# $2 seconds after which it is mended in any case  $3 the fault  $4… what it needs

make_process() { kill -9 "$1"; } # pid launcher service
mend_process() { "$2" start "$3" </dev/null >/dev/null 2>&1; }

make_container() { docker kill "$1" >/dev/null; } # container
mend_container() { docker start "$1" >/dev/null; }

make_nothing() { :; }
mend_nothing() { :; }

# Nothing to break from here: another Discord was put in the relay's place of it, and its own comes back.
make_elsewhere() { :; } # launcher service
mend_elsewhere() { "$1" restart "$2" </dev/null >/dev/null 2>&1; }

# Fills the disk of a folder up to 8 % that are left, without writing: the blocks are only set aside.
make_disk() { # folder
  local kind size free left
  read -r kind size free < <(df -B1 --output=fstype,size,avail "$1" | tail -n 1)
  left=$((size * 8 / 100))
  case $kind in overlay | tmpfs) echo "$1 is on $kind, which is no disk to Node Exporter"; return 1 ;; esac
  [ "$left" -ge 500000000 ] || { echo "8 % of this disk are less than 500 MB: too little for what else runs"; return 1; }
  [ "$free" -gt "$left" ] || { echo "the disk is full already"; return 1; }
  fallocate -l $((free - left)) "$1/disk-full.drill"
}
mend_disk() { rm -f "$1/disk-full.drill"; }

# Cuts a container off from everything but its neighbours: without this route there is no way to Discord.
inside() { # container words…
  local pid as=()
  pid=$(docker inspect -f '{{.State.Pid}}' "$1")
  [ "$(id -u)" = 0 ] || as=(sudo -n)
  "${as[@]}" nsenter -t "$pid" -n "${@:2}"
}
make_outside() { # container
  gateway=$(inside "$1" ip -4 route show default | awk '{print $3; exit}')
  [ -n "$gateway" ] || { echo "$1 has no way to the outside"; return 1; }
  inside "$1" ip route del default
}
mend_outside() {
  [ -z "${gateway:-}" ] || inside "$1" ip route replace default via "$gateway"
}

hold() { # seconds fault what it needs…
  local limit=$1 fault=$2
  shift 2
  # Nothing may end this before it has mended: neither Ctrl-C, nor a closed terminal, nor an output that nobody reads any more.
  trap '' INT HUP TERM PIPE
  echo making
  # What it says instead of "made" is why not.
  if ! "make_$fault" "$@" 2>&1; then
    "mend_$fault" "$@"
    exit
  fi
  echo made
  # A line, the end, or the time is over: all mean the same.
  read -r -t "$limit" _ || true
  "mend_$fault" "$@"
  echo mended || true
}
hold "${@:2}"
