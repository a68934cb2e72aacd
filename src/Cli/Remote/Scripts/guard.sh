# Waits for the deploy lock. Who held it has finished, or has died: the journal tells, and an unfinished release is undone.
# $2 service  $3 deploy id
wait_and_undo() { # service deploy
  exec 9>>"$folder/lock"
  flock 9
  case $(grep -F "\"deploy\":\"$2\"" "$folder/journal.jsonl" | grep -F "\"service\":\"$1\"" | tail -n 1) in
    *'"state":"committed"'* | *'"state":"undone"'* | *'"state":"stuck"'*) return 0 ;;
  esac
  mapfile -t words <"$folder/services/$1/undo.words"
  bash "$folder/services/$1/undo.sh" "$folder" "${words[@]}"
}
wait_and_undo "$2" "$3"
