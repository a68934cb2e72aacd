#!/bin/sh
# debian-mirror.sh: prints the Debian mirror that this machine already uses.
set -eu
mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' | grep -E '/debian/?$' | head -n 1)
if [ -z "$mirror" ]; then
  echo "No Debian mirror is configured here, so no packages of another Debian suite can be fetched." >&2
  exit 1
fi
echo "$mirror"
