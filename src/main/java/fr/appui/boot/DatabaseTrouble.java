package fr.appui.boot;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why the database is not to be had, in one French sentence that names what to look at. */
enum DatabaseTrouble {
    ACCOUNT(
            failure -> failure.getErrorCode() == 1045 || failure.getErrorCode() == 1698,
            "la base refuse le compte ou son mot de passe : vérifier quarkus.datasource.username et"
                    + " quarkus.datasource.password (QUARKUS_DATASOURCE_PASSWORD dans secrets.env)"),
    RIGHTS(
            failure -> List.of(1044, 1142, 1143, 1227, 1370).contains(failure.getErrorCode()),
            "le compte de quarkus.datasource.username n’a pas tous les droits sur la base de quarkus.datasource.jdbc.url :"
                    + " vérifier son nom, ou y exécuter, en administrateur, « GRANT ALL ON base.* TO compte »"),
    NAME(
            failure -> failure.getErrorCode() == 1049,
            "aucune base n’a le nom que donne quarkus.datasource.jdbc.url : corriger ce nom, ou la créer (« CREATE DATABASE"
                    + " … CHARACTER SET utf8mb4 »)"),
    AWAY(
            DatabaseTrouble::isNoAnswer,
            "la base ne répond pas : vérifier le serveur et le port de quarkus.datasource.jdbc.url, et que MariaDB y est en"
                    + " marche");

    private final Predicate<SQLException> is;
    private final String sentence;

    DatabaseTrouble(Predicate<SQLException> is, String sentence) {
        this.is = is;
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }

    /** Neither has a pool that waits in vain an answer to tell. */
    private static boolean isNoAnswer(SQLException failure) {
        return failure.getErrorCode() == 0
                || String.valueOf(failure.getSQLState()).startsWith("08");
    }

    /** Empty where it is none of them. */
    static Optional<DatabaseTrouble> of(Throwable failure) {
        List<SQLException> ofTheDatabase = causes(failure)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .toList();
        return Stream.of(values())
                .filter(trouble -> ofTheDatabase.stream().anyMatch(trouble.is))
                .findFirst();
    }

    /** With what was tried meanwhile, as a pool tells it. */
    static Stream<Throwable> causes(@Nullable Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> Stream.concat(Stream.of(cause), Stream.of(cause.getSuppressed())));
    }
}
