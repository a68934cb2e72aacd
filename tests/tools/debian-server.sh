#!/bin/sh
# debian-server.sh FOLDER: a Debian server with Docker and SSH, as a folder; made with debootstrap, as root.
# What the test images are made of lies in it too: Prometheus and its company, Caddy, busybox.
set -eu
folder=$1
mirror=$("$(dirname "$0")/debian-mirror.sh")

server=docker.io,docker-cli,docker-compose,sudo,openssh-server,iptables,iproute2,procps,util-linux,curl,ca-certificates
images=docker-registry,prometheus,prometheus-alertmanager,prometheus-node-exporter,caddy,busybox-static,libcap2-bin
log=$folder.log
if ! debootstrap --variant=minbase --include="$server,$images" trixie "$folder" "$mirror" >"$log" 2>&1; then
  tail -n 20 "$log" >&2
  exit 1
fi
# Each server makes its own. Of the packages stay those that a server without Docker and sudo must be able to install without a network.
rm -rf "$folder"/etc/ssh/ssh_host_*_key* "$log"
find "$folder/var/cache/apt/archives" -name '*.deb' ! -name 'docker*' ! -name 'containerd*' ! -name 'runc*' ! -name 'tini*' ! -name 'sudo*' -delete
