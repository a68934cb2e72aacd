# Sends a test alert the whole way, and prints what became of it: one fact a line.
# $2 journal line  $3 service  $4 release  $5 deploy id  $6 service that takes alerts  $7 its port  $8 service that hands them to people
# $9 its port  ${10} seconds
enter "$2" "$3"
entrance=$6 exit=$8 limit=${10}
for end in "$entrance" "$exit"; do
  if ! is_running "$(here "$end")"; then
    printf 'absent\t%s\n' "$end"
    exit 0
  fi
done
alerts=http://$(address_of "$(here "$entrance")"):$7/api/v2/alerts
fate=http://$(address_of "$(here "$exit")"):$9/alert-path/$5/$3

stamp() {
  date -u -d "$1" +%Y-%m-%dT%H:%M:%S.%3NZ
}

# The same labels each time: they are what makes it the same alert.
send() { # its end
  curl -sS -m 5 -f -o /dev/null -H 'Content-Type: application/json' "$alerts" --data "[{\"startsAt\": \"$starts\", \"endsAt\": \"$1\",
    \"labels\": {\"alertname\": \"AlertPathTest\", \"severity\": \"info\", \"service\": \"$service\", \"release\": \"$release\", \"deploy\": \"$deploy\"}}]"
}

service=$3 release=$4 deploy=$5
starts=$(stamp now)
begin=$(date +%s%3N)
# It ends by itself when nobody comes back to end it.
if ! said=$(send "$(stamp '+1 minute')" 2>&1); then
  printf 'refused\t%s\n' "$said"
  exit 0
fi
took=0 answer=
# 404: it has not come so far. 202: it waits there for Discord.
until [[ $answer == *$'\t200' ]] || [ "$took" -ge $((limit * 1000)) ]; do
  sleep 0.1
  answer=$(curl -s -m 1 -w '\t%{http_code}' "$fate" || true)
  took=$(($(date +%s%3N) - begin))
done
send "$(stamp now)" || true
printf 'told\t%s\t%s\t%s\n' "$took" "${answer##*$'\t'}" "${answer%$'\t'*}"
