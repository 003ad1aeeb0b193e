# shellcheck shell=bash
# Unpacks Debian packages with their dependencies into the user's cache: no root, nothing installed on the host.
# Sourced. Host needs: apt-get, dpkg-deb, tar, flock, debian-archive-keyring.
#   appui_cache                              prints the cache folder, created
#   unpack_debs NAME SUITES PACKAGE...       puts the packages into <cache>/NAME/root; prints <cache>/NAME
#                                            SUITES: space-separated, tried in order
#   loader_dir ROOT                          prints the folder of an unpacked tree that holds its loader and libraries
#   write_wrapper FOLDER PROGRAM             writes FOLDER/bin/<name>, which runs FOLDER/root/PROGRAM with its own loader
# Environment: APPUI_CACHE  cache folder
#              MIRROR       Debian mirror; by default the one that the host's apt uses
#              KEYRING      keys that sign the mirror
#              COMPONENTS   default: main
# A caller may define after_unpack NEW_FOLDER FINAL_FOLDER, run before the folder is renamed into place.

UNPACK_LIB=$(dirname "$(realpath "${BASH_SOURCE[0]}")")

say() { printf '%s\n' "$*" >&2; }
die() { say "Erreur : $*"; exit 1; }

appui_cache() {
  local dir=${APPUI_CACHE:-}
  [ -n "$dir" ] || [ -z "${XDG_CACHE_HOME:-${HOME:-}}" ] || dir=${XDG_CACHE_HOME:-$HOME/.cache}/appui
  if [ -z "$dir" ] || ! mkdir -p "$dir" 2>/dev/null || [ ! -w "$dir" ]; then
    dir=$(realpath "$UNPACK_LIB/../..")/target/cache
    mkdir -p "$dir" || die "aucun dossier de cache accessible en écriture : donnez-en un par APPUI_CACHE."
  fi
  realpath "$dir"
}

debian_mirror() {
  if [ -n "${MIRROR:-}" ]; then echo "$MIRROR"; return; fi
  local codename
  # shellcheck disable=SC1091
  codename=$(. /etc/os-release && [ "$ID" = debian ] && echo "${VERSION_CODENAME:-stable}" || echo none)
  # shellcheck disable=SC2016
  apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' 2>/dev/null |
    awk -v codename="$codename" '$3 != "main" { next }
      $2 == codename || $2 == "stable" || $1 ~ /\/debian\/?$/ { if (!found++) print $1 }'
}

loader_dir() { dirname "$(find "$1/usr/lib" -mindepth 2 -maxdepth 2 -name 'ld-linux*.so.*' -print -quit)"; }

