# Brings this machine into a swarm. $2 a manager's address  $3 address for the others, or nothing  Standard input: the token
join() { # token, manager, own address
  local token answer
  read -r token
  if [ "$(docker info -f '{{.Swarm.LocalNodeState}}')" = active ]; then
    echo "was $(docker info -f '{{.Swarm.NodeID}}')"
    exit 0
  fi
  # Not `docker swarm join`, whose argument everybody here would see; printf is the shell's own.
  answer=$(printf '{"ListenAddr":"0.0.0.0:2377","AdvertiseAddr":"%s","RemoteAddrs":["%s"],"JoinToken":"%s"}' "$2" "$1" "$token" |
    curl -sS -m 60 --unix-socket /var/run/docker.sock -H 'Content-Type: application/json' --data-binary @- -w '\n%{http_code}' http://docker/swarm/join)
  case $answer in
    *200) echo "joined $(docker info -f '{{.Swarm.NodeID}}')" ;;
    *) echo "${answer//$token/[redacted]}"; exit 1 ;;
  esac
}
join "$2" "$3"
