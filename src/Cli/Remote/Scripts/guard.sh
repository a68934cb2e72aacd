# Waits for the deploy lock. Who held it has finished, or has died: the journal tells, and an unfinished release is undone.
# $2 service  $3 deploy id
wait_and_undo() { # service deploy
  exec 9>>"$folder/lock"
  flock 9
  case $(last_state "$1" "$2") in
    committed | restored | undone | stuck) return 0 ;;
  esac
  printf '{"by":"host","since":"%s","why":"undo of %s"}\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$1" >"$folder/lock.holder" || true
  mapfile -t words <"$folder/services/$1/undo.words"
  bash "$folder/services/$1/undo.sh" "$folder" "${words[@]}"
  rm -f "$folder/lock.holder"
}
wait_and_undo "$2" "$3"
