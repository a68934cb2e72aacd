# What containers write from a moment on, until standard input ends. $2 the moment  $3…: services
written() { # since service
  exec docker logs --timestamps --follow --since "$1" "benevoclic-$2" > >(sed -u "s/^/$2\t/") 2>&1
}
follow "$2" "${@:3}"
