#!/bin/sh
# debian-mirror.sh: prints the Debian mirror that this machine already uses, or that DEBIAN_MIRROR names.
set -eu
mirror=${DEBIAN_MIRROR:-$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' | grep -E '/debian/?$' | head -n 1)}
if [ -z "$mirror" ]; then
  echo "This machine uses no Debian mirror, so no packages of Debian can be fetched; DEBIAN_MIRROR can name one." >&2
  exit 1
fi
echo "$mirror"
