# What tasks write from a moment on, until standard input ends; see follow.sh. $2 the moment  $3…: services
follow() { # since services…
  local service followers=()
  for service in "${@:2}"; do
    docker service logs --timestamps --follow --since "$1" "benevoclic_$service" </dev/null > >(
      sed -uE "s/^([0-9TZ:.-]+) benevoclic_$service\.([^.]*)\.[^@]*@([^ ]+) *\| ?/$service\t\1 \2@\3 /"
    ) 2>&1 &
    followers+=($!)
  done
  cat >/dev/null
  kill "${followers[@]}" 2>/dev/null || true
  exit 0
}
follow "$2" "${@:3}"
