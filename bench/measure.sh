# shellcheck shell=sh
# Functions of bench/run that start and measure the targets. bench/run sources this file after ops/lib.sh.

service_pid='' peer_pids=''

note() {
  printf '%s\n' "$*" >&2
}

# Stops the targets before the database.
end_targets() {
  status=$?
  trap '' HUP INT TERM
  for pid in $service_pid $peer_pids; do
    kill "$pid" 2>/dev/null || :
    wait "$pid" 2>/dev/null || :
  done
  sweep_up "$status"
}

# Creates an AOT cache, if the JVM supports it. The service then starts from it.
make_cache() {
  aot=
  makes_aot_caches "$java" || return 0
  note 'creating the AOT cache'
  run 'cannot create the AOT cache' "$here/../ops/aot-cache" "$jar" "$work/app"
  jar=$work/app/stagedoor.jar
  aot="-XX:AOTCache=$work/app/stagedoor.aot -XX:+UseCompactObjectHeaders"
}

# Creates two databases with the same rows: bench for the service, peer for the peers and the limit.
make_databases() {
  note "creating the database: $users users, $favorites favorites"
  [ -z "$owner" ] || chown -R "$owner" "$work"
  run 'cannot create the server' as_owner initdb -D "$work/bench" -U postgres --auth=trust -E UTF8 --locale=C --no-sync
  buffers=$(awk '/^MemTotal/ { mib = int($2 / 4096); print (mib < 1024 ? mib : 1024) "MB" }' /proc/meminfo)
  printf '%s\n' "listen_addresses = '127.0.0.1'" "unix_socket_directories = ''" 'max_connections = 250' \
    "shared_buffers = $buffers" 'max_wal_size = 8GB' 'checkpoint_timeout = 15min' 'random_page_cost = 1.1' 'jit = off' \
    >>"$work/bench/postgresql.conf"
  start bench
  postmaster=$(head -n 1 "$work/bench/postmaster.pid")
  export PGDATABASE=postgres
  ask 'CREATE DATABASE bench'
  PGDATABASE=bench
  job migrate
  run 'cannot load the data' psql -Xq -v ON_ERROR_STOP=1 -v VERBOSITY=terse -v users="$users" \
    -v favorites="$favorites" -f "$here/data.sql"
  [ -z "${more_data-}" ] || run 'cannot load more data' psql -Xq -v ON_ERROR_STOP=1 -v users="$users" -f "$more_data"
  job rebuild-favorite-stats
  run 'cannot vacuum the database' psql -Xq -c 'VACUUM ANALYZE'
  run 'cannot copy the database' psql -Xq -d postgres -c 'CREATE DATABASE peer TEMPLATE bench STRATEGY file_copy'
  ask 'CHECKPOINT'
  ask 'SELECT bench.id(1, n) FROM generate_series(1, 200) n ORDER BY n' >"$work/users"
  ask 'SELECT bench.id(2, n) FROM generate_series(1, 200) n ORDER BY n' >"$work/companies"
  ask 'SELECT bench.id(3, n) FROM generate_series(4001, 5000) n ORDER BY n' >"$work/activities"
}

# Runs the artifact with a clean environment and default settings, except: rate limits are disabled, access tokens outlive the
# measurement (the default lifetime is 10 minutes), and there is no shutdown delay.
service() { # arguments...
  cd "$work" || exit
  # shellcheck disable=SC2086 # one word per option
  exec env -i PATH="$PATH" HOME="$work" LANG=C.UTF-8 SERVER_PORT=0 MANAGEMENT_SERVER_PORT=0 \
    SPRING_DATASOURCE_URL="jdbc:postgresql://$PGHOST:$PGPORT/bench" SPRING_DATASOURCE_USERNAME="$PGUSER" \
    SPRING_DATASOURCE_PASSWORD=none STAGEDOOR_DEMO_DATA=false STAGEDOOR_RATE_LIMIT_ENABLED=false \
    STAGEDOOR_ACCESS_TOKEN_TTL=12h STAGEDOOR_DRAIN=0s "$java" $aot $java_options -jar "$jar" "$@"
}

job() { # name
  (service "--job=$1") >"$work/job" 2>&1 &
  child=$!
  wait "$child" || fail "--job=$1: $(tail -n 1 "$work/job")"
  child=
}

# Waits up to two minutes until a target prints the given pattern.
await() { # target, process id, pattern
  tries=0
  until grep -qs "$3" "$work/$1.log"; do
    tries=$((tries + 1))
    if [ "$tries" -ge 600 ] || ! kill -0 "$2" 2>/dev/null; then
      fail "the $1 failed to start: $(tail -n 1 "$work/$1.log")"
    fi
    sleep 0.2
  done
}

