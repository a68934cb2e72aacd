# Gives a service the data that lies beside its own, which is kept aside. Its keys are in no backup, and stay.
# $2 journal line  $3 service  $4 seconds it may take to end  $5… paths at which its container has the data
enter "$2" "$3"
service=$3
for user in $(users_of "$service" "${@:5}"); do
  steady docker stop -t "$4" "$user" >/dev/null
done
for path in "${@:5}"; do
  data=$(data_of "$service" "$path")
  as_root bash -euo pipefail -s "$data" "${data%/*}/benevoclic-restore" <<'END'
cd "$1"
find . -type f -name '*.key' -print0 | xargs -0 -r cp -p --parents -t "$2"
END
  as_root mv "$data" "${data%/*}/benevoclic-before"
  as_root mv "${data%/*}/benevoclic-restore" "$data"
done
docker start "benevoclic-$service" >/dev/null
