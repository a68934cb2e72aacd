# The way back from a release. Every step may run twice.
# $2 service  $3 release  $4 release whose files served, or -  $5 release of the container that served, or -
# $6 swap, recreate, reload or restore  $7 port inside  $8 path of the probe  $9 seconds to end  ${10} deploy id
# ${11}… how to reload; for restore the paths at which its container has the data
service=$2 release=$3 files=$4 kept=$5 way=$6

entry() {
  printf '{"at":"%s","deploy":"%s","service":"%s","release":"%s","state":"%s","by":"host"}' \
    "$(date -u +%Y-%m-%dT%H:%M:%S.%3NZ)" "$deploy" "$service" "$release" "$1"
}

stop_new() {
  local new
  new=$(container_of "$service" "$release")
  [ -n "$new" ] || return 0
  # What the proxy handed to it in the last moment is on its way.
  [ "$way" != swap ] || sleep 1
  docker stop -t "$grace" "$new" >/dev/null
  # Only now: one that ends again and again refuses it in the moment between two lives.
  docker update --restart=no "$new" >/dev/null
  if [ "$(docker inspect -f '{{.Name}}' "$new")" = "/benevoclic-$service" ]; then
    docker rename "$new" "benevoclic-$service-$release"
  fi
}

start_old() {
  [ -n "$old" ] || return 0
  for _ in $(seq 150); do
    docker start "$old" >/dev/null
    ! curl -s -f -m 2 -o /dev/null "http://$(address_of "$old"):$port$probe" || return 0
    sleep 0.2
  done
  silent=yes
}

name_old() {
  [ -n "$old" ] || return 0
  if [ "$(docker inspect -f '{{.Name}}' "$old")" != "/benevoclic-$service" ]; then
    docker rename "$old" "benevoclic-$service"
  fi
}

# A commit that was broken off had named the new release already.
restore_current() {
  local current=$folder/services/$service/current
  [ "$(cat "$current" 2>/dev/null)" = "$release" ] || return 0
  if [ "$files" = - ]; then
    rm "$current"
  else
    printf '%s\n' "$files" >"$current.new"
    mv "$current.new" "$current"
  fi
}

# The data that served goes where it was, as far as it had been renamed, and what was laid beside it goes.
give_back() {
  local path data aside=() user
  for path in "${how[@]}"; do
    data=$(data_of "$service" "$path")
    # As root: who is not may not even look.
    ! as_root test -e "${data%/*}/benevoclic-before" || aside+=("$data")
  done
  if [ "${#aside[@]}" != 0 ]; then
    for user in $(users_of "$service" "${how[@]}"); do
      docker stop -t "$grace" "$user" >/dev/null
    done
  fi
  for path in "${how[@]}"; do
    data=$(data_of "$service" "$path")
    as_root rm -rf "${data%/*}/benevoclic-restore"
  done
  for data in "${aside[@]}"; do
    ! as_root test -e "$data" || as_root mv "$data" "${data%/*}/benevoclic-restore"
    as_root mv "${data%/*}/benevoclic-before" "$data"
    as_root rm -rf "${data%/*}/benevoclic-restore"
  done
  # Also when it was found before: an undo that was broken off may have left the service stopped.
  old=$(docker inspect -f '{{.Id}}' "benevoclic-$service")
  start_old
}

undo() {
  local old='' silent=''
  # A full disk must not keep the old release from serving.
  note "$(entry undoing)" || true
  [ "$kept" = - ] || old=$(container_of "$service" "$kept")
  if [ "$files" != - ] && [ -e "$folder/services/$service/releases/$files/mounts-live" ]; then
    publish "$service" "$files"
  fi
  case $way in
    swap)
      start_old
      [ -z "$old" ] || route "$service" "$kept" "$port"
      stop_new
      name_old
      ;;
    recreate)
      stop_new
      start_old
      name_old
      ;;
    reload) reload "$service" "$port" "${how[@]}" ;;
    restore) give_back ;;
  esac
  restore_current
  if [ -n "$silent" ]; then
    echo "what served before is in its place again, and does not answer $probe"
    return 1
  fi
  note "$(entry undone)"
}

port=$7 probe=$8 grace=$9 deploy=${10} how=("${@:11}")
# The live container was gone, or had been made anew: the one of the last release is next.
[ "$kept" != - ] || kept=$files
take_over
case $(last_state "$service" "$deploy") in
  committed | restored | undone) exit 0 ;;
esac
# In the background, because bash forgets `set -e` inside a condition.
undo &
if ! wait $!; then
  note "$(entry stuck)"
  exit 1
fi
