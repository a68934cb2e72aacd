# Puts new files in place and has the running process read them.
# $2 journal line  $3 service  $4 release  $5 port  $6 path to POST to
note "$2"
publish "$3" "$4"
address=$(address_of "benevoclic-$3")
curl -sS -m 20 -f -X POST "http://$address:$5$6"
