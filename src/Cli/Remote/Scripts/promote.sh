# The old release ends what it has begun and is kept, stopped; the new one takes the service's name.
# $2 journal line  $3 service  $4 release  $5 release of the old container, or -  $6 seconds the old one may take
enter "$2" "$3"
service=$3
new=$(container_of "$service" "$4")
old=
[ "$5" = - ] || old=$(container_of "$service" "$5")
# What the proxy handed to the old release in the last moment is on its way: one second from the switch.
if [ -n "$old" ] && is_running "$old"; then
  export LC_ALL=C
  moved=$(stat -c %.6Y "$folder/proxy.moved" 2>/dev/null) || moved=$EPOCHREALTIME
  sleep "$(awk -v since="$moved" -v now="$EPOCHREALTIME" \
    'BEGIN { left = 1 - (now - since); print (left < 0 ? 0 : left > 1 ? 1 : left) }')"
fi
for other in $old $(docker ps -q --no-trunc --filter "label=benevoclic.service=$service"); do
  [ "$other" = "$new" ] || steady docker stop -t "$6" "$other" >/dev/null
done
if [ -n "$old" ] && [ "$(docker inspect -f '{{.Name}}' "$old")" = "/benevoclic-$service" ]; then
  keep "$service" "$5"
fi
if [ "$(docker inspect -f '{{.Name}}' "$new")" != "/benevoclic-$service" ]; then
  docker rename "$new" "benevoclic-$service"
fi
