# Sends the picture, a piece for each line on standard input: the other side says how much it can take. Says "sent" on standard error
# when that was all, and ends with the line "end": what is written to a command that has ended, sshd answers by hanging up.
# $2 the act
picture=$folder/picture.$2

pieces() {
  while read -r -t 600 -u 3 _; do
    case $(LC_ALL=C dd bs=4M count=1 iflag=fullblock 2>&1 >&4) in
      1+0*) ;;
      0+*) return 0 ;;
      *) return 1 ;;
    esac
  done
  return 1
}

send() {
  local roots words=() root
  trap '[ "$?" = 0 ] || drop_picture "$picture"' EXIT
  mapfile -t roots <"$picture/roots"
  for root in "${roots[@]}"; do words+=(-C "$root" data); done
  # 1 is for a link that went while it was read, as old blocks do: it has been read. That none was written, seal.sh sees.
  { as_root tar -c --numeric-owner --warning=no-file-changed -C "$picture" host "${words[@]}" 2>"$folder/backup.said" || [ $? = 1 ]; } | gzip --fast | pieces
  : >"$picture/sent"
  echo sent >&2
  while read -r -t 60 -u 3 line; do [ "$line" != end ] || break; done
  exit 0
}
exec 3<&0 4>&1
send
