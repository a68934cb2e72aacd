# What tasks write from a moment on, until standard input ends. $2 the moment  $3…: services
written() { # since service
  exec docker service logs --timestamps --follow --since "$1" "benevoclic_$2" > >(
    sed -uE "s/^([0-9TZ:.-]+) benevoclic_$2\.([^.]*)\.[^@]*@([^ ]+) *\| ?/$2\t\1 \2@\3 /"
  ) 2>&1
}
follow "$2" "${@:3}"
