# Says what is on the host, one fact a line, its parts separated by tabs. $2…: services, each as name=image.
[ -d "$folder" ] || exit 0
need_engine
folder_facts

# Docker's client takes longer to start than to answer. Images are asked for at the same time, for an answer does not say by which name
# it was asked; containers in one question, which leaves out those that are not there.
pairs=("${@:2}")
for pair in "${pairs[@]}"; do
  image "${pair%%=*}" "${pair#*=}" &
done
wait
names=("${pairs[@]%%=*}")
docker inspect --type container -f 'container{{"\t"}}{{slice .Name 12}}{{"\t"}}{{json .}}' "${names[@]/#/benevoclic-}" 2>/dev/null || true
for name in "${names[@]}"; do
  printf 'service\t%s\n' "$name"
  release "$name" "$folder/services/$name/live"
done
