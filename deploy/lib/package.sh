# shellcheck shell=bash
# Sourced by what tries the Debian package. Packages for a try:
#   open_next PACKAGE FOLDER   what comes after it, laid open to be changed
#   pack FOLDER FILE           an opened one, as a package
#   pack_jdk FOLDER FILE       essai-jdk, which lays a file where Debian's JDKs are

open_next() {
  dpkg-deb --raw-extract "$1" "$2"
  sed -i 's/^Version: .*/&+essai/' "$2/DEBIAN/control"
}

pack() { dpkg-deb --build -Znone "$1" "$2" >/dev/null; }

pack_jdk() {
  mkdir -p "$1/usr/lib/jvm/essai" "$1/DEBIAN"
  touch "$1/usr/lib/jvm/essai/release"
  printf '%s\n' 'Package: essai-jdk' 'Version: 1' 'Architecture: all' 'Maintainer: essai <essai@localhost>' 'Description: essai' >"$1/DEBIAN/control"
  pack "$1" "$2"
}
