#!/bin/bash
# machine.sh TREE RUN REGISTRY_LAYERS REGISTRY_UPPER [SOURCE:TARGET]...: the first process of a test machine.
# It runs in new namespaces (unshare --net --mount --pid --uts --ipc --fork) and makes a server of TREE, which stays as it is: changes
# go to RUN. When its standard input ends, because the tests ended or were killed, it ends too; the kernel then kills
# every process of the machine, and takes away its mounts, networks and firewall rules.
set -eu
tree=$1 run=$2 layers=$3 upper=$4
shift 4
# Seen through the outer /proc: the number by which the tests know us.
read -r pid _ </proc/self/stat

mount --make-rprivate /
mkdir -p "$run"/{root,root.upper,root.work,registry.work,docker} "$upper"
mount -t overlay overlay -o "lowerdir=$tree,upperdir=$run/root.upper,workdir=$run/root.work" "$run/root"
cd "$run/root"
mkdir -p outside var/lib/docker var/lib/registry opt/benevoclic
# Docker's own layers cannot lie on an overlay.
mount --bind "$run/docker" var/lib/docker
mount -t overlay overlay -o "lowerdir=$layers,upperdir=$upper,workdir=$run/registry.work" var/lib/registry
mount -t tmpfs -o mode=755,size=8g tmpfs opt/benevoclic
mount -t tmpfs -o mode=755 tmpfs run
mount -t tmpfs -o mode=1777 tmpfs tmp
mkdir -p run/sshd run/lock
for pair in "$@"; do
  mkdir -p ".${pair#*:}"
  mount --bind -o ro "${pair%%:*}" ".${pair#*:}"
done

mount -t proc proc proc
mount -t sysfs sysfs sys
mount --rbind /sys/fs/cgroup sys/fs/cgroup
mount -t tmpfs -o mode=755 tmpfs dev
for node in null zero full random urandom tty; do
  touch "dev/$node"
  mount --bind "/dev/$node" "dev/$node"
done
mkdir dev/pts dev/shm
mount -t devpts -o newinstance,ptmxmode=0666,mode=620,gid=5 devpts dev/pts
mount -t tmpfs -o mode=1777 tmpfs dev/shm
ln -s pts/ptmx dev/ptmx
ln -s /proc/self/fd dev/fd
ln -s fd/0 dev/stdin
ln -s fd/1 dev/stdout
ln -s fd/2 dev/stderr

hostname vps
echo vps >etc/hostname
echo 127.0.0.1 localhost vps >etc/hosts
# The mirror of the machine that made the tree, and name servers that it could reach, are of no use here.
: >etc/resolv.conf
pivot_root . outside
cd /
umount -l /outside
rmdir /outside
# As systemd leaves it: containers that mount / with rslave need it.
mount --make-rshared /
ip link set lo up

echo "$pid"
while read -r _; do :; done
