# Facts that one machine and a swarm tell alike: for scripts that say what is there.

# Our key, and whether it can be deployed to.
folder_facts() {
  [ -s "$folder/key" ] || (umask 077 && head -c 32 /dev/urandom | od -An -vtx1 | tr -d ' \n' >"$folder/key")
  printf 'key\t%s\n' "$(cat "$folder/key")"
  activity
}

image() { # service image
  local digest
  digest=$(docker image inspect -f '{{if .RepoDigests}}{{index .RepoDigests 0}}{{else}}{{.Id}}{{end}}' "$2" 2>/dev/null) || return 0
  printf 'image\t%s\t%s\n' "$1" "$digest"
}

# The current release, and the files that its container sees: those of the release, unless others are mounted.
release() { # service mounted
  local own=$folder/services/$1 mounted=${2:-} current
  [ -e "$own/current" ] || return 0
  current=$(cat "$own/current")
  printf 'release\t%s\t%s\n' "$1" "$(cat "$own/releases/$current/release.json")"
  [ -d "$mounted" ] || mounted=$own/releases/$current/files
  if [ -d "$mounted" ]; then
    (cd "$mounted" && find . -type f -exec sha256sum {} +) | sed -E "s|^([0-9a-f]+) [ *]\./(.*)|file\t$1\t\2\t\1|"
  fi
}
