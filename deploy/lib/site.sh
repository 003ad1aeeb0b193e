# shellcheck shell=bash
# Sourced. A site of this machine alone: its ports, its secrets, its appui-site.conf.
#   secret                                32 characters at random
#   is_listened_on PORT                   whoever listens there, of any account
#   free_port PORT                        prints the first from there on that nobody of this machine has, of either kind
#   begin_database FOLDER PORT PASSWORD   as docs/fr/installation.md makes it, by the cache's MariaDB; $database is its process
#   set_in_site FILE SECTION KEY VALUE    where the example of appui-site.conf has it, commented out or not

secret() { od -An -N16 -tx1 /dev/urandom | tr -d ' \n'; }

is_listened_on() { awk -v port=":$(printf %04X "$1")\$" '$2 ~ port && $4 == "0A" { found = 1 } END { exit !found }' /proc/net/tcp{,6} 2>/dev/null; }

is_taken() { awk -v port=":$(printf %04X "$1")\$" '$2 ~ port { found = 1 } END { exit !found }' /proc/net/{tcp,udp}{,6} 2>/dev/null; }

free_port() {
  local port=$1
  while is_taken "$port"; do port=$((port + 1)); done
  echo "$port"
}

begin_database() {
  local folder=$1 port=$2 password=$3 base
  base=$(appui_cache)/mariadb
  [ -x "$base/bin/mariadbd" ] || die "pas de MariaDB dans $base ; deploy/start-try l'y met."
  # a MariaDB that begins removes what others keep in the system's folder for temporary files
  export LD_LIBRARY_PATH=$base/libs TMPDIR=$folder
  "$base/scripts/mariadb-install-db" --no-defaults --basedir="$base" --datadir="$folder/data" --user="$(id -un)" --skip-test-db --skip-name-resolve --force \
    >"$folder/installed" 2>&1 ||
    { cat "$folder/installed" >&2; exit 1; }
  printf '%s;\n' "CREATE DATABASE appui CHARACTER SET utf8mb4" "CREATE USER appui@'127.0.0.1' IDENTIFIED BY '$password'" \
    "GRANT ALL ON appui.* TO appui@'127.0.0.1'" >"$folder/accounts.sql"
  # shellcheck disable=SC2034 # of whoever sources this
  "$base/bin/mariadbd" --no-defaults --basedir="$base" --datadir="$folder/data" --user="$(id -un)" --port="$port" --bind-address=127.0.0.1 \
    --socket="$folder/db.sock" --skip-name-resolve --skip-ssl --skip-log-bin --init-file="$folder/accounts.sql" >"$folder/database.log" 2>&1 &
  database=$!
  unset LD_LIBRARY_PATH TMPDIR
}

set_in_site() {
  awk -v section="[$2](!)" -v key="$3" -v value="$4" '
    /^\[/ { here = $0 == section }
    here && !done && $0 ~ "^;?" key "[ =]" { print key " = " value; done = 1; next }
    { print }
    END { exit !done }' "$1" >"$1.next" || die "appui-site.conf.example n'a plus « $3 » dans [$2]."
  mv "$1.next" "$1"
}