start_service() {
  note 'starting the service'
  service >"$work/service.log" 2>&1 &
  service_pid=$!
  await service "$service_pid" 'Started StagedoorApplication'
  service_url=http://127.0.0.1:$(sed -n 's/.*Tomcat started on port \([0-9]*\).*/\1/p' "$work/service.log" | head -n 1)
}

post() { # path, body
  curl -sf "$service_url$1" -H 'Content-Type: application/json' -d "$2" || fail "POST $1 failed"
}

# Registers one user, copies its password hash to all callers, and signs them in.
sign_in() {
  note 'signing in 200 callers'
  password=measured-and-not-guessed
  post /auth/register '{"email":"bench@example.com","password":"'$password'","firstName":"Ada","lastName":"Byron"}' >"$work/output"
  ask "UPDATE users.users SET email_verified = true,
         password_hash = (SELECT password_hash FROM users.users WHERE email = 'bench@example.com')
       WHERE id IN (SELECT bench.id(1, n) FROM generate_series(1, 200) n)"
  number=0
  while read -r company; do
    number=$((number + 1))
    post /auth/login '{"email":"user'$number'@example.com","password":"'$password'"}' >"$work/output"
    printf '%s %s\n' "$(sed -n 's/.*"accessToken":"\([^"]*\)".*/\1/p' "$work/output")" "$company"
  done <"$work/companies" >"$work/callers.service"
}

# Starts each peer as a separate process with tokens of the same callers.
start_peers() {
  [ -n "$peers" ] || return 0
  JWT_SECRET=$(od -An -N32 -tx1 /dev/urandom | tr -d ' \n')
  export JWT_SECRET
  for peer in $peers; do
    start_peer "$peer"
  done
}

# Installs development dependencies too, because a peer may need a compiler.
start_peer() { # peer
  note "starting the peer $1"
  cp -R "$here/peers/$1" "$work/$1"
  run "cannot install the peer $1 (--no-peer skips it)" npm ci --prefix "$work/$1" --include=dev --no-audit --no-fund \
    --loglevel=error
  run "cannot build the peer $1 (--no-peer skips it)" npm run build --if-present --prefix "$work/$1" --loglevel=error
  node "$here/peers/sign.mjs" <"$work/users" | paste -d ' ' - "$work/companies" >"$work/callers.$1"
  NODE_ENV=production PORT=0 DATABASE_URL="postgresql://$PGUSER@$PGHOST:$PGPORT/peer" node "$work/$1" >"$work/peer $1.log" 2>&1 &
  peer_pid=$!
  peer_pids="$peer_pids $peer_pid"
  printf '%s' "$peer_pid" >"$work/$1.pid"
  await "peer $1" "$peer_pid" '^http:'
  sed -n '/^http:/{p;q;}' "$work/peer $1.log" >"$work/$1.url"
}

pid_of() { # target
  case $1 in
    service) printf '%s' "$service_pid" ;;
    limit) printf 0 ;;
    *) cat "$work/$1.pid" ;;
  esac
}

url_of() { # target
  case $1 in
    service) printf '%s' "$service_url" ;;
    *) cat "$work/$1.url" ;;
  esac
}

# Sends the requests of a scenario to a target and writes the result of requests.lua to $work/measured.
load() { # scenario, target, seconds, further arguments of requests.lua
  run "cannot call the target $2" wrk -t 1 -c "$connections" -d "$3s" --timeout 10s -s "$here/requests.lua" \
    "$(url_of "$2")" -- "$1" "$work/callers.$2" "$work/activities" $((4 * connections)) ${4+"$4"}
  sed -n 's/^measured //p' "$work/output" >"$work/measured"
  [ -s "$work/measured" ] || fail "wrk measured nothing: $(tail -n 1 "$work/output")"
}

# Runs the plain SQL of a scenario with pgbench. Each statement counts as one request.
limit() { # scenario, seconds
  statements=$(grep -c ';$' "$here/limit/$1.sql")
  rm -f "$work"/pgbench.*
  run "pgbench failed to run $1" pgbench -n -M prepared -D users="$users" -c "$connections" -j 1 -T "$2" -f "$here/limit/$1.sql" -l \
    --sampling-rate=0.2 --log-prefix="$work/pgbench" peer
  cat "$work"/pgbench.* | awk '{ print $3 }' | sort -n >"$work/latencies"
  awk -v statements="$statements" '
    function at(share) { return times[int((taken - 1) * share) + 1] / statements }
    FNR == NR { times[++taken] = $1; next }
    /^number of transactions actually processed/ { done = $NF * statements }
    /^number of failed transactions/ { failed = $5 }
    /^tps/ { rate = $3 * statements }
    END { printf "%d %d 0 0 0 0 %d %d %d %d\n", done, done / rate * 1e6, failed, at(0.5), at(0.9), at(0.99) }
  ' "$work/latencies" "$work/output" >"$work/measured"
}

