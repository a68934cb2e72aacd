# $2 journal line  $3 service  $4 release  $5 seconds it may take
enter "$2" "$3"
code=0
roll "$3" "$4" "$5" || code=$?
case $code in
  0) exit 0 ;;
  71)
    rolled_back "$3" "$5"
    echo "Swarm has rolled it back by itself: a new task did not become healthy"
    ;;
  73) echo "not every task was healthy within $5 s" ;;
  *) echo "Swarm stopped the update" ;;
esac
why "$3"
exit "$code"
