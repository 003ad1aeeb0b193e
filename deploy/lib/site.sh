# shellcheck shell=bash
# Sourced. A site of this machine alone: its ports, its secrets, its appui-site.conf.
#   secret                                32 characters at random
#   is_listened_on PORT                   whoever listens there, of any account
#   free_port PORT                        prints the first from there on that nobody of this machine has, of either kind
#   set_in_site FILE SECTION KEY VALUE    where the example of appui-site.conf has it, commented out or not

secret() { od -An -N16 -tx1 /dev/urandom | tr -d ' \n'; }

is_listened_on() { awk -v port=":$(printf %04X "$1")\$" '$2 ~ port && $4 == "0A" { found = 1 } END { exit !found }' /proc/net/tcp{,6} 2>/dev/null; }

is_taken() { awk -v port=":$(printf %04X "$1")\$" '$2 ~ port { found = 1 } END { exit !found }' /proc/net/{tcp,udp}{,6} 2>/dev/null; }

free_port() {
  local port=$1
  while is_taken "$port"; do port=$((port + 1)); done
  echo "$port"
}

set_in_site() {
  awk -v section="[$2](!)" -v key="$3" -v value="$4" '
    /^\[/ { here = $0 == section }
    here && !done && $0 ~ "^;?" key "[ =]" { print key " = " value; done = 1; next }
    { print }
    END { exit !done }' "$1" >"$1.next" || die "appui-site.conf.example n'a plus « $3 » dans [$2]."
  mv "$1.next" "$1"
}
