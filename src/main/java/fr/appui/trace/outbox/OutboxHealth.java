package fr.appui.trace.outbox;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** What waits for others, and what was set aside and needs a person to look. */
@Wellness
@ApplicationScoped
class OutboxHealth implements HealthCheck {

    private final DataSource database;
    private final Supplier<Optional<String>> trouble;

    @Inject
    OutboxHealth(DataSource database, OutboxRelay relay) {
        this(database, relay::trouble);
    }

    OutboxHealth(DataSource database, Supplier<Optional<String>> trouble) {
        this.database = database;
        this.trouble = trouble;
    }

    @Override
    public HealthCheckResponse call() {
        String sql = "SELECT (SELECT COUNT(*) FROM outbox WHERE sent_at_ms IS NULL AND parked_at_ms IS NULL),"
                + " (SELECT COUNT(*) FROM outbox WHERE parked_at_ms IS NOT NULL) + (SELECT COUNT(*) FROM parked_event)";
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return of(row.getLong(1), row.getLong(2), trouble.get());
        } catch (SQLException away) {
            return HealthCheckResponse.named("outbox")
                    .down()
                    .withData(
                            "attention",
                            "la base ne répond pas : voir « base de données » ; rien n’est compté ni envoyé en attendant")
                    .build();
        }
    }

    static HealthCheckResponse of(long waiting, long parked, Optional<String> trouble) {
        var answer = HealthCheckResponse.named("outbox")
                .up()
                .withData("en attente", waiting)
                .withData("mis de côté", parked);
        if (parked > 0) {
            answer.down()
                    .withData(
                            "attention.mis de côté",
                            "événements que personne ne prend : " + parked
                                    + " ; lesquels et pourquoi : GET /api/events/parked (docs/events.md)");
        }
        trouble.ifPresent(why -> answer.down()
                .withData(
                        "attention.envoi",
                        "en attente : " + waiting + " ; journalctl -u appui dit ce qui empêche : " + why));
        return answer.build();
    }
}
