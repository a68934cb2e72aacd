# Every release that is on the host, and how each of them ever ended, one fact a line. $2…: services; all on the host when none is named
shopt -s nullglob
records=()
for service in "${@:2}"; do
  records+=("$folder/services/$service"/releases/*/release.json)
done
[ $# -gt 1 ] || records=("$folder"/services/*/releases/*/release.json)
ids=()
for record in "${records[@]}"; do
  id=$(basename "$(dirname "$record")")
  # An upload that was cut off.
  case $id in *.new) continue ;; esac
  printf 'release\t%s\n' "$(cat "$record")"
  ids+=("\"release\":\"$id\"")
done
if [ "${#ids[@]}" = 0 ] || [ ! -e "$folder/journal.jsonl" ]; then
  exit 0
fi
# From the whole journal: what was good stays good, however many deploys came since.
{ grep -E '"state":"(committed|undone|stuck)"' "$folder/journal.jsonl" || true; } |
  { grep -F -f <(printf '%s\n' "${ids[@]}") || true; } | sed 's/^/verdict\t/'
