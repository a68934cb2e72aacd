# What containers write, until standard input ends. Whoever uses it says in `written` how a service's lines are had: that becomes
# Docker's client, so that an end of it is an end of what it follows.
follow() { # since services…
  local service followers=()
  for service in "${@:2}"; do
    written "$1" "$service" </dev/null &
    followers+=($!)
  done
  # Docker would go on until the next line is written, which may be never.
  cat >/dev/null
  kill "${followers[@]}" 2>/dev/null || true
  exit 0
}
