# Has Prometheus write expressions in its own form: one a line, in base64; an empty one where it takes none.
# $2 service  $3 port  $4… expressions
base=http://$(address_of "$(here "$2")"):$3
for expression in "${@:4}"; do
  printf 'canonical\t%s\n' "$(curl -sS -m 10 --data-urlencode "query=$expression" "$base/api/v1/format_query" | base64 -w 0)"
done
