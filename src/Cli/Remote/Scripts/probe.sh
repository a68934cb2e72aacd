# Asks the public route about ten times a second, as a user would, until standard input ends: one line for each answer.
# A line on standard input asks how much the proxy has answered until now; the answer begins with that line.
# $2 public port  $3 path
export LC_ALL=C

ask() { # url
  local answer status=000 release=
  # As long as the web client waits.
  answer=$(curl -s -m 2.5 -o /dev/null -D - "$1" || true)
  if [[ $answer =~ ^HTTP/[0-9.]+\ ([0-9]+) ]]; then status=${BASH_REMATCH[1]}; fi
  if [[ ${answer,,} =~ x-benevoclic-release:\ ([a-z0-9-]+) ]]; then release=${BASH_REMATCH[1]}; fi
  printf 'probe\t%s\t%s\t%s\n' "$EPOCHREALTIME" "$status" "$release"
}

# The count of another process, or of the time before a reload, is another count.
count() { # what was asked
  local process page
  process=$(docker inspect -f '{{.Id}}/{{.State.StartedAt}}' benevoclic-proxy 2>/dev/null || echo none)
  # A busy server may need more than one try; a receipt without its count would say less than it could.
  page=
  for _ in 1 2 3; do
    page=$(curl -s -m 3 "http://$(address_of benevoclic-proxy):2080/metrics" || true)
    [ -z "$page" ] || break
  done
  [ -n "$page" ] || process=none
  # A request that came to nothing is an error to the proxy, and new ones, which tell when they were reloaded, time it too.
  awk -v mark="$1" -v process="$process" '
    /^caddy_config_last_reload_success_timestamp_seconds/ {process = process "/" $2; timed = 1}
    /^caddy_http_request_duration_seconds_count[{].*handler="map"/ {seen += $NF; if (/code="5/) failed += $NF}
    /^caddy_http_request_errors_total[{].*handler="map"/ {errors += $NF}
    END {if (!timed) {seen += errors; failed += errors}; printf "count\t%s\t%s\t%d\t%d\n", mark, process, seen, failed}' <<<"$page"
}

probe() { # url
  local mark
  while sleep 0.08; do
    # Not `read -t 0.08`: when its time runs out just as a line comes, bash has swallowed a part of it.
    if read -r -t 0; then
      read -r mark || exit 0
      count "$mark"
    else
      ask "$1"
    fi
  done
}
probe "http://127.0.0.1:$2$3"
