# $2 journal line  $3 service  $4 release
alone
need_ours "$2" "$3"
printf '%s\n' "$4" >"$folder/services/$3/current.new"
mv "$folder/services/$3/current.new" "$folder/services/$3/current"
note "$2"
