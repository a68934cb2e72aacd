# From here on the host undoes by itself, unless the release is committed. $2 journal line  $3 service  $4 deploy id
enter "$2" "$3"
guard=$folder/services/$3/guard.sh
if [ -d /run/systemd/system ] && [ "$(id -u)" = 0 ]; then
  systemd-run --quiet --collect --unit="benevoclic-guard-$3-$4" bash "$guard" "$folder" "$3" "$4" >/dev/null
else
  setsid bash "$guard" "$folder" "$3" "$4" </dev/null >/dev/null 2>&1 8>&- &
fi
