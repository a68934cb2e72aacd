#!/usr/bin/env bash
# Makes the pictures of the READMEs anew, from real runs: the relay's page after a real outage of a local API, the dashboards under load,
# and what plan and deploy write when they bring a new API to a test server. As root, on Debian; needs what ./test.sh installs, and aha.
#   docs/images/make.sh [relay|dashboards|terminals]
set -euo pipefail
cd "$(dirname "$0")/../.."
for program in chromium aha; do
  command -v "$program" >/dev/null || apt-get install -y -q --no-install-recommends "$program" fonts-dejavu-core fonts-noto-color-emoji
done
work=$(mktemp -d)
export BENEVOCLIC_STATE=$work/state DISCORD_WEBHOOK_URL=
cleanup() {
  ./benevoclic down >/dev/null 2>&1 || true
  rm -rf "$work"
}
trap cleanup EXIT

picture() { # ADDRESS WIDTH HEIGHT FILE
  chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --force-device-scale-factor=1.5 --virtual-time-budget=4000 \
    --user-data-dir="$work/chromium" --window-size="$2,$3" --screenshot="$PWD/docs/images/$4" "$1" >/dev/null 2>&1
  echo "docs/images/$4"
}

terminal() { # NAME: what a terminal showed
  local lines
  tr -d '\r' <"$work/$1.ansi" | sed -e '/^Script /d' >"$work/$1.text"
  lines=$(wc -l <"$work/$1.text")
  {
    echo '<!doctype html><meta charset="utf-8"><style>body{margin:0;background:#16161e;color:#d5d6db}'
    echo 'pre{margin:0;padding:18px 22px;font:14px/20px "DejaVu Sans Mono",monospace}</style><pre>'
    aha --no-header --black <"$work/$1.text"
    echo '</pre>'
  } >"$work/$1.html"
  picture "file://$work/$1.html" "$2" $((lines * 20 + 36)) "$1.png"
}

relay_says() { # WORD: waits until the page shows it
  for _ in $(seq 150); do
    if curl -fs http://localhost:9094/ | grep -q "$1"; then return 0; fi
    sleep 0.2
  done
  echo "the relay's page does not show $1" >&2
  return 1
}

kill_api() {
  kill -9 "$(./benevoclic status --json | sed -n '/"name": *"api"/,/"pid"/s/.*"pid": *\([0-9]*\).*/\1/p' | head -n 1)"
}

# An outage that is over, and one that has just begun.
relay_page() {
  ./benevoclic up --detach
  kill_api
  relay_says 'ServerDown ·'
  ./benevoclic start api
  relay_says 'ServerUp ·'
  kill_api
  relay_says 'ServerDown ·'
  picture http://localhost:9094/ 900 960 relay.png
  ./benevoclic down
}

# The test of the viewer opens each of them, and keeps what it saw.
dashboards() {
  dotnet build -c Release -nologo -v quiet -clp:NoSummary -nodeReuse:false tests/EndToEnd
  BENEVOCLIC_SCREENSHOTS=$PWD/docs/images dotnet artifacts/bin/EndToEnd/release/EndToEnd.dll -noLogo -class '*TheViewer' </dev/null
}

terminals() {
  bench/run pictures "$work"
  terminal plan 1180
  terminal deploy 1180
}

case ${1:-all} in
  relay) relay_page ;;
  dashboards) dashboards ;;
  terminals) terminals ;;
  *) relay_page && dashboards && terminals ;;
esac
