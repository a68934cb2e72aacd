# Has the service's own tools judge the new files, as stage.sh does, then gives Swarm what its tasks will mount.
# $2 journal line  $3 service  $4 release  $5 image  $6 where the files are mounted  $7… checks, each a line of shell words
enter "$2" "$3"
release=$folder/services/$3/releases/$4 image=$5 target=$6
for check in "${@:7}"; do
  declare -a words="($check)"
  docker run --rm --network none -v "$release/files:$target:ro" -w "$target" --entrypoint "${words[0]}" "$image" "${words[@]:1}" \
    >"$release/check.log" 2>&1 || { echo "$check says:"; cat "$release/check.log"; exit 65; }
done
rm -f "$release/check.log"
docker network inspect benevoclic-network >/dev/null 2>&1 ||
  docker network create --driver overlay --attachable benevoclic-network >/dev/null
while IFS=$'\t' read -r kind name path; do
  docker "$kind" inspect "$name" >/dev/null 2>&1 || docker "$kind" create --label benevoclic.service="$3" "$name" "$release/$path" >/dev/null
done <"$release/contents.tsv"
# Swarm keeps them, encrypted; the file would be a second place to steal them from.
rm -rf "$release/secrets"
