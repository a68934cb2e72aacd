# Holds the deploy lock for as long as a line comes on standard input at least every eight seconds.
# $2: who we are, as JSON.  $3: seconds to wait for the lock.  Exit code 75: somebody else has it; then their line is printed.
hold() {
  mkdir -p "$folder"
  exec 9>>"$folder/lock"
  if ! flock -w "$2" 9; then
    cat "$folder/lock.holder" 2>/dev/null || true
    exit 75
  fi
  printf '%s\n' "$1" >"$folder/lock.holder"
  echo locked
  while read -r -t 8 _; do :; done
  rm -f "$folder/lock.holder"
  exit 0
}
hold "$2" "$3"
