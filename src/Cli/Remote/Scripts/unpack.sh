# Lays an archive's data beside that which it will replace; the archive is standard input.
# $2 keep, or adopt: everything belongs to whom the data there belongs to  $3…: SERVICE VOLUME PATH, for each volume
# Exit code 66: an earlier restore has left data there.
words=() beside=() datas=() complete=''

end() {
  [ -n "$complete" ] || as_root rm -rf "${beside[@]}"
}

owners=$2
set -- "${@:3}"
trap end EXIT
while [ $# != 0 ]; do
  data=$(data_of "$1" "$3" 2>/dev/null) || data=
  if [ -z "$data" ]; then
    echo "$1 is not on this host, or has nothing at $3"
    exit 67
  fi
  if as_root test -e "${data%/*}/benevoclic-before"; then
    echo "${data%/*}/benevoclic-before holds the data that $1 had before a restore that did not end"
    exit 66
  fi
  beside+=("${data%/*}/benevoclic-restore")
  datas+=("$data")
  words+=(-C "${data%/*}/benevoclic-restore" "data/$1/$2")
  as_root rm -rf "${beside[-1]}"
  as_root mkdir "${beside[-1]}"
  shift 3
done
if ! as_root tar -xz -p --numeric-owner --strip-components=3 "${words[@]}"; then
  df -h --output=target,avail "${beside[@]}"
  exit 1
fi
for n in "${!beside[@]}"; do
  [ "$owners" = keep ] || as_root chown -R --reference="${datas[n]}" "${beside[n]}"
  as_root chown --reference="${datas[n]}" "${beside[n]}"
  as_root chmod --reference="${datas[n]}" "${beside[n]}"
done
sync
complete=yes
