# Has the service's own tools, from the image that will run, judge the new files: all at once. The first that says no
# is heard, in their order: those behind it mostly stumble over the same.
# $2 journal line  $3 service  $4 release  $5 image  $6 where the files are mounted  $7… checks, each a line of shell words
enter "$2" "$3"
service=$3 release=$4 image=$5 target=$6
files=$folder/services/$service/releases/$release/files
secrets=$folder/services/$service/releases/$release/secrets
if [ -d "$secrets" ]; then
  # Mode 0600, so they must belong to whom the container runs as.
  user=$(docker image inspect -f '{{.Config.User}}' "$image")
  case $user in nobody) user=65534 ;; esac
  chown -R "${user:-0}" "$secrets" 2>/dev/null || sudo -n chown -R "${user:-0}" "$secrets"
fi

judge() { # check
  declare -a words="($1)"
  # promtool makes databases of a moment, which no disk has to wait for.
  docker run --rm --network none --tmpfs /tmp -v "$files:$target:ro" -w "$target" --entrypoint "${words[0]}" "$image" "${words[@]:1}"
}

checks=("${@:7}") judges=() verdict=0
for n in "${!checks[@]}"; do
  judge "${checks[n]}" >"$files.$n.log" 2>&1 &
  judges+=($!)
done
for n in "${!checks[@]}"; do
  if ! wait "${judges[n]}" && [ "$verdict" = 0 ]; then
    echo "${checks[n]} says:"
    cat "$files.$n.log"
    verdict=65
  fi
  rm -f "$files.$n.log"
done
exit "$verdict"
