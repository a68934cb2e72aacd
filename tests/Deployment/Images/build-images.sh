#!/bin/bash
# build-images.sh REGISTRY IMAGE...: makes stand-ins for images that cannot be pulled here, and pushes them to REGISTRY under the names
# and tags of the real ones. Runs inside a test machine. Programs are Debian's; entry points, users and paths are the real images'.
set -eu
registry=$1
shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Programs with the libraries they need, at the same paths as here.
add() {
  local file
  for file in "$@"; do
    put "$file" "$file"
  done
}

# The libraries that a program needs, at the same paths as here.
libraries() {
  local library
  for library in $(ldd "$1" 2>/dev/null | grep -oE "(=> )?/[^ ]+ \(" | grep -oE "/[^ ]+"); do
    case $library in "$root"/*) continue ;; esac
    mkdir -p "$root$(dirname "$library")"
    [ -e "$root$library" ] || cp -L "$library" "$root$library"
  done
}

# put FILE PATH: one program under another path.
put() {
  mkdir -p "$root$(dirname "$2")"
  cp -L "$1" "$root$2"
  libraries "$1"
}

# The least that every image has: accounts, certificates, folders; no program.
begin() {
  root=$work/root
  rm -rf "$root"
  mkdir -p "$root"/{usr/bin,usr/sbin,usr/lib,usr/lib64,etc/ssl/certs,tmp,root,home/app,proc,sys,dev}
  ln -s usr/bin usr/sbin usr/lib usr/lib64 "$root"
  chmod 1777 "$root/tmp"
  printf '%s\n' root:x:0:0:root:/root:/bin/sh nobody:x:65534:65534:nobody:/home:/bin/false \
    app:x:1654:1654::/home/app:/bin/false grafana:x:472:0::/home/grafana:/bin/false >"$root/etc/passwd"
  printf '%s\n' root:x:0: nobody:x:65534: app:x:1654: >"$root/etc/group"
  echo 'hosts: files dns' >"$root/etc/nsswitch.conf"
  cp -L /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/"
  chown 1654:1654 "$root/home/app"
}

with_busybox() {
  cp /usr/bin/busybox "$root/usr/bin/"
  busybox --list | grep -vx busybox | while read -r name; do
    ln -sf busybox "$root/usr/bin/$name"
  done
}

# folder OWNER PATH...: a volume that is mounted there for the first time takes over the owner.
folder() {
  local owner=$1 path
  shift
  for path in "$@"; do
    mkdir -p "$root$path"
    chown "$owner" "$root$path"
  done
}

# finish IMAGE CHANGE...
finish() {
  local image=$1 path=$1 change changes=()
  shift
  # Docker Hub's own images have no owner in their name, and this one in their path.
  [[ $path == */* ]] || path=library/$path
  for change in "$@"; do
    changes+=(--change "$change")
  done
  tar --numeric-owner --xattrs --xattrs-include=security.capability -C "$root" -c . |
    docker import "${changes[@]}" - "$registry/$path" >/dev/null
  docker push -q "$registry/$path" >/dev/null
  docker image rm "$registry/$path" >/dev/null
  echo "$image"
}

for image in "$@"; do
  begin
  case $image in
    prom/prometheus:*)
      with_busybox
      put /usr/bin/prometheus /bin/prometheus
      put /usr/bin/promtool /bin/promtool
      folder 65534:65534 /prometheus /etc/prometheus
      finish "$image" 'USER nobody' 'WORKDIR /prometheus' 'VOLUME /prometheus' 'EXPOSE 9090' 'ENTRYPOINT ["/bin/prometheus"]' \
        'CMD ["--config.file=/etc/prometheus/prometheus.yml", "--storage.tsdb.path=/prometheus"]'
      ;;
    prom/alertmanager:*)
      with_busybox
      # Debian 13's: that of Debian 12 reads no secret from a file.
      put /alertmanager/usr/bin/prometheus-alertmanager /bin/alertmanager
      put /alertmanager/usr/bin/amtool /bin/amtool
      # Debian's program reads its templates from files, the real one carries them inside.
      mkdir -p "$root/usr/share/prometheus"
      cp -a /alertmanager/usr/share/prometheus/alertmanager "$root/usr/share/prometheus/"
      folder 65534:65534 /alertmanager /etc/alertmanager
      finish "$image" 'USER nobody' 'WORKDIR /alertmanager' 'VOLUME /alertmanager' 'EXPOSE 9093' 'ENTRYPOINT ["/bin/alertmanager"]' \
        'CMD ["--config.file=/etc/alertmanager/alertmanager.yml", "--storage.path=/alertmanager"]'
      ;;
    prom/node-exporter:*)
      with_busybox
      put /usr/bin/prometheus-node-exporter /bin/node_exporter
      finish "$image" 'USER nobody' 'EXPOSE 9100' 'ENTRYPOINT ["/bin/node_exporter"]'
      ;;
    caddy:*)
      with_busybox
      put /usr/bin/caddy /usr/bin/caddy
      # As the real image has it: with every capability dropped, such a program cannot even be started.
      setcap cap_net_bind_service=+ep "$root/usr/bin/caddy"
      folder 0:0 /config/caddy /data/caddy /etc/caddy /srv
      echo ':80 { respond "Caddy works" }' >"$root/etc/caddy/Caddyfile"
      finish "$image" 'WORKDIR /srv' 'ENV XDG_CONFIG_HOME=/config' 'ENV XDG_DATA_HOME=/data' 'EXPOSE 80' 'EXPOSE 443' 'EXPOSE 2019' \
        'CMD ["caddy", "run", "--config", "/etc/caddy/Caddyfile", "--adapter", "caddyfile"]'
      ;;
    grafana/grafana:*)
      # Debian has no Grafana. This one answers its health path, and an empty page.
      with_busybox
      folder 472:0 /var/lib/grafana /usr/share/grafana/api
      echo '{"database": "ok", "version": "stand-in"}' >"$root/usr/share/grafana/api/health"
      echo 'A stand-in for Grafana.' >"$root/usr/share/grafana/index.html"
      finish "$image" 'USER 472' 'WORKDIR /usr/share/grafana' 'EXPOSE 3000' \
        'ENTRYPOINT ["/bin/httpd", "-f", "-v", "-p", "3000", "-h", "/usr/share/grafana"]'
      ;;
    busybox:*)
      with_busybox
      finish "$image" 'CMD ["sh"]'
      ;;
    benevoclic-test/dotnet:*)
      # Like Microsoft's chiseled images: the ASP.NET runtime, no shell.
      mkdir -p "$root/usr/share/dotnet"
      cp -a /dotnet/dotnet /dotnet/host /dotnet/shared "$root/usr/share/dotnet/"
      ln -s ../share/dotnet/dotnet "$root/usr/bin/dotnet"
      for file in "$root"/usr/share/dotnet/dotnet $(find "$root/usr/share/dotnet" -name "*.so"); do
        libraries "$file"
      done
      add /usr/lib/*/libssl.so.3 /usr/lib/*/libcrypto.so.3
      finish "$image" 'WORKDIR /app' 'ENV APP_UID=1654' 'ENV ASPNETCORE_HTTP_PORTS=8080' 'ENV DOTNET_RUNNING_IN_CONTAINER=true'
      ;;
    *)
      echo "There is no recipe for $image; add one to tests/Deployment/Images/build-images.sh" >&2
      exit 1
      ;;
  esac
done
