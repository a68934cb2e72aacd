# Adds to the journal what only we can know. $2 journal line
note "$2"
