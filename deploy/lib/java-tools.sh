# shellcheck shell=bash
# Sourced. Finds the JDK and the Maven that build the project.
#   use_jdk         exports JAVA_HOME and what a JDK >= JDK_MIN needs; unpacks one when the machine has none
#   find_jdk        prints the home of a JDK >= JDK_MIN of this machine, or nothing
#   find_maven      prints the mvn on the PATH when it is recent enough, or nothing; needs JAVA_HOME
#   unpacked NAME MISSING  prints the value that java-unpack gives for NAME, or says that MISSING is to be installed
#   download_maven  prints the mvn downloaded from MVNW_REPOURL, as Maven's wrapper does, or by the machine's own older Maven

# shellcheck source=deploy/lib/unpack-debs.sh
. "$(dirname "${BASH_SOURCE[0]}")/unpack-debs.sh"

PROJECT=$(realpath "$UNPACK_LIB/../..")
JDK_MIN=21
MAVEN_MIN=3.8.6

jdk_version() {
  [ -x "$1/bin/javac" ] || return 1
  sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null | grep . && return
  "$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p'
}

is_jdk() {
  local version
  version=$(jdk_version "$1") && [ "${version:-0}" -ge "$JDK_MIN" ]
}

# JAVA_HOME, then the PATH, then the usual folders: there, long-term releases before newer ones.
find_jdk() {
  local home javac version
  if [ -n "${JAVA_HOME:-}" ] && is_jdk "$JAVA_HOME"; then echo "$JAVA_HOME"; return; fi
  javac=$(command -v javac || true)
  if [ -n "$javac" ]; then
    home=$(dirname "$(dirname "$(realpath "$javac")")")
    if is_jdk "$home"; then echo "$home"; return; fi
  fi
  for home in /usr/lib/jvm/* /opt/* /opt/*/* "${HOME:-}"/.sdkman/candidates/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if is_jdk "$home"; then
      version=$(jdk_version "$home")
      case $version in 21 | 25) version=$((version + 1000)) ;; esac
      echo "$version $home"
    fi
  done | sort -rn | head -n 1 | cut -d ' ' -f 2-
}

# java-unpack is a process of its own, so that any failure inside ends it.
unpacked() {
  local variable=$1 missing=$2 found
  if command -v apt-get >/dev/null && found=$(bash "$PROJECT/deploy/java-unpack"); then
    sed -n "s/^$variable=//p" <<<"$found"
  else
    die "installez $missing."
  fi
}

use_jdk() {
  # Without a UTF-8 locale, Java writes « ? » for every accent, in file names too.
  [ "$(locale charmap 2>/dev/null)" = UTF-8 ] || export LC_ALL=C.UTF-8
  JAVA_HOME=$(find_jdk)
  if [ -z "$JAVA_HOME" ]; then
    JAVA_HOME=$(unpacked JAVA_HOME "un JDK $JDK_MIN ou plus récent (paquet openjdk-$JDK_MIN-jdk-headless), ou donnez son dossier par JAVA_HOME")
    [ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_FILE=$JAVA_HOME/lib/fonts.conf
  fi
  export JAVA_HOME PATH="$JAVA_HOME/bin:$PATH"
}

find_maven() {
  local mvn version
  mvn=$(command -v mvn) || return 0
  version=$("$mvn" --version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p')
  [ -z "$version" ] || [ "$(printf '%s\n' "$MAVEN_MIN" "$version" | sort -V | head -n 1)" != "$MAVEN_MIN" ] || echo "$mvn"
}

# By the machine's Maven: from where its settings say.
copy_maven() {
  mvn -B -ntp -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
    -Dartifact="org.apache.maven:apache-maven:$1:tar.gz:bin" -DoutputDirectory="$2" >&2 &&
    mv "$2/apache-maven-$1-bin.tar.gz" "$2/maven.tar.gz"
}

fetch() { if command -v curl >/dev/null; then curl -fL# -o "$2" "$1"; else wget -O "$2" "$1"; fi; }

download_maven() {
  local version home new sum
  property() { sed -n "s/^$1=//p" "$PROJECT/.mvn/wrapper/maven-wrapper.properties"; }
  version=$(property distributionVersion)
  home=$(appui_cache)/maven-$version
  if [ ! -x "$home/bin/mvn" ]; then
    say "Maven $version : téléchargement"
    new=$(mktemp -d "$home.XXXXXX")
    if [ -n "${MVNW_REPOURL:-}" ]; then
      fetch "${MVNW_REPOURL%/}/org/apache/maven/apache-maven/$version/apache-maven-$version-bin.tar.gz" "$new/maven.tar.gz"
    else
      (cd "$new" && copy_maven "$version" "$new")
    fi &&
      sum=$({ sha512sum "$new/maven.tar.gz" 2>/dev/null || shasum -a 512 "$new/maven.tar.gz"; } | cut -d ' ' -f 1) &&
      [ "$sum" = "$(property distributionSha512Sum)" ] &&
      tar -xzf "$new/maven.tar.gz" -C "$new" &&
      { mv -T "$new/apache-maven-$version" "$home" 2>/dev/null || [ -x "$home/bin/mvn" ]; }
    rm -rf "$new"
  fi
  [ -x "$home/bin/mvn" ] || die "Maven $version n'a pu être téléchargé, ou n'est pas l'archive attendue : installez Maven $MAVEN_MIN ou plus récent, ou corrigez MVNW_REPOURL."
  echo "$home/bin/mvn"
}
