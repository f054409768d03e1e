# shellcheck shell=sh
# Functions of the scripts in this directory, which source this file. If PostgreSQL's programs are not on the PATH, it adds Debian's
# directory of the newest version.

# The schemas that the migrations and Flyway create.
schemas='users companies activities access audit platform'

work=  # temporary directory
part=  # incomplete output without its final name
child= # process id of the running program

command -v pg_verifybackup >/dev/null 2>&1 || {
  programs=$(printf '%s\n' /usr/lib/postgresql/*/bin | sort -t / -k 5n | tail -n 1)
  PATH=$PATH:$programs
}

fail() {
  printf '%s: %s\n' "${0##*/}" "$*" >&2
  exit 1
}

misuse() {
  printf '%s: %s; see -h\n' "${0##*/}" "$*" >&2
  exit 2
}

# Prints the comment at the start of the script.
explain_itself() {
  sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$0"
  exit 0
}

needs() {
  for program in "$@"; do
    command -v "$program" >/dev/null 2>&1 || fail "$program is not installed (Debian: apt-get install postgresql)"
  done
}

# Sets $version to the version of a JVM. Succeeds if the JVM supports the AOT cache.
makes_aot_caches() { # java program
  version=$("$1" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.specification.version = //p')
  [ "${version%%.*}" -ge 25 ] 2>/dev/null
}

# Restricts permissions to the owner and removes temporary and incomplete files at exit.
begin() {
  umask 077
  trap tidy EXIT
  trap 'exit 129' HUP
  trap 'exit 130' INT
  trap 'exit 143' TERM
  work=$(mktemp -d) || fail 'cannot create a temporary directory'
}

# Like begin, for scripts that create servers in $work. PostgreSQL does not run as root, so root runs the servers as postgres or
# nobody. They are stopped before their data is removed.
begin_with_servers() {
  PATH=$(dirname "$(command -v initdb || printf '%s' "${programs:-.}/initdb")"):$PATH
  needs initdb pg_ctl
  owner=
  if [ "$(id -u)" = 0 ]; then
    needs setpriv
    owner=postgres
    id "$owner" >/dev/null 2>&1 || owner=nobody
  fi
  running=
  unset PGHOSTADDR PGSERVICE PGSERVICEFILE PGSYSCONFDIR PGOPTIONS PGSSLMODE PGPASSWORD PGREQUIREPEER PGCHANNELBINDING
  begin
  trap sweep_up EXIT
  mkdir "$work/log"
}

sweep_up() {
  status=${1:-$?}
  trap '' HUP INT TERM
  [ -z "$running" ] || as_owner pg_ctl -D "$work/$running" -m immediate -w stop >/dev/null 2>&1 || :
  tidy "$status"
}

as_owner() {
  if [ -n "$owner" ]; then
    setpriv --reuid="$owner" --regid="$(id -g "$owner")" --clear-groups -- "$@"
  else
    "$@"
  fi
}

# Starts the server of a directory in $work and sets PGPORT to its port.
start() { # name
  running=$1
  tries=0
  while [ "$tries" -lt 5 ]; do
    tries=$((tries + 1))
    PGPORT=$((20000 + $(od -An -N2 -tu2 /dev/urandom) % 40000))
    export PGPORT
    if as_owner pg_ctl -D "$work/$1" -l "$work/log/$1" -o "-p $PGPORT" -w -t 120 start >/dev/null 2>&1; then
      return
    fi
    grep -q 'Address already in use' "$work/log/$1" || break
  done
  fail "the $1 server failed to start: $(grep -E 'FATAL|PANIC' "$work/log/$1" | tail -n 1)"
}

stop() { # mode
  run "cannot stop the $running server" as_owner pg_ctl -D "$work/$running" -m "$1" -w stop
  running=
}

tidy() {
  status=${1:-$?}
  trap '' HUP INT TERM
  if [ -n "$child" ]; then
    kill "$child" 2>/dev/null || :
    wait "$child" 2>/dev/null || :
  fi
  [ -z "$part" ] || rm -rf "$part"
  rm -rf "$work"
  exit "$status"
}

# Runs a program in the background, so that a signal terminates it with the script. Its first error becomes the error message.
run() { # error message, program, arguments...
  purpose=$1
  shift
  "$@" >"$work/output" 2>"$work/errors" &
  child=$!
  if wait "$child"; then
    child=
  else
    child=
    fail "$purpose: $(first_error)"
  fi
}

# Prints the first error of a program, or its first line of output to standard error.
first_error() {
  line=$(grep -m 1 -E 'error:|ERROR:|FATAL:|PANIC:' "$work/errors" || sed -n '/./{p;q;}' "$work/errors")
  printf '%s\n' "${line:-terminated}" | sed 's/^[a-z_]*: *//; s/^[^ ]*:[0-9]*: *//; s/^error: *//'
}

# Prints the result of a query. Error details are omitted, because they can contain values.
ask() {
  psql -XAtqw -v ON_ERROR_STOP=1 -v VERBOSITY=terse -c "$1" 2>"$work/errors" || fail "cannot query the database: $(first_error)"
}

# Prints the schemas as an SQL list.
schema_list() {
  printf "'%s'" "$schemas" | sed "s/ /', '/g"
}

database() {
  ask 'SELECT current_database()'
}

# Flushes a file or directory to disk. If sync does not support arguments, it flushes everything.
settle() {
  if sync --version >/dev/null 2>&1; then
    sync "$1"
  else
    sync
  fi
}

# Renames complete output to its final name, which must not exist.
publish() { # from, to
  settle "$1"
  if [ -e "$2" ] || [ -L "$2" ]; then
    fail "$2 already exists"
  fi
  mv "$1" "$2" || fail "cannot rename $1 to $2"
  nested=$2/${1##*/}
  if [ -e "$nested" ]; then # a concurrent run created the directory
    rm -rf "$nested"
    fail "$2 already exists"
  fi
  settle "$(dirname "$2")"
}

# Removes incomplete output of killed runs: names that end in the id of a terminated process.
sweep() { # directory, pattern of the name without the id
  # shellcheck disable=SC2231 # the pattern must expand
  for left in "$1"/$2.*; do
    [ -e "$left" ] || continue
    kill -0 "${left##*.}" 2>/dev/null || rm -rf "$left"
  done
}

# Removes the oldest outputs of this script, except the current one.
retain() { # number to keep, directory, name prefix, name suffix, current output
  moment='[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]T[0-9][0-9][0-9][0-9][0-9][0-9]Z'
  # shellcheck disable=SC2231 # the pattern must expand
  for made in "$2"/$3$moment$4; do
    if [ -e "$made" ] && [ ! -L "$made" ] && [ "$made" != "$5" ]; then
      printf '%s\n' "$made"
    fi
  done | sort -r | tail -n "+$1" | while IFS= read -r old; do
    gone=$2/.${old##*/}.gone.$$
    mv "$old" "$gone" || fail "cannot remove $old"
    rm -rf "$gone" || fail "cannot remove $gone"
  done
}

is_number() {
  case $1 in
    '' | 0* | *[!0-9]*) return 1 ;;
  esac
}
