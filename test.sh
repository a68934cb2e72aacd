#!/usr/bin/env bash
# The one test command.
#   ./test.sh               every suite; installs the Debian packages that they need (as root or through sudo), under 30 minutes
#   ./test.sh unit          the suites of the programs alone: nothing is installed, under 2 minutes
#   ./test.sh deployment    deploys to servers made of namespaces alone: needs root, under 15 minutes
#   BENEVOCLIC_TEST_MONGODB_URL=mongodb://... ./test.sh   the tests of the stores on that server as well; it may be filled
#   ./test.sh --no-install  every suite; what needs a missing program is skipped, and says so
set -euo pipefail
cd "$(dirname "$0")"
# As in ./benevoclic: the SDK does not need libicu then.
export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1

unit=(Api.Tests Cli.Tests Dashboards.Tests Relay.Tests)
suites=("${unit[@]}" EndToEnd Deployment)
install=yes
for word in "$@"; do
  case $word in
    unit) suites=("${unit[@]}") install=no ;;
    deployment) suites=(Deployment) ;;
    --no-install) install=no ;;
    *) echo "usage: ./test.sh [unit|deployment] [--no-install]" >&2; exit 2 ;;
  esac
done

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

if [ "$install" = yes ]; then
  ./benevoclic install
  if ! docker compose version >/dev/null 2>&1 && [ ! -d artifacts/tools/docker-compose ]; then
    echo "Unpacking docker-compose of Debian trixie into artifacts/tools: the tests validate the compose files with it"
    tests/tools/unpack-debian.sh trixie docker-compose artifacts/tools/docker-compose.new
    mv artifacts/tools/docker-compose.new artifacts/tools/docker-compose
  fi
  for suite in trixie sid; do
    if [ ! -d "artifacts/tools/caddy-$suite" ]; then
      echo "Unpacking caddy of Debian $suite into artifacts/tools: the tests put the proxy's file through an old one and a new one"
      tests/tools/unpack-debian.sh "$suite" caddy "artifacts/tools/caddy-$suite.new"
      mv "artifacts/tools/caddy-$suite.new" "artifacts/tools/caddy-$suite"
    fi
  done
  if [ ! -d artifacts/tools/s3rver ]; then
    command -v npm >/dev/null || as_root apt-get install -y -q --no-install-recommends nodejs npm
    echo "Installing s3rver of npm into artifacts/tools: the tests keep pictures in this S3 server"
    npm install --silent --no-fund --no-audit --ignore-scripts --prefix artifacts/tools/s3rver.new s3rver@3.7.1
    mv artifacts/tools/s3rver.new artifacts/tools/s3rver
  fi
  # Google's emulator of Firebase Auth: the API's accounts are tested against it.
  if ! cmp -s tests/tools/firebase/package-lock.json artifacts/tools/firebase/package-lock.json; then
    echo "Installing Google's emulator of Firebase into artifacts/tools: the tests of accounts run against it"
    rm -rf artifacts/tools/firebase artifacts/tools/firebase.new
    mkdir -p artifacts/tools/firebase.new
    cp tests/tools/firebase/package*.json artifacts/tools/firebase.new
    (cd artifacts/tools/firebase.new && npm ci --omit=optional --ignore-scripts --no-audit --no-fund --silent)
    mv artifacts/tools/firebase.new artifacts/tools/firebase
  fi
  # The server of the suite Deployment is a folder with its own Docker and SSH: nothing of that is installed on this machine.
  for pair in chromium:chromium debootstrap:debootstrap ip:iproute2 ssh:openssh-client curl:curl shellcheck:shellcheck npm:npm; do
    if [ -z "$(PATH=$PATH:/usr/sbin:/sbin command -v "${pair%%:*}")" ]; then
      echo "Installing ${pair#*:}: the tests need it, to open our pages, to make a server to deploy to, or to check our scripts"
      as_root apt-get install -y -q --no-install-recommends "${pair#*:}"
    fi
  done
fi

# A server that speaks MongoDB's protocol, where the machine brings one: the tests of the stores run against it too.
standin=../shared/tools/mongo-standin
if [ -z "${BENEVOCLIC_TEST_MONGODB_URL:-}" ] && [ -d "$standin" ] && command -v node >/dev/null && command -v npm >/dev/null; then
  mkdir -p artifacts/tools
  rm -rf artifacts/tools/mongo-standin
  cp -r "$standin" artifacts/tools/mongo-standin
  (cd artifacts/tools/mongo-standin && npm ci --omit=dev --ignore-scripts --no-audit --no-fund --silent)
  # Port 0: the system finds one that is free, the file says which.
  (cd artifacts/tools/mongo-standin && exec node server.mjs --port 0 --uri-file uri) >artifacts/mongo-standin.log 2>&1 &
  trap 'kill '$!' 2>/dev/null || true' EXIT
  for _ in $(seq 100); do
    [ -s artifacts/tools/mongo-standin/uri ] && break
    sleep 0.1
  done
  BENEVOCLIC_TEST_MONGODB_URL=$(cat artifacts/tools/mongo-standin/uri)
  export BENEVOCLIC_TEST_MONGODB_URL
fi

dotnet build -c Release -nologo -v quiet -clp:NoSummary -nodeReuse:false

passed=0 failed=0 skipped=0
for suite in "${suites[@]}"; do
  echo "--- $suite"
  log=artifacts/$suite.log
  code=0
  dotnet "artifacts/bin/$suite/release/$suite.dll" -noColor -noLogo </dev/null 2>&1 | tee "$log" || code=$?
  # "   Api.Tests  Total: 7, Errors: 0, Failed: 1, Skipped: 2, Not Run: 0, Time: 9.308s"
  counts=$(sed -nE 's/.*Total: ([0-9]+), Errors: ([0-9]+), Failed: ([0-9]+), Skipped: ([0-9]+),.*/\1 \2 \3 \4/p' "$log" | tail -n 1)
  read -r total errors fails skips <<<"${counts:-0 0 0 0}"
  # A suite that crashed, or ran nothing, has failed even when it counted no failure.
  if [ "$total" -eq 0 ] || { [ "$code" -ne 0 ] && [ $((errors + fails)) -eq 0 ]; }; then
    echo "$suite ended with exit code $code before its summary" >&2
    errors=$((errors + 1))
  fi
  passed=$((passed + total - fails - skips))
  failed=$((failed + errors + fails))
  skipped=$((skipped + skips))
done

echo
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
