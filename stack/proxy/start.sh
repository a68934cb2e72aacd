#!/bin/sh
# Makes what the pages' login is compared with out of the password, then becomes Caddy.
set -eu

password=${MONITORING_PASSWORD:-}
if [ -n "${MONITORING_PASSWORD_FILE:-}" ]; then
  password=$(cat "$MONITORING_PASSWORD_FILE")
fi

MONITORING_AUTHORIZATION=
if [ -n "$password" ]; then
  # printf is the shell's own: no argument that `ps` could show.
  MONITORING_AUTHORIZATION="Basic $(printf 'benevoclic:%s' "$password" | base64 | tr -d '\n')"
fi
export MONITORING_AUTHORIZATION
unset MONITORING_PASSWORD password

exec caddy run --adapter caddyfile --config /etc/caddy/Caddyfile
