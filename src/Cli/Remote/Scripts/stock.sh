# What releases hold on the host, and who else is there, one fact a line.
shopt -s nullglob
for own in "$folder"/services/*/; do
  service=$(basename "$own")
  [ ! -e "$own/current" ] || printf 'current\t%s\t%s\n' "$service" "$(cat "$own/current")"
  for release in "$own"releases/*/; do
    printf 'folder\t%s\t%s\t%s\n' "$service" "$(basename "$release")" "$(du -sk "$release" | cut -f 1)"
  done
done
mapfile -t containers < <(docker ps -aq)
if [ "${#containers[@]}" != 0 ]; then
  # One may end its life meanwhile.
  docker inspect -f '{{$labels := .Config.Labels}}container{{"\t"}}{{.Name}}{{"\t"}}{{with index $labels "benevoclic.service"}}{{.}}{{end}}{{"\t"}}{{with index $labels "benevoclic.release"}}{{.}}{{end}}{{"\t"}}{{.State.Running}}{{"\t"}}{{.Image}}' "${containers[@]}" || true
fi
mapfile -t images < <(docker images -q --no-trunc | sort -u)
if [ "${#images[@]}" != 0 ]; then
  docker image inspect -f 'image{{"\t"}}{{.Id}}{{"\t"}}{{.Size}}{{"\t"}}{{range .RepoTags}}{{.}} {{end}}{{"\t"}}{{range .RepoDigests}}{{.}} {{end}}' "${images[@]}" || true
fi
