# Puts new files in place and has the running process read them.
# $2 journal line  $3 service  $4 release  $5 port  $6… how
enter "$2" "$3"
publish "$3" "$4"
reload "$3" "$5" "${@:6}"
