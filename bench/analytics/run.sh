#!/usr/bin/env bash
# Measures the cost of the statistics with 2 thousand, 200 thousand, 2 million and 10 million favorites. The script creates and drops
# the databases stagedoor_bench_* on the server of PGHOST, PGPORT, PGUSER and PGPASSWORD.
#
#   ./mvnw package -DskipTests && PGHOST=127.0.0.1 PGUSER=postgres bench/analytics/run.sh [favorites...]
#
# Requires psql, pgbench and curl, and a server with pg_stat_statements in shared_preload_libraries. Each read is executed 1,000
# times over HTTP. The output contains the median, the 99th percentile, and per request the number of statements (including BEGIN and
# COMMIT), buffers and rows read. One service runs for each size, and the measurements alternate between them.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
jar=$here/../../target/stagedoor.jar
sizes=("$@")
((${#sizes[@]})) || sizes=(2000 200000 2000000 10000000)
rounds=20
calls=50
first_port=${BENCH_PORT:-18081}
company=c0000000-0000-4000-8000-000000000001
year=$(date -u -d '-364 days' +%F)
export PGHOST=${PGHOST:-127.0.0.1} PGPORT=${PGPORT:-5432} PGUSER=${PGUSER:-postgres} PGPASSWORD=${PGPASSWORD:-x}
export PGOPTIONS='-c client_min_messages=warning'

work=$(mktemp -d)
declare -A ports=() pids=() tokens=()
trap 'stop; rm -rf "$work"' EXIT

log() { printf '%s\n' "$*" >&2; }

sql() { psql -qXAt -v ON_ERROR_STOP=1 "$@"; }

# Selects the database and the port of a size.
choose() {
  size=$1
  db=stagedoor_bench_$size
  port=${ports[$size]:-}
}

create() {
  choose "$1"
  sql -d postgres -c "DROP DATABASE IF EXISTS $db WITH (FORCE)" -c "CREATE DATABASE $db"
  job rebuild-favorite-stats
}

drop() {
  choose "$1"
  sql -d postgres -c "DROP DATABASE $db WITH (FORCE)"
}

# Replaces the current shell with the service. Call it in a subshell, so that the process id is that of the service.
service() {
  export SPRING_DATASOURCE_URL="jdbc:postgresql://$PGHOST:$PGPORT/$db" SPRING_DATASOURCE_USERNAME=$PGUSER
  export SPRING_DATASOURCE_PASSWORD=$PGPASSWORD STAGEDOOR_ADMIN_EMAIL=bench@example.com
  export STAGEDOOR_ADMIN_PASSWORD=measured-and-not-guessed SERVER_PORT=$port MANAGEMENT_SERVER_PORT=0
  exec java "-Xmx${heap:-256m}" -jar "$jar" "$@"
}

job() { (service "--job=$1") >"$work/job.log" 2>&1 || { tail -5 "$work/job.log" >&2; exit 1; }; }

start() {
  ports[$1]=$((first_port + ${#ports[@]}))
  choose "$1"
  service >"$work/service.log" 2>&1 &
  pids[$1]=$!
  for ((i = 0; i < 120; i++)); do
    if curl -sf -o /dev/null "http://localhost:$port/readyz"; then break; fi
    sleep 1
  done
  tokens[$1]=$(curl -sf "http://localhost:$port/auth/login" -H 'Content-Type: application/json' \
    -d '{"email":"bench@example.com","password":"measured-and-not-guessed"}' | sed -n 's/.*"accessToken":"\([^"]*\)".*/\1/p')
}

stop() {
  local pid
  for pid in "${pids[@]}"; do
    kill "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
  done
  pids=()
}

call() { # path, further curl arguments
  curl -sf -H "Authorization: Bearer ${tokens[$size]}" "http://localhost:$port$1" "${@:2}"
}

statements() {
  sql -d postgres -c "SELECT coalesce(sum(calls), 0) FROM pg_stat_statements JOIN pg_database d ON d.oid = dbid
                      WHERE datname = '$db'"
}

# Idle sessions report their counters after ten seconds.
counters() {
  sql -d "$db" -F ' ' -c "SELECT blks_hit + blks_read, tup_returned + tup_fetched
                          FROM pg_stat_database WHERE datname = current_database()"
}

read_cost() { # what, path, sizes
  local what=$1 path=$2 each round
  local -A before sent
  shift 2
  for each; do
    choose "$each"
    call "$path&warm=[1-5000]" -o /dev/null
  done
  sleep 11
  for each; do
    choose "$each"
    before[$each]=$(counters)
    sent[$each]=$(statements)
    : >"$work/times.$each"
  done
  for ((round = 0; round < rounds; round++)); do
    for each; do
      choose "$each"
      call "$path&call=[1-$calls]" -o /dev/null -w '%{time_total}\n' >>"$work/times.$each"
    done
  done
  for each; do
    choose "$each"
    sent[$each]=$(($(statements) - sent[$each]))
  done
  sleep 11
  for each; do
    choose "$each"
    report "$what" "${before[$each]}" "$(counters)" "${sent[$each]}"
  done
}

report() { # what, counters before, after, statements
  sort -n "$work/times.$size" | awk -v what="$1" -v size="$size" -v before="$2" -v after="$3" -v sent="$4" '
    { times[NR] = $1 * 1000 }
    END {
      split(before, b, " "); split(after, a, " ")
      printf "| %s | %s | %.2f | %.2f | %.1f | %.0f | %.0f |\n", what, size, times[int(NR / 2)], times[int(NR * 0.99)],
        sent / NR, (a[1] - b[1]) / NR, (a[2] - b[2]) / NR
    }'
}

pace() { # script, activities
  pgbench -n -c 32 -j 2 -T 6 -f "$here/$1" -D "activities=$2" "$db" 2>/dev/null | sed -n 's/^tps = \([0-9.]*\).*/\1/p'
}

write_pace() {
  choose "$1"
  sql -d "$db" -c 'CREATE TABLE bench_users AS SELECT id, row_number() OVER () AS place FROM users.users' \
    -c 'CREATE TABLE bench_activities AS SELECT id, row_number() OVER () AS place FROM activities.activities' \
    -c 'CREATE SEQUENCE bench_turns' -c 'CREATE UNIQUE INDEX ON bench_users (place)' -c 'CREATE UNIQUE INDEX ON bench_activities (place)' -c ANALYZE
  log "$size favorites: $(pace bare.sql 32) bare inserts per second, $(pace recorded.sql 32) with statistics changes;" \
    "32 writers on one activity $(pace recorded.sql 1)"
}

measure_favorites() {
  local each begin
  for each in "${sizes[@]}"; do
    create "$each"
    log "filling $each"
    sql -d "$db" -v favorites="$each" -f "$here/fill.sql" >/dev/null
    begin=$(date +%s.%N)
    job rebuild-favorite-stats
    log "$each favorites: rebuilt in $(awk -v a="$begin" -v b="$(date +%s.%N)" 'BEGIN { printf "%.1f", b - a }') s, including the JVM start"
    sql -d "$db" -c 'VACUUM ANALYZE'
  done
  for each in "${sizes[@]}"; do start "$each"; done
  printf '| read | favorites | median ms | p99 ms | statements | buffers | rows |\n|---|---|---|---|---|---|---|\n'
  read_cost 'statistics, 30 days' "/analytics/favorites?companyId=$company" "${sizes[@]}"
  read_cost 'statistics, one year' "/analytics/favorites?companyId=$company&from=$year" "${sizes[@]}"
  read_cost 'daily timeline, 30 days' "/analytics/favorites/timeline?companyId=$company" "${sizes[@]}"
  read_cost 'monthly timeline, one year' "/analytics/favorites/timeline?companyId=$company&interval=month&from=$year" "${sizes[@]}"
  read_cost 'popular activities' '/activities?sort=popular' "${sizes[@]}"
  stop
  for each in "${sizes[@]}"; do
    write_pace "$each"
    drop "$each"
  done
}

measure_search() {
  create catalog
  sql -d "$db" -v activities=100000 -f "$here/catalog.sql" >/dev/null
  heap=96m
  start catalog
  printf '| read | activities | median ms | p99 ms | statements | buffers | rows |\n|---|---|---|---|---|---|---|\n'
  read_cost 'search, matches one title' '/activities?search=c4ca42' catalog
  read_cost 'search, matches 12.5 % of titles' '/activities?search=jazz' catalog
  read_cost 'search, matches no title' '/activities?search=qqq' catalog
  read_cost 'search by popularity, matches 12.5 % of titles' '/activities?sort=popular&search=jazz' catalog
  read_cost 'search of two characters, matches most titles' '/activities?search=in' catalog
  log "CSV with $(call "/analytics/favorites?companyId=$company" -H 'Accept: text/csv' | wc -l) lines with -Xmx$heap," \
    "$(awk '/VmHWM/ { print int($2 / 1024) }' "/proc/${pids[catalog]}/status") MiB peak resident memory"
  stop
  drop catalog
}

sql -d postgres -c 'CREATE EXTENSION IF NOT EXISTS pg_stat_statements'
measure_favorites
measure_search
