package fr.appui.boot;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether the database answers, and whether it and this node mean the same hour. Its tables are told of by {@link StorageHealth}. */
@Wellness
@ApplicationScoped
class DatabaseHealth implements HealthCheck {

    private static final Duration MOST = Duration.ofSeconds(2);

    private final DataSource database;
    private final Clock clock;

    DatabaseHealth(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("base de données");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT VERSION(), CAST(UNIX_TIMESTAMP(NOW(3)) * 1000 AS SIGNED)")) {
            row.next();
            Duration apart = Duration.ofMillis(row.getLong(2) - clock.millis());
            answer.up().withData("version", row.getString(1)).withData("écart d’horloge", apart.toMillis() + " ms");
            apart(apart).ifPresent(attention -> answer.withData("attention", attention));
        } catch (SQLException away) {
            answer.down()
                    .withData(
                            "attention",
                            DatabaseTrouble.of(away)
                                            .orElse(DatabaseTrouble.AWAY)
                                            .sentence()
                                    + " ; les appels sont pris, et attendent sur le disque d’être écrits");
        }
        return answer.build();
    }

    /** In French; empty when they agree. */
    static Optional<String> apart(Duration clocks) {
        return clocks.abs().compareTo(MOST) <= 0
                ? Optional.empty()
                : Optional.of("son horloge et celle de ce nœud diffèrent de "
                        + clocks.abs().toSeconds() + " s : les mettre à l’heure (systemd-timesyncd ou chrony)");
    }
}
