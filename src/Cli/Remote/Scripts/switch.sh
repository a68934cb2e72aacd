# Moves the proxy to the new release, and proves it through the public port.
# $2 journal line  $3 service  $4 release  $5 port inside  $6 public port  $7 path
enter "$2" "$3"
route "$3" "$4" "$5"
touch "$folder/proxy.moved"
is_running benevoclic-proxy || exit 0
for _ in $(seq 50); do
  named=$(curl -s -m 2 -o /dev/null -D - "http://127.0.0.1:$6$7" | tr -d '\r' | sed -n 's/^x-benevoclic-release: //Ip' || true)
  [ "$named" != "$4" ] || exit 0
  sleep 0.2
done
echo "port $6 still answers as the release \"$named\""
exit 74
