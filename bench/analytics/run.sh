#!/usr/bin/env bash
# What the business figures cost at 2 thousand, 200 thousand, 2 million and 10 million favorites. It makes databases
# stagedoor_bench_* on the PostgreSQL that PGHOST, PGPORT, PGUSER and PGPASSWORD name, and drops them again.
#
#   ./mvnw package -DskipTests && PGHOST=127.0.0.1 PGUSER=postgres bench/analytics/run.sh [favorites...]
#
# It needs psql, pgbench and curl. Reads are told as median and 99th percentile of 300 calls over HTTP, and per call by
# the database's own counters: buffers and rows read.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
jar=$here/../../target/stagedoor.jar
sizes=("$@")
((${#sizes[@]})) || sizes=(2000 200000 2000000 10000000)
calls=300
port=${BENCH_PORT:-18081}
company=c0000000-0000-4000-8000-000000000001
export PGHOST=${PGHOST:-127.0.0.1} PGPORT=${PGPORT:-5432} PGUSER=${PGUSER:-postgres} PGPASSWORD=${PGPASSWORD:-x}
export PGOPTIONS='-c client_min_messages=warning'

log() { printf '%s\n' "$*" >&2; }

sql() { psql -qXAt -v ON_ERROR_STOP=1 "$@"; }

# To be called in a shell of its own, which the service replaces: the process that is started is the one to be stopped.
service() {
  export SPRING_DATASOURCE_URL="jdbc:postgresql://$PGHOST:$PGPORT/$db" SPRING_DATASOURCE_USERNAME=$PGUSER
  export SPRING_DATASOURCE_PASSWORD=$PGPASSWORD STAGEDOOR_ADMIN_EMAIL=bench@example.com
  export STAGEDOOR_ADMIN_PASSWORD=measured-and-not-guessed SERVER_PORT=$port MANAGEMENT_SERVER_PORT=0
  exec java "-Xmx${heap:-256m}" -jar "$jar" "$@"
}

job() { (service "--job=$1") >"$work/job.log" 2>&1 || { tail -5 "$work/job.log" >&2; exit 1; }; }

counters() {
  sleep 11 # sessions that are idle tell their counters after ten seconds
  sql -d "$db" -F ' ' -c "SELECT blks_hit + blks_read, tup_returned + tup_fetched
                          FROM pg_stat_database WHERE datname = current_database()"
}

read_cost() { # what, path, further curl arguments
  local name=$1 path=$2 before after median p99
  shift 2
  curl -sf -o /dev/null "$@" "http://localhost:$port$path&warm=[1-100]"
  before=$(counters)
  curl -sf -o /dev/null -w '%{time_total}\n' "$@" "http://localhost:$port$path&call=[1-$calls]" | sort -n >"$work/times"
  after=$(counters)
  median=$(sed -n "$((calls / 2))p" "$work/times")
  p99=$(sed -n "$((calls * 99 / 100))p" "$work/times")
  awk -v n="$name" -v s="$size" -v m="$median" -v p="$p99" -v b="$before" -v a="$after" -v c="$calls" 'BEGIN {
    split(b, x, " "); split(a, y, " ")
    printf "| %d | %s | %.2f | %.2f | %.0f | %.0f |\n", s, n, m * 1000, p * 1000,
      (y[1] - x[1]) / c, (y[2] - x[2]) / c }'
}

pace() { # script, activities
  pgbench -n -c 32 -j 2 -T 6 -f "$here/$1" -D "activities=$2" "$db" 2>/dev/null | sed -n 's/^tps = \([0-9.]*\).*/\1/p'
}

work=$(mktemp -d)
pid=
start() {
  service >"$work/service.log" 2>&1 &
  pid=$!
  for ((i = 0; i < 60; i++)); do
    if curl -sf -o /dev/null "http://localhost:$port/readyz"; then break; fi
    sleep 1
  done
  token=$(curl -sf "http://localhost:$port/auth/login" -H 'Content-Type: application/json' \
    -d '{"email":"bench@example.com","password":"measured-and-not-guessed"}' | sed -n 's/.*"accessToken":"\([^"]*\)".*/\1/p')
  auth=(-H "Authorization: Bearer $token")
}

stop() {
  kill "$pid"
  wait "$pid" 2>/dev/null || true
  pid=
}

cleanup() {
  [[ -z $pid ]] || kill "$pid" 2>/dev/null || true
  rm -rf "$work"
}
trap cleanup EXIT

search_cost() {
  size=100000
  db=stagedoor_bench_catalog
  sql -d postgres -c "DROP DATABASE IF EXISTS $db WITH (FORCE)" -c "CREATE DATABASE $db"
  job rebuild-favorite-stats
  sql -d "$db" -v activities=$size -f "$here/catalog.sql" >/dev/null
  printf '| activities | read | median ms | p99 ms | buffers | rows |\n|---|---|---|---|---|---|\n'
  heap=96m
  start
  read_cost 'search, one title has it' '/activities?search=c4ca42'
  read_cost 'search, one title in eight has it' '/activities?search=jazz'
  read_cost 'search, none has it' '/activities?search=qqq'
  read_cost 'popular search, one title in eight has it' '/activities?sort=popular&search=jazz'
  read_cost 'search of two letters, most have them' '/activities?search=in'
  lines=$(curl -sf "http://localhost:$port/analytics/favorites?companyId=$company" -H 'Accept: text/csv' "${auth[@]}" | wc -l)
  log "CSV of $lines lines under -Xmx$heap, $(awk '/VmHWM/ { print int($2 / 1024) }' "/proc/$pid/status") MiB at most resident"
  stop
  sql -d postgres -c "DROP DATABASE $db WITH (FORCE)"
}

printf '| favorites | read | median ms | p99 ms | buffers | rows |\n|---|---|---|---|---|---|\n'
for size in "${sizes[@]}"; do
  db=stagedoor_bench_$size
  sql -d postgres -c "DROP DATABASE IF EXISTS $db WITH (FORCE)" -c "CREATE DATABASE $db"
  job rebuild-favorite-stats
  log "filling $size"
  sql -d "$db" -v favorites="$size" -f "$here/fill.sql" >/dev/null
  start=$(date +%s.%N)
  job rebuild-favorite-stats
  log "$size favorites: rebuilt in $(awk -v a="$start" -v b="$(date +%s.%N)" 'BEGIN { printf "%.1f", b - a }') s, start of the JVM included"
  sql -d "$db" -c 'VACUUM ANALYZE'
  start
  read_cost 'figures, 30 days' "/analytics/favorites?companyId=$company" "${auth[@]}"
  read_cost 'figures, a year' "/analytics/favorites?companyId=$company&from=$(date -u -d '-364 days' +%F)" "${auth[@]}"
  read_cost 'timeline by day, 30 days' "/analytics/favorites/timeline?companyId=$company" "${auth[@]}"
  read_cost 'timeline by month, a year' \
    "/analytics/favorites/timeline?companyId=$company&interval=month&from=$(date -u -d '-364 days' +%F)" "${auth[@]}"
  read_cost 'popular activities' '/activities?sort=popular'
  stop
  sql -d "$db" -c 'CREATE TABLE bench_users AS SELECT id, row_number() OVER () AS place FROM users.users' \
    -c 'CREATE TABLE bench_activities AS SELECT id, row_number() OVER () AS place FROM activities.activities' \
    -c 'CREATE SEQUENCE bench_turns' -c 'CREATE UNIQUE INDEX ON bench_users (place)' -c 'CREATE UNIQUE INDEX ON bench_activities (place)' -c ANALYZE
  log "$size favorites: $(pace bare.sql 32) bare inserts a second, $(pace told.sql 32) with what the figures need;" \
    "32 writers on one activity $(pace told.sql 1)"
  sql -d postgres -c "DROP DATABASE $db WITH (FORCE)"
done

search_cost
