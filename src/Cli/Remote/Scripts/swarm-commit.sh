# $2 journal line  $3 service  $4 release
own=$folder/services/$3
alone
need_ours "$2" "$3"
printf '%s\n' "$4" >"$own/current.new"
mv "$own/current.new" "$own/current"
note "$2"
# The current release and the last four good ones before it stay; of the others, what Swarm keeps for them goes too.
kept=$(grep -F "\"service\":\"$3\"" "$folder/journal.jsonl" | sed -n 's/.*"release":"\([^"]*\)".*"state":"committed".*/\1/p' | awk '!seen[$0]++' | tail -n 5)
for release in "$own"/releases/*/; do
  release=$(basename "$release")
  [[ $release > $4 ]] || grep -qxF "$release" <<<"$kept"$'\n'"$4" || rm -rf "${own:?}/releases/$release"
done
for kind in config secret; do
  docker "$kind" ls --filter "label=benevoclic.service=$3" --format '{{.Name}}' | while read -r name; do
    grep -qF "$name" "$own"/releases/*/contents.tsv || docker "$kind" rm "$name" >/dev/null 2>&1 || true
  done
done
