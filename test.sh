#!/usr/bin/env bash
# The one test command.
#   ./test.sh               every suite; installs the Debian packages that they need (as root or through sudo), under 30 minutes
#   ./test.sh unit          the suites of the programs alone: nothing is installed, under 2 minutes
#   ./test.sh deployment    deploys to servers made of namespaces alone: needs root, under 15 minutes
#   ./test.sh swarm         three servers as one Docker Swarm, not among the suites above: needs root, under 15 minutes
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
    swarm) suites=(Swarm) ;;
    --no-install) install=no ;;
    *) echo "usage: ./test.sh [unit|deployment|swarm] [--no-install]" >&2; exit 2 ;;
  esac
done

[ "$install" = no ] || tests/tools/install.sh

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

# In the background of a script Ctrl-C is ignored, by all that is started there too; some tests send it.
hears_interrupt=()
if env --default-signal=INT true 2>/dev/null; then
  hears_interrupt=(env --default-signal=INT)
fi

passed=0 failed=0 skipped=0
for suite in "${suites[@]}"; do
  echo "--- $suite"
  log=artifacts/$suite.log
  code=0
  ${hears_interrupt[@]+"${hears_interrupt[@]}"} dotnet "artifacts/bin/$suite/release/$suite.dll" -noColor -noLogo </dev/null 2>&1 | tee "$log" || code=$?
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