# Prints the CPU ticks of two processes, each including its running and terminated descendants.
ticks() { # process, process
  cat /proc/[0-9]*/stat 2>/dev/null | awk -v first="$1" -v second="$2" '
    function below(top, sum, pid, at) {
      for (pid in used) {
        for (at = pid; at in parent && at != top; at = parent[at]) continue
        if (at == top) sum += used[pid]
      }
      return sum + 0
    }
    { pid = $1; sub(/^.*\) /, ""); parent[pid] = $2; used[pid] = $12 + $13 + $14 + $15 }
    END { print below(first), below(second) }'
}

# Waits for running statements, then vacuums and creates a checkpoint, so that a measurement does not affect the next one.
calm() { # scenario
  tries=0
  while [ "$(ask "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND backend_type = 'client backend'
                    AND pid <> pg_backend_pid()")" != 0 ] && [ "$tries" -lt 120 ]; do
    tries=$((tries + 1))
    sleep 0.5
  done
  case $1 in
    preferences | saves | figures)
      for PGDATABASE in peer bench; do
        ask 'VACUUM users.user_profiles, activities.user_activity_favorites, activities.favorite_changes,
               activities.favorite_days, activities.favorite_counts, activities.favorite_company_days'
      done
      ;;
  esac
  ask 'CHECKPOINT'
}

# Appends a line to the results: round SCENARIO TARGET REQUESTS/S P50 P99 CPU DATABASE-CPU ERRORS. Times are in microseconds, CPU
# times per request.
measure_once() { # scenario, target
  calm "$1"
  before=$(ticks "$(pid_of "$2")" "$postmaster")
  if [ "$2" = limit ]; then
    limit "$1" "$seconds"
  else
    load "$1" "$2" "$seconds"
  fi
  after=$(ticks "$(pid_of "$2")" "$postmaster")
  awk -v named="$1 $2" -v before="$before" -v after="$after" -v tick="$(getconf CLK_TCK)" '{
    split(before, b, " "); split(after, a, " "); number = $1 > 0 ? $1 : 1
    printf "round %s %.2f %d %d %.2f %.2f %d\n", named, $1 / $2 * 1e6, $8, $10, (a[1] - b[1]) * 1e6 / tick / number,
      (a[2] - b[2]) * 1e6 / tick / number, $3 + $4 + $5 + $6 + $7
  }' "$work/measured" >>"$results"
}

measure() { # scenario, targets...
  scenario=$1
  shift
  note "measuring $scenario"
  for target in "$@"; do
    if [ "$target" = limit ]; then
      limit "$scenario" "$seconds"
    else
      load "$scenario" "$target" "$warm_up" check
    fi
    awk -v named="$scenario $target" '{ print "warm-up", named, $3 + $4 + $5 + $6 + $7 }' "$work/measured" >>"$results"
  done
  round=0
  while [ "$round" -lt "$rounds" ]; do
    round=$((round + 1))
    for target in "$@"; do
      measure_once "$scenario" "$target"
    done
    target=$1
    shift
    set -- "$@" "$target"
  done
}

resident() { # target
  awk -v target="$1" '/^VmRSS/ { print "resident", target, $2 / 1024 }' "/proc/$(pid_of "$1")/status"
}

conditions() {
  printf "\nMeasured on %s with \`%s\`: %s cores, Java %s, %sPostgreSQL %s, wrk %s; JVM options \`%s\`%s.\n" \
    "$(date -u +%F)" "bench/${0##*/}${asked:+ $asked}" "$(getconf _NPROCESSORS_ONLN)" \
    "$("$java" -version 2>&1 | sed -n '1s/.*"\(.*\)".*/\1/p')" "${peers:+Node $(node -v | tr -d v), }" \
    "$(ask 'SHOW server_version' | cut -d ' ' -f 1)" "$(wrk -v 2>&1 | sed -n '1s/[^0-9]*\([0-9.]*\).*/\1/p')" "$java_options" \
    "${aot:+, compact object headers and the AOT cache of \`ops/aot-cache\`}"
}
