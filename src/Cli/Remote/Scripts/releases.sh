# Every release that is on the host, one a line. $2…: services
for service in "${@:2}"; do
  for record in "$folder/services/$service"/releases/*/release.json; do
    [ ! -e "$record" ] || printf 'release\t%s\n' "$(cat "$record")"
  done
done
