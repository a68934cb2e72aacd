# The old release ends what it has begun and is kept, stopped; the new one takes the service's name.
# $2 journal line  $3 service  $4 release  $5 release of the old container, or -  $6 seconds the old one may take
enter "$2" "$3"
service=$3
new=$(container_of "$service" "$4")
old=
[ "$5" = - ] || old=$(container_of "$service" "$5")
# What the proxy handed to the old release in the last moment is on its way.
[ -z "$old" ] || ! is_running "$old" || sleep 1
for other in $old $(docker ps -q --no-trunc --filter "label=benevoclic.service=$service"); do
  [ "$other" = "$new" ] || steady docker stop -t "$6" "$other" >/dev/null
done
if [ -n "$old" ] && [ "$(docker inspect -f '{{.Name}}' "$old")" = "/benevoclic-$service" ]; then
  keep "$service" "$5"
fi
if [ "$(docker inspect -f '{{.Name}}' "$new")" != "/benevoclic-$service" ]; then
  docker rename "$new" "benevoclic-$service"
fi
