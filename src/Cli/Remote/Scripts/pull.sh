# Fetches images while the old releases serve. $2…: images
for image in "${@:2}"; do
  docker pull -q "$image" >/dev/null || { echo "$image cannot be pulled, see above"; exit 66; }
done
