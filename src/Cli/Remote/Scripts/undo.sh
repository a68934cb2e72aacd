# The way back from a release. Every step may run twice.
# $2 service  $3 release  $4 release whose files served, or -  $5 release of the container that served, or -
# $6 swap, recreate or reload  $7 port inside  $8 path of the probe  $9 seconds to end  ${10} deploy id  ${11}… how to reload
service=$2 release=$3 files=$4 kept=$5 way=$6

entry() {
  printf '{"at":"%s","deploy":"%s","service":"%s","release":"%s","state":"%s","by":"host"}' \
    "$(date -u +%Y-%m-%dT%H:%M:%S.%3NZ)" "$deploy" "$service" "$release" "$1"
}

stop_new() {
  local new
  new=$(container_of "$service" "$release")
  [ -n "$new" ] || return 0
  docker update --restart=no "$new" >/dev/null
  docker stop -t "${grace}" "$new" >/dev/null
  if [ "$(docker inspect -f '{{.Name}}' "$new")" = "/benevoclic-$service" ]; then
    docker rename "$new" "benevoclic-$service-$release"
  fi
}

start_old() {
  local old
  [ "$kept" != - ] || return 0
  old=$(container_of "$service" "$kept")
  docker start "$old" >/dev/null
  for _ in $(seq 150); do
    curl -s -f -m 2 -o /dev/null "http://$(address_of "$old"):$port$probe" && break
    sleep 0.2
  done
}

name_old() {
  local old
  [ "$kept" != - ] || return 0
  old=$(container_of "$service" "$kept")
  if [ "$(docker inspect -f '{{.Name}}' "$old")" != "/benevoclic-$service" ]; then
    docker rename "$old" "benevoclic-$service"
  fi
}

undo() {
  note "$(entry undoing)"
  if [ "$files" != - ] && [ -e "$folder/services/$service/releases/$files/mounts-live" ]; then
    publish "$service" "$files"
  fi
  case $way in
    swap)
      start_old
      [ "$kept" = - ] || route "$service" "$kept" "$port"
      stop_new
      name_old
      ;;
    recreate)
      stop_new
      start_old
      name_old
      ;;
    reload) reload "$service" "$port" "${how[@]}" ;;
  esac
  note "$(entry undone)"
}

port=$7 probe=$8 grace=$9 deploy=${10} how=("${@:11}")
# In the background, because bash forgets `set -e` inside a condition.
undo &
if ! wait $!; then
  note "$(entry stuck)"
  exit 1
fi
