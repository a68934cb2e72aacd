#!/bin/sh
# unpack-debian.sh SUITE PACKAGE FOLDER: unpacks one package of another Debian suite into a folder, without installing it.
# It comes from the mirror that this machine already uses; the system's own package lists are left alone.
set -eu
suite=$1 package=$2 folder=$3

mirror=$("$(dirname "$0")/debian-mirror.sh")

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/lists/partial" "$work/cache/archives/partial" "$folder"
echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $suite main" >"$work/sources.list"
apt() {
  apt-get -q -o Dir::Etc::SourceList="$work/sources.list" -o Dir::Etc::SourceParts=/dev/null \
    -o Dir::State::Lists="$work/lists" -o Dir::Cache="$work/cache" -o APT::Sandbox::User=root "$@"
}
apt update >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
(cd "$work" && apt download "$package" >"$work/log" 2>&1) || { cat "$work/log" >&2; exit 1; }
dpkg-deb -x "$work"/"$package"_*.deb "$folder"
