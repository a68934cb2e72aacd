# The service answers with its new data: the old one may go. $2 journal line  $3 service  $4… paths at which its container has the data
enter "$2" "$3"
for path in "${@:4}"; do
  data=$(data_of "$3" "$path")
  as_root rm -rf "${data%/*}/benevoclic-before"
done
