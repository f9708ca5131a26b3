# What tests/run and tests/bench/run share: programs that must be there, and a PostgreSQL of
# our own that is gone when the script ends. Sourced, not run.

have() { command -v "$1" >/dev/null 2>&1; }
say() { printf '\n== %s\n' "$*"; }
fail() {
  printf '%s: %s\n' "$0" "$*" >&2
  exit 1
}

postgres_programs() {
  local found
  found=$(dirname "$(command -v initdb || ls /usr/lib/postgresql/*/bin/initdb 2>/dev/null | tail -1)")
  [ "$found" = . ] || printf '%s\n' "$found"
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

# install_packages PACKAGE..: by apt-get, where that is possible from here.
install_packages() {
  [ $# -gt 0 ] || return 0
  say "Installing $*"
  if ! have apt-get || ! { [ "$(id -u)" = 0 ] || { have sudo && sudo -n true 2>/dev/null; }; }; then
    fail "these Debian packages are missing and cannot be installed from here: $*"
  fi
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q >/dev/null
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends \
    "$@" >/dev/null || fail "apt-get could not install: $*"
}

CLUSTER=
as_postgres() {
  if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

stop_postgres() {
  [ -n "$CLUSTER" ] || return 0
  as_postgres "$PROGRAMS/pg_ctl" stop -s -m immediate -D "$CLUSTER/data" >/dev/null 2>&1 || true
  rm -rf "$CLUSTER"
}

free_port() {
  local port
  while port=$((20000 + RANDOM)); do
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
  done
  echo "$port"
}

# start_postgres [OPTION..]: sets POSTGRES to the address of a server of our own; stops it at the end.
start_postgres() {
  local password port options
  PROGRAMS=$(postgres_programs)
  CLUSTER=$(mktemp -d /tmp/rctm-postgres.XXXXXX)
  trap stop_postgres EXIT
  password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  printf '%s\n' "$password" >"$CLUSTER/password"
  [ "$(id -u)" != 0 ] || chown -R postgres "$CLUSTER"
  (
    cd "$CLUSTER"
    LC_ALL=C.UTF-8 as_postgres "$PROGRAMS/initdb" --no-sync -U rctm -E UTF8 \
      -A scram-sha-256 --pwfile="$CLUSTER/password" -D "$CLUSTER/data" >"$CLUSTER/initdb.log"
  )
  for _ in 1 2 3; do
    port=$(free_port)
    options="-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200 $*"
    if (cd "$CLUSTER" && as_postgres "$PROGRAMS/pg_ctl" start -s -w -D "$CLUSTER/data" \
      -l "$CLUSTER/log" -o "$options"); then
      POSTGRES="postgres://rctm:$password@127.0.0.1:$port"
      return
    fi
  done
  tail -20 "$CLUSTER/log" >&2
  fail "PostgreSQL does not start"
}
