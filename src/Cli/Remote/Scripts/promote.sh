# The old release ends what it has begun and is kept, stopped; the new one takes the service's name.
# $2 journal line  $3 service  $4 release  $5 release of the old container, or -  $6 seconds the old one may take
note "$2"
service=$3
if [ "$5" != - ]; then
  old=$(container_of "$service" "$5")
  if is_running "$old"; then
    # What the proxy handed to the old release in the last moment is on its way.
    sleep 1
    docker stop -t "$6" "$old" >/dev/null
  fi
  if [ "$(docker inspect -f '{{.Name}}' "$old")" = "/benevoclic-$service" ]; then
    docker rename "$old" "benevoclic-$service-$5"
  fi
fi
new=$(container_of "$service" "$4")
if [ "$(docker inspect -f '{{.Name}}' "$new")" != "/benevoclic-$service" ]; then
  docker rename "$new" "benevoclic-$service"
fi
