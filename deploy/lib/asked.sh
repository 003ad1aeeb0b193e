# shellcheck shell=bash
# Sourced by what asks a running service for something. Ends with 2 and one sentence where it was not done.
#   ask_service METHOD PATH SECONDS [ADDRESS]  prints what it answered to APPUI_TOKEN; ADDRESS: APPUI_ADDRESS, else http://127.0.0.1:8080
unasked() { echo "Erreur : $*" >&2; exit 2; }
ask_service() {
  local answer status address=${4:-${APPUI_ADDRESS:-http://127.0.0.1:8080}}
  [ -n "${APPUI_TOKEN:-}" ] || unasked "donnez par APPUI_TOKEN un jeton de service du rôle Administration (page Jetons)."
  # The token goes by standard input: the list of processes shows arguments to everybody.
  answer=$(curl -sS --max-time "$3" -X "$1" -H @- -w '\n%{http_code}' "$address$2" <<<"Authorization: Bearer $APPUI_TOKEN") ||
    unasked "$address ne répond pas : systemctl status appui, ou donner l'adresse du service."
  status=${answer##*$'\n'} answer=${answer%$'\n'*}
  case $status in
    2??) printf '%s\n' "$answer" ;;
    3??) unasked "$address renvoie ailleurs : le service répond en TLS ; donner l'adresse qu'a son certificat (appui.web.address)." ;;
    401 | 403) unasked "$address n'admet pas ce jeton : il en faut un du rôle Administration, sur tous les territoires (page Jetons)." ;;
    *) unasked "$address répond $status : $answer" ;;
  esac
}
