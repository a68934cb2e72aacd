# Says what a host is, and changes nothing: one fact a line, its parts separated by tabs. $2…: images that must come here
fact() { # name parts…
  local IFS=$'\t'
  printf '%s\n' "$*"
}

fact clock "$(date +%s.%N)"
fact user "$(id -un)" "$(id -u)"
# shellcheck disable=SC1091
fact os "$(. /etc/os-release 2>/dev/null && echo "$PRETTY_NAME")"
for program in curl flock tar sha256sum; do
  command -v "$program" >/dev/null || fact missing "$program"
done
if [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; then fact root yes; else fact root no; fi

below=$folder
while [ ! -e "$below" ]; do below=$(dirname "$below"); done
if [ ! -d "$folder" ]; then
  fact folder missing
elif [ -w "$folder" ]; then
  fact folder writable
else
  fact folder closed
fi
fact disk "$folder" "$(df -Pk "$below" | awk 'NR == 2 {print $4}')"
fact memory "$(awk '/^MemTotal/ {total = $2} /^MemAvailable/ {free = $2} END {print total "\t" free}' /proc/meminfo)"
# Hexadecimal, as the kernel says it: there is no ss on every host.
cat /proc/net/tcp /proc/net/tcp6 2>/dev/null | awk '$4 == "0A" {print "listen\t" $2}'

resolve() { # image
  local answer
  if docker image inspect "$1" >/dev/null 2>&1; then
    fact image "$1" here
    return
  fi
  # The engine knows about mirrors, the command about logins.
  answer=$(curl -s -m 15 -o /dev/null -w '%{http_code}' --unix-socket /var/run/docker.sock "http://localhost/distribution/$1/json" || true)
  if [ "$answer" = 200 ] || answer=$(timeout 15 docker manifest inspect "$1" 2>&1); then
    fact image "$1" registry
  else
    fact image "$1" nowhere "$(tail -n 1 <<<"$answer")"
  fi
}

if ! command -v docker >/dev/null; then
  fact engine absent
elif ! version=$(docker version -f '{{.Server.Version}}' 2>&1); then
  fact engine silent "$(tail -n 1 <<<"$version")"
else
  fact engine "$version"
  fact swarm "$(docker info -f '{{if .Swarm.ControlAvailable}}manager{{else}}{{.Swarm.LocalNodeState}}{{end}}')"
  root=$(docker info -f '{{.DockerRootDir}}')
  fact disk "$root" "$(df -Pk "$root" 2>/dev/null | awk 'NR == 2 {print $4}')"
  mapfile -t containers < <(docker ps -q)
  if [ "${#containers[@]}" != 0 ]; then
    docker inspect -f '{{$name := .Name}}{{$ours := "no"}}{{with index .Config.Labels "benevoclic.service"}}{{$ours = "yes"}}{{end}}{{range $port, $doors := .NetworkSettings.Ports}}{{range $doors}}published{{"\t"}}{{$name}}{{"\t"}}{{$ours}}{{"\t"}}{{.HostIp}}{{"\t"}}{{.HostPort}}{{"\n"}}{{end}}{{end}}' "${containers[@]}" | sed '/^$/d'
  fi
  for image in "${@:2}"; do
    resolve "$image" &
  done
  wait
fi
if version=$(docker compose version --short 2>/dev/null); then
  fact compose "$version"
fi
fact clock "$(date +%s.%N)"