write_wrapper() {
  local folder=$1 program=$2 file loader
  file=$folder/bin/$(basename "$program")
  loader=$(echo "$(loader_dir "$folder/root")"/ld-linux*.so.*)
  mkdir -p "$folder/bin"
  cat >"$file" <<WRAPPER
#!/bin/sh
root=\$(dirname "\$(dirname "\$(realpath "\$0")")")/root
exec "\$root/${loader#"$folder/root/"}" --library-path "\$root/$(dirname "${loader#"$folder/root/"}")" "\$root/$program" "\$@"
WRAPPER
  chmod 755 "$file"
}

# Own lists, archives and status, so that the host's apt is neither read nor touched, but for its Acquire settings (proxy).
# A mirror may be frozen: its packages are signed all the same, so an index's age is not checked.
write_apt_conf() {
  local apt=$1 arch=$2
  mkdir -p "$apt"/{lists/partial,cache/archives/partial,etc}
  : >"$apt/status"
  {
    apt-config dump 2>/dev/null | grep -E '^Acquire::(http|https|ftp)' || true
    cat <<CONF
Dir::Etc::main "/dev/null"; Dir::Etc::parts "/dev/null"; Dir::Etc::sourceparts "/dev/null";
Dir::Etc::preferences "/dev/null"; Dir::Etc::preferencesparts "/dev/null"; Dir::Etc::trustedparts "/dev/null";
Dir::Etc::sourcelist "$apt/etc/sources.list";
Dir::State "$apt"; Dir::State::Lists "$apt/lists"; Dir::State::status "$apt/status"; Dir::Cache "$apt/cache";
APT::Architecture "$arch"; APT::Architectures { "$arch"; };
APT::Install-Recommends "false"; APT::Install-Suggests "false"; APT::Sandbox::User "";
Acquire::Languages "none"; Acquire::Retries "5"; Acquire::Check-Valid-Until "false"; Acquire::Check-Date "false";
CONF
  } >"$apt/apt.conf"
}

show_progress() {
  awk '/newly installed/ { total = $3 }
       /^Need to get/ { size = $4 " " $5; sub("B$", "o", size); print "  téléchargement de " total " paquets (" size ")"; fflush() }
       /^Get:/ && total && ++got % 25 == 0 { print "  " got "/" total " paquets"; fflush() }' >&2
}

download_debs() {
  local apt=$1 arch=$2 suites=$3 mirror keyring suite
  shift 3
  mirror=$(debian_mirror)
  [ -n "$mirror" ] || die "aucun miroir Debian dans les sources d'apt : donnez-en un par MIRROR=<adresse du miroir>."
  keyring=${KEYRING:-/usr/share/keyrings/debian-archive-keyring.gpg}
  for suite in $suites; do
    say "  lecture de l'index Debian « $suite »"
    echo "deb [arch=$arch signed-by=$keyring] $mirror $suite ${COMPONENTS:-main}" >"$apt/etc/sources.list"
    rm -rf "$apt"/cache/archives/{partial/*,*.deb}
    if APT_CONFIG=$apt/apt.conf LC_ALL=C apt-get -q -o APT::Update::Error-Mode=any update >"$apt/log" 2>&1 &&
      APT_CONFIG=$apt/apt.conf LC_ALL=C apt-get -q install -y --download-only "$@" 2>&1 | tee "$apt/log" | show_progress; then
      echo "$suite" >"$apt/suite"
      return
    fi
    say "  la suite « $suite » ne convient pas : $(grep -m 1 -E '^(E|W):' "$apt/log" || echo 'raison inconnue')"
  done
  die "paquets introuvables : $* (suites essayées : $suites). Vérifiez l'accès au miroir Debian, ou donnez-le par MIRROR."
}

unpack_archives() {
  local archives=$1 root=$2 deb
  mkdir -p "$root"/usr/{bin,sbin,lib,lib64}
  for deb in bin sbin lib lib64; do ln -s "usr/$deb" "$root/$deb"; done # merged /usr, as base-files would make it
  for deb in "$archives"/*.deb; do
    dpkg-deb --fsys-tarfile "$deb" | tar -x -C "$root" --no-same-owner --keep-directory-symlink
  done
}

unpack_debs() (
  set -euo pipefail
  umask 022 # who unpacks it is seldom who runs it
  name=$1 suites=$2
  shift 2
  cache=$(appui_cache)
  final=$cache/$name
  is_ready() { [ -f "$final/packages" ] && [ "$(cat "$final/packages")" = "$*" ]; }
  if is_ready "$@"; then echo "$final"; return; fi
  exec 9>"$cache/.$name.lock"
  flock -n 9 || { say "$name : un autre programme le prépare déjà, attente…"; flock 9; }
  if is_ready "$@"; then echo "$final"; return; fi

  for tool in apt-get dpkg-deb tar; do
    command -v "$tool" >/dev/null || die "la commande $tool manque : ce script demande Debian ou un système dérivé."
  done
  say "$name : préparation dans $final (une seule fois)"
  rm -rf "$cache/.$name".?????? # left by a run that was killed
  new=$(mktemp -d "$cache/.$name.XXXXXX")
  trap 'rm -rf "$new"' EXIT
  trap 'exit 130' INT TERM
  arch=$(dpkg --print-architecture)
  write_apt_conf "$new/apt" "$arch"
  download_debs "$new/apt" "$arch" "$suites" "$@"
  say "  déballage"
  unpack_archives "$new/apt/cache/archives" "$new/root"
  for deb in "$new"/apt/cache/archives/*.deb; do basename "$deb" .deb; done >"$new/versions"
  cp "$new/apt/suite" "$new/suite"
  rm -rf "$new/apt"
  if declare -F after_unpack >/dev/null; then after_unpack "$new" "$final"; fi
  echo "$*" >"$new/packages"
  chmod 755 "$new"
  rm -rf "$final"
  mv -T "$new" "$final"
  say "$name : prêt"
  echo "$final"
)
