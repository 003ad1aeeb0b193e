# shellcheck shell=bash
# Sourced by what is run beside the service, and does as its settings say: /etc/appui/appui.properties, or APPUI_SETTINGS.
#   setting KEY       its value, empty where it is not there
#   database_name     the one that the service writes to; appui where none is set
setting() {
  { sed -nE "s/^[[:space:]]*${1//./\\.}[[:space:]]*[=:][[:space:]]*(.*[^[:space:]])[[:space:]]*\$/\1/p" "${APPUI_SETTINGS:-/etc/appui/appui.properties}" 2>/dev/null || true; } | tail -n 1
}

database_name() {
  local address
  address=$(setting quarkus.datasource.jdbc.url)
  address=${address%%\?*}
  [[ $address =~ ^jdbc:.*//[^/]+/([^/]+)$ ]] && echo "${BASH_REMATCH[1]}" || echo appui
}
