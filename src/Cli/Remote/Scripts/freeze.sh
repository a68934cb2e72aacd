# Forbids deploys. $2 who, since when and why, as JSON. Exit code 75: it is frozen already; then that line is printed.
mkdir -p "$folder"
# Whole or not at all: of a line that a full disk has cut, nobody could read why deploys are refused.
own=$folder/frozen.$$
trap 'rm -f "$own"' EXIT
printf '%s\n' "$2" >"$own"
if ! ln "$own" "$folder/frozen" 2>/dev/null; then
  cat "$folder/frozen"
  exit 75
fi
# A deploy that has begun goes on to its end: it asked before.
if exec 9>>"$folder/lock" && ! flock -n 9; then
  printf 'busy\t%s\n' "$(cat "$folder/lock.holder" 2>/dev/null || true)"
fi
