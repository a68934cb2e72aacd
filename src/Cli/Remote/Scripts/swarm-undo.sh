# The way back from a release on a swarm. Every step may run twice. Arguments as those of undo.sh:
# $2 service  $3 release  $4 release that served, or -  ${10} deploy id
service=$2 release=$3 before=$4 deploy=${10}

entry() {
  printf '{"at":"%s","deploy":"%s","service":"%s","release":"%s","state":"%s","by":"host"}' \
    "$(date -u +%Y-%m-%dT%H:%M:%S.%3NZ)" "$deploy" "$service" "$release" "$1"
}

undo() {
  local current=$folder/services/$service/current
  note "$(entry undoing)" || true
  if [ "$before" = - ]; then
    docker service rm "benevoclic_$service" >/dev/null 2>&1 || true
    rm -f "$current"
  else
    # Where Swarm has gone back by itself, this is what it runs already, and nothing is started anew.
    rolled_back "$service" 120
    roll "$service" "$before" 180
    printf '%s\n' "$before" >"$current.new"
    mv "$current.new" "$current"
  fi
  note "$(entry undone)"
}

take_over
case $(last_state "$service" "$deploy") in
  committed | undone) exit 0 ;;
esac
undo &
if ! wait $!; then
  note "$(entry stuck)"
  exit 1
fi
