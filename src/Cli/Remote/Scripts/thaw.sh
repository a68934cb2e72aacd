# Allows deploys again, and prints who had forbidden them; nothing when nobody had.
[ -e "$folder/frozen" ] || exit 0
cat "$folder/frozen"
rm -f "$folder/frozen"
