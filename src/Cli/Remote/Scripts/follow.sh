# What containers write from a moment on, until standard input ends. $2 the moment  $3…: services
follow() { # since services…
  local service followers=()
  for service in "${@:2}"; do
    docker logs --timestamps --follow --since "$1" "benevoclic-$service" </dev/null > >(sed -u "s/^/$service\t/") 2>&1 &
    followers+=($!)
  done
  # Docker would go on until the next line is written, which may be never.
  cat >/dev/null
  kill "${followers[@]}" 2>/dev/null || true
  exit 0
}
follow "$2" "${@:3}"
