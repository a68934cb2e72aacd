# Says which metrics a container shows.
# $2 container  $3 port  $4 path
base=http://$(address_of "$2"):$3
# What counts requests appears with the first one, and probes are not counted.
curl -s -m 5 -o /dev/null "$base/" || true
# As Prometheus asks: some names differ between the two formats.
curl -sS -m 10 -f -H 'Accept: application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5,*/*;q=0.1' "$base$4"
