# Makes a Debian or Ubuntu server ready, and says what it changed, one line each. A second time it changes nothing.
# $2 the user who deploys. Exit code 68: something has to be done by a person, which the last lines tell.
user=$2

change() { printf 'changed\t%s\n' "$1"; }

refuse() { # what was found, what to type
  printf 'problem\t%s\t%s\n' "$1" "$2"
  exit 68
}

# The version that apt-get would install; nothing where there is none.
candidate() { # package
  apt-cache policy "$1" 2>/dev/null | sed -n 's/^ *Candidate: \([0-9].*\)/\1/p'
}

install_packages() {
  local wanted=() listed=0
  add() { # packages…
    [ "$listed" = 1 ] || { as_root apt-get update -q >&2 || true; listed=1; }
    wanted+=("$@")
  }
  command -v curl >/dev/null || add curl
  [ "$user" = root ] || command -v sudo >/dev/null || add sudo
  if ! command -v dockerd >/dev/null; then
    add docker.io
    # In Debian 13 the command is a package of its own.
    [ -z "$(candidate docker-cli)" ] || wanted+=(docker-cli)
  fi
  if ! docker compose version >/dev/null 2>&1; then
    add
    # Ubuntu's is called docker-compose-v2; Debian's docker-compose is version 2 from Debian 13 on.
    if [ -n "$(candidate docker-compose-v2)" ]; then
      wanted+=(docker-compose-v2)
    else
      case $(candidate docker-compose) in
        '' | 0* | 1.*) refuse "this distribution has no Compose v2" "On the host, as root, install Docker with its own packages: https://docs.docker.com/engine/install/ and then ./benevoclic setup" ;;
        *) wanted+=(docker-compose) ;;
      esac
    fi
  fi
  [ "${#wanted[@]}" != 0 ] || return 0
  log_rotation
  # A fresh server updates itself first, and holds the lock meanwhile.
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y -o DPkg::Lock::Timeout=300 --no-install-recommends "${wanted[@]}" >&2 ||
    refuse "apt-get could not install ${wanted[*]}" "On the host, as root, type: apt-get update && apt-get install ${wanted[*]}"
  change "installed ${wanted[*]}"
}

log_rotation() {
  [ ! -e /etc/docker/daemon.json ] || return 0
  as_root mkdir -p /etc/docker
  printf '{"log-driver": "json-file", "log-opts": {"max-size": "10m", "max-file": "3"}}\n' | as_root tee /etc/docker/daemon.json >/dev/null
  change "logs of containers are rotated (/etc/docker/daemon.json), from the next start of Docker on"
}

start_docker() {
  as_root docker info >/dev/null 2>&1 && return 0
  if [ -d /run/systemd/system ]; then
    as_root systemctl enable --now docker >&2 || true
  else
    as_root service docker start >&2 || true
  fi
  for _ in $(seq 150); do
    as_root docker info >/dev/null 2>&1 && { change "started Docker"; return 0; }
    sleep 0.2
  done
  refuse "Docker does not start" "On the host, as root, type: journalctl -u docker (or see /var/log/docker.log)"
}

admit() {
  local rule
  if ! id "$user" >/dev/null 2>&1; then
    as_root useradd --create-home --shell /bin/bash "$user"
    change "added the user $user"
  fi
  [ "$user" != root ] || return 0
  if ! id -nG "$user" | tr ' ' '\n' | grep -qx docker; then
    as_root usermod -aG docker "$user"
    change "$user may use Docker, from the next login on"
  fi
  # Who may use Docker can become root by it anyhow; secrets' files are given to the users of their containers.
  # sudo passes over files whose name has a dot.
  rule=/etc/sudoers.d/benevoclic-${user//./_}
  if ! as_root test -e "$rule"; then
    printf '%s ALL=(ALL) NOPASSWD: ALL\n' "$user" | as_root tee "$rule" >/dev/null
    as_root chmod 440 "$rule"
    change "$user may use sudo without a password"
  fi
}

make_folders() {
  local path
  for path in "$folder" "$folder/services" "$folder/proxy"; do
    if [ ! -d "$path" ] || [ "$(stat -c %U "$path")" != "$user" ]; then
      as_root install -d -m 755 -o "$user" "$path"
      change "made $path, which belongs to $user"
    fi
  done
}

make_network() {
  as_root docker network inspect benevoclic-network >/dev/null 2>&1 && return 0
  as_root docker network create benevoclic-network >/dev/null
  change "made the network benevoclic-network"
}

# In a function, so that bash has read all of it before anything else can read standard input.
setup() {
  command -v apt-get >/dev/null || refuse "this is neither Debian nor Ubuntu: there is no apt-get" "Install Docker Engine, Compose v2 and curl by hand, then: ./benevoclic preflight"
  [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null ||
    refuse "$(id -un) may not become root without a password" "Type once: VPS_USERNAME=root ./benevoclic setup --user $(id -un)"
  install_packages
  log_rotation
  start_docker
  admit
  make_folders
  make_network
  exit 0
}
setup </dev/null
