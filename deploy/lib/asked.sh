# shellcheck shell=bash
# Sourced by what asks a running service for something. Ends with 2 and one sentence where it was not done.
#   ask_service METHOD PATH SECONDS ADDRESS    prints what it answered to APPUI_TOKEN
unasked() { echo "Erreur : $*" >&2; exit 2; }
ask_service() {
  local answer status
  [ -n "${APPUI_TOKEN:-}" ] || unasked "donnez par APPUI_TOKEN un jeton de service du rôle Administration (page Jetons)."
  # The token goes by standard input: the list of processes shows arguments to everybody.
  answer=$(curl -sS --max-time "$3" -X "$1" -H @- -w '\n%{http_code}' "$4$2" <<<"Authorization: Bearer $APPUI_TOKEN") ||
    unasked "$4 ne répond pas : systemctl status appui, ou donner l'adresse du service."
  status=${answer##*$'\n'} answer=${answer%$'\n'*}
  case $status in
    2??) printf '%s\n' "$answer" ;;
    3??) unasked "$4 renvoie ailleurs : le service répond en TLS ; donner l'adresse qu'a son certificat (appui.web.address)." ;;
    401 | 403) unasked "$4 n'admet pas ce jeton : il en faut un du rôle Administration, sur tous les territoires (page Jetons)." ;;
    *) unasked "$4 répond $status : $answer" ;;
  esac
}
