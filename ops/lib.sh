# shellcheck shell=sh
# What the scripts of this directory share. It is sourced, and does nothing by itself but look for PostgreSQL's programs:
# where they are not on the PATH, in the directory where Debian keeps those of the newest version.

# The schemas that the migrations make, and Flyway: platform.
schemas='users companies activities access audit platform'

work=  # a directory for what is not kept
part=  # what is being made and has no final name yet
child= # the program that is being waited for

command -v pg_verifybackup >/dev/null 2>&1 || {
  programs=$(printf '%s\n' /usr/lib/postgresql/*/bin | sort -t / -k 5n | tail -n 1)
  PATH=$PATH:$programs
}

fail() {
  printf '%s: %s\n' "${0##*/}" "$*" >&2
  exit 1
}

misuse() {
  printf '%s: %s; -h explains\n' "${0##*/}" "$*" >&2
  exit 2
}

# Prints the comment that the script begins with.
explain_itself() {
  sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$0"
  exit 0
}

needs() {
  for program in "$@"; do
    command -v "$program" >/dev/null 2>&1 || fail "$program is not installed (Debian: apt-get install postgresql)"
  done
}

# Whether a JVM, whose version is $version from then on, makes AOT caches as we use them.
makes_aot_caches() { # its java
  version=$("$1" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.specification.version = //p')
  [ "${version%%.*}" -ge 25 ] 2>/dev/null
}

# What is made from here on is for its owner's eyes only; what is left unfinished goes when the script ends.
begin() {
  umask 077
  trap tidy EXIT
  trap 'exit 129' HUP
  trap 'exit 130' INT
  trap 'exit 143' TERM
  work=$(mktemp -d) || fail 'there is no room for temporary files'
}

# The same, for a script that makes servers of its own in $work. PostgreSQL refuses root, so by root they are run as
# postgres, else as nobody; they are stopped before what they stand on is removed.
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

# Starts the server of a directory in $work, on a port that is free: PGPORT.
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
  fail "the $1 server does not start: $(grep -E 'FATAL|PANIC' "$work/log/$1" | tail -n 1)"
}

stop() { # mode
  run "the $running server does not stop" as_owner pg_ctl -D "$work/$running" -m "$1" -w stop
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

# Runs a program that may take long, so that a signal ends it together with the script. What it complains of becomes the
# one sentence of the failure.
run() { # what cannot be done if it fails, program, arguments...
  purpose=$1
  shift
  "$@" >"$work/said" 2>"$work/complaint" &
  child=$!
  if wait "$child"; then
    child=
  else
    child=
    fail "$purpose: $(complaint)"
  fi
}

# One line of what a program has complained of: the first that names an error, else the first.
complaint() {
  line=$(grep -m 1 -E 'error:|ERROR:|FATAL:|PANIC:' "$work/complaint" || sed -n '/./{p;q;}' "$work/complaint")
  printf '%s\n' "${line:-it was ended}" | sed 's/^[a-z_]*: *//; s/^[^ ]*:[0-9]*: *//; s/^error: *//'
}

# One value or a few lines from the database. A server's details quote values, so they are not shown.
ask() {
  psql -XAtqw -v ON_ERROR_STOP=1 -v VERBOSITY=terse -c "$1" 2>"$work/complaint" || fail "the database cannot be asked: $(complaint)"
}

# The schemas as an SQL list.
schema_list() {
  printf "'%s'" "$schemas" | sed "s/ /', '/g"
}

database() {
  ask 'SELECT current_database()'
}

# Makes a file's or a directory's content outlive a power failure. Where sync takes no name, that of everything.
settle() {
  if sync --version >/dev/null 2>&1; then
    sync "$1"
  else
    sync
  fi
}

# Gives what is finished its final name, which nothing has yet.
publish() { # from, to
  settle "$1"
  if [ -e "$2" ] || [ -L "$2" ]; then
    fail "$2 is there already"
  fi
  mv "$1" "$2" || fail "$2 cannot be named"
  nested=$2/${1##*/}
  if [ -e "$nested" ]; then # another made the directory meanwhile, and has it now
    rm -rf "$nested"
    fail "$2 is there already"
  fi
  settle "$(dirname "$2")"
}

# Removes what killed runs left: names that end in the id of a process that lives no more.
sweep() { # directory, pattern of the name without the id
  # shellcheck disable=SC2231 # the pattern is meant to match
  for left in "$1"/$2.*; do
    [ -e "$left" ] || continue
    kill -0 "${left##*.}" 2>/dev/null || rm -rf "$left"
  done
}

# Removes the oldest of what this script made, but neither the one just made nor anything else.
retain() { # number to keep, directory, what the names begin with, what they end with, the one just made
  moment='[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]T[0-9][0-9][0-9][0-9][0-9][0-9]Z'
  # shellcheck disable=SC2231 # the pattern is meant to match
  for made in "$2"/$3$moment$4; do
    if [ -e "$made" ] && [ ! -L "$made" ] && [ "$made" != "$5" ]; then
      printf '%s\n' "$made"
    fi
  done | sort -r | tail -n "+$1" | while IFS= read -r old; do
    gone=$2/.${old##*/}.gone.$$
    mv "$old" "$gone" || fail "$old cannot be removed"
    rm -rf "$gone" || fail "$gone cannot be removed"
  done
}

is_number() {
  case $1 in
    '' | 0* | *[!0-9]*) return 1 ;;
  esac
}
