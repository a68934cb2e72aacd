# Waits for the deploy lock. Who holds it has died, or has finished: the journal tells which, and an unfinished release is undone.
# $2 service  $3 release  $4 deploy id  $5… the arguments of undo.sh behind the folder
wait_and_undo() {
  exec 9>>"$folder/lock"
  flock 9
  case $(grep -F "\"deploy\":\"$3\"" "$folder/journal.jsonl" | grep -F "\"service\":\"$1\"" | tail -n 1) in
    *'"state":"committed"'* | *'"state":"undone"'* | *'"state":"stuck"'*) return 0 ;;
  esac
  bash "$folder/services/$1/releases/$2/undo.sh" "$folder" "${@:4}"
}
wait_and_undo "${@:2}"
