# Says where the container of a service answers, nothing while it does not run, and again whenever that changes, until standard input ends.
# $2 service
watch() { # service
  local container address known=unknown
  while :; do
    container=$(here "$1")
    if is_running "$container" && address=$(address_of "$container"); then
      # One that shares the network of the host has no address of its own.
      address=${address:-127.0.0.1}
    else
      address=
    fi
    if [ "$address" != "$known" ]; then
      printf 'address\t%s\n' "$address"
      known=$address
    fi
    # More than 128: a second has passed.
    read -r -t 1 _ || [ $? -gt 128 ] || exit 0
  done
}
watch "$2"
