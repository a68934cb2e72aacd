# How a service does on a swarm: for scripts that begin with it.

# One line for each task that should run: state, release, node.
tasks_of() { # service
  local ids
  ids=$(docker service ps -q --no-trunc --filter desired-state=running "benevoclic_$1")
  [ -n "$ids" ] || return 0
  # shellcheck disable=SC2086
  docker inspect --type task -f '{{.Status.State}} {{index .Spec.ContainerSpec.Labels "benevoclic.release"}} {{.NodeID}}' $ids 2>/dev/null || true
}

# How many should run.
wanted_of() { # service
  docker service ls --filter "name=benevoclic_$1" --format '{{.Name}} {{.Replicas}}' | sed -n "s|^benevoclic_$1 [0-9]*/\([0-9]*\).*|\1|p"
}

update_of() { # service
  docker service inspect -f '{{if .UpdateStatus}}{{.UpdateStatus.State}}{{end}}' "benevoclic_$1"
}

# Why tasks have failed, and the last that they wrote.
why() { # service
  docker service ps --no-trunc --format '{{.Name}} on {{.Node}}: {{.CurrentState}} {{.Error}}' "benevoclic_$1" |
    grep -E 'Failed|Rejected|unhealthy|non-zero' | head -n 3 || true
  local task
  for task in $(docker service ps -q --no-trunc --filter desired-state=shutdown "benevoclic_$1"); do
    case $(docker inspect --type task -f '{{.Status.State}}' "$task") in
      failed | rejected)
        timeout 5 docker service logs --raw --tail 10 "$task" 2>&1 || true
        return 0
        ;;
    esac
  done
}

# Hands a stack file to Swarm and waits until all tasks are of its release, healthy, and the update has ended.
roll() { # service release seconds
  local service=$1 release=$2 end=$((SECONDS + $3)) update states wanted good
  # What it says to its standard error are the options that Swarm does not know.
  docker stack deploy --with-registry-auth --resolve-image never -c "$folder/services/$service/releases/$release/compose.yaml" benevoclic \
    >"$folder/services/$service/stack.log" 2>&1 || { cat "$folder/services/$service/stack.log"; return 70; }
  while [ "$SECONDS" -lt "$end" ]; do
    update=$(update_of "$service")
    case $update in
      rollback_*) [ "$(docker service inspect -f '{{index .Spec.Labels "benevoclic.release"}}' "benevoclic_$service")" = "$release" ] || return 71 ;;
      paused) return 72 ;;
    esac
    wanted=$(wanted_of "$service")
    states=$(tasks_of "$service")
    good=$(grep -c "^running $release " <<<"$states" || true)
    if [ "$good" = "$wanted" ] && [ "$wanted" != 0 ] && [ "$(grep -c . <<<"$states")" = "$wanted" ] && [ "$update" != updating ]; then
      return 0
    fi
    sleep 0.5
  done
  return 73
}

# Where Swarm goes back by itself, this waits until it is there. An update that still goes on is left to whoever comes next with another.
rolled_back() { # service seconds
  local end=$((SECONDS + $2))
  while [ "$SECONDS" -lt "$end" ]; do
    case $(update_of "$1") in
      rollback_started) sleep 0.5 ;;
      *) return 0 ;;
    esac
  done
}
