# Starts the new release: beside the old one (swap), or after it (recreate).
# $2 journal line  $3 service  $4 release  $5 release of the live container, or -  $6 swap or recreate
# $7 seconds the old one may take to end  $8… volumes that it needs
enter "$2" "$3"
service=$3 release=$4 old=$5
own=$folder/services/$service
docker network inspect benevoclic-network >/dev/null 2>&1 || docker network create benevoclic-network >/dev/null
mkdir -p "$folder/proxy"
for volume in "${@:8}"; do
  docker volume create "$volume" >/dev/null
done
if [ -e "$own/releases/$release/mounts-live" ]; then
  publish "$service" "$release"
fi
if [ "$6" = recreate ]; then
  if [ "$old" != - ]; then
    steady docker stop -t "$7" "benevoclic-$service" >/dev/null
    keep "$service" "$old"
  fi
  # Those that somebody started by hand: two at once would fight for the same data.
  for other in $(docker ps -q --filter "label=benevoclic.service=$service"); do
    steady docker stop -t "$7" "$other" >/dev/null
  done
fi
# A kept one is as its deploy made it: starting it is quicker than comparing it with its file.
kept=$(container_of "$service" "$release")
if [ -z "$kept" ] || ! steady docker start "$kept" >/dev/null 2>&1; then
  steady docker compose -f "$own/releases/$release/compose.yaml" up -d 2>&1
fi
container_of "$service" "$release"
