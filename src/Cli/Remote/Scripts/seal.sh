# Says what is wrong with what was sent, when something is, and removes the picture.
# $2 the act. Exit code 65: a linked file was written in place meanwhile, so what was sent of it is of no single moment.
picture=$folder/picture.$2 changed=''
if [ ! -e "$picture/sent" ]; then
  echo "the picture was not sent to its end"
  cat "$folder/backup.said" 2>/dev/null || true
  drop_picture "$picture"
  exit 1
fi
while read -r root; do
  changed+=$(as_root find "$root" -type f -links +1 -newer "$picture/taken.$(as_root ls "$root/data")" -printf '%P\n')
done <"$picture/roots"
drop_picture "$picture"
rm -f "$folder/backup.said"
if [ -n "$changed" ]; then
  printf '%s was written while it was read\n' "$changed"
  exit 65
fi
