# shellcheck shell=bash
# Sourced by what tries something, and tells each thing by a line. $wrong: 1 once something was not as it should be.
#   is WHAT COMMAND…      the command succeeds; else what it said is told too
#   isnt WHAT COMMAND…    it fails
#   same ONE OTHER
#   until_so SECONDS COMMAND…   the command succeeds by then
wrong=0
is() {
  local what=$1 said
  shift
  said=$(mktemp)
  if "$@" >"$said" 2>&1; then
    echo "  bon   $what"
  else
    echo "  FAUX  $what : $*"
    tail -n 12 "$said"
    # shellcheck disable=SC2034 # of whoever sources this
    wrong=1
  fi
  rm -f "$said"
}
isnt() { local what=$1; shift; is "$what" bash -c '! "$@"' - "$@"; }
same() { [ "$1" = "$2" ]; }
until_so() { # SECONDS COMMAND…
  local last=$(($(date +%s) + $1))
  shift
  until "$@" >/dev/null 2>&1; do
    [ "$(date +%s)" -lt "$last" ] || return 1
    sleep 0.3
  done
}
