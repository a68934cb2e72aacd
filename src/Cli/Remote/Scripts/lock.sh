# Holds the deploy lock for as long as a line comes on standard input at least every eight seconds.
# Each is answered, so that the other side knows when it is cut off.
# $2: who we are, as JSON.  $3: seconds to wait for the lock.  Exit code 75: somebody else has it; then their line is printed.
hold() {
  mkdir -p "$folder"
  exec 9>>"$folder/lock"
  # A second at least: who only looks whether somebody has it (activity) takes it for a moment.
  if ! flock -w "$(($2 > 0 ? $2 : 1))" 9; then
    cat "$folder/lock.holder" 2>/dev/null || true
    exit 75
  fi
  # A full disk may say no; the lock is ours all the same.
  printf '%s\n' "$1" >"$folder/lock.holder" || true
  echo locked
  while read -r -t 8 _; do echo alive; done
  rm -f "$folder/lock.holder"
  exit 0
}
hold "$2" "$3"
