package fr.appui.boot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** Asked before anything is written: a migration that fails half way leaves tables that the next one stumbles over. */
final class DatabaseRights {

    private static final String TRIGGERS_ARE_REFUSED = """
        SELECT EXISTS (SELECT 1 FROM information_schema.global_variables
                WHERE variable_name IN ('LOG_BIN', 'WSREP_ON') AND variable_value = 'ON')
           AND @@GLOBAL.log_bin_trust_function_creators = 0
           AND NOT EXISTS (SELECT 1 FROM information_schema.user_privileges WHERE privilege_type = 'SUPER')
        """;

    private final DataSource database;
    private final Flyway flyway;

    DatabaseRights(DataSource database, Flyway flyway) {
        this.database = database;
        this.flyway = flyway;
    }

    /** One French sentence with the command to run; empty when nothing is missing. */
    Optional<String> missing() throws SQLException {
        return Stream.of(flyway.info().pending()).anyMatch(DatabaseRights::createsTriggers) && triggersAreRefused()
                ? Optional.of(
                        "la base tient un journal binaire et n’accepte pas de déclencheur d’un compte ordinaire : y"
                                + " exécuter, en administrateur, « SET GLOBAL log_bin_trust_function_creators = 1 » (et"
                                + " l’écrire dans son fichier de réglages) ; rien n’a été écrit, la mise en place se fera"
                                + " aussitôt après")
                : Optional.empty();
    }

    private boolean triggersAreRefused() throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(TRIGGERS_ARE_REFUSED)) {
            answer.next();
            return answer.getBoolean(1);
        }
    }

    private static boolean createsTriggers(MigrationInfo migration) {
        String file = migration.getScript().substring(migration.getScript().lastIndexOf('/') + 1);
        try (InputStream script = DatabaseRights.class.getResourceAsStream("/db/migration/" + file)) {
            return script != null
                    && new String(script.readAllBytes(), StandardCharsets.UTF_8).contains("CREATE TRIGGER");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
