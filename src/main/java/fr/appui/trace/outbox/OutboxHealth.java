package fr.appui.trace.outbox;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** What waits for others, and what was set aside and needs a person to look. */
@Wellness
@ApplicationScoped
class OutboxHealth implements HealthCheck {

    private final DataSource database;
    private final OutboxRelay relay;

    OutboxHealth(DataSource database, OutboxRelay relay) {
        this.database = database;
        this.relay = relay;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("outbox");
        relay.trouble().ifPresent(trouble -> answer.withData("trouble", trouble));
        String sql = "SELECT (SELECT COUNT(*) FROM outbox WHERE sent_at_ms IS NULL AND parked_at_ms IS NULL),"
                + " (SELECT COUNT(*) FROM outbox WHERE parked_at_ms IS NOT NULL) + (SELECT COUNT(*) FROM parked_event)";
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            long parked = row.getLong(2);
            boolean well = parked == 0 && relay.trouble().isEmpty();
            return answer.status(well)
                    .withData("waiting", row.getLong(1))
                    .withData("parked", parked)
                    .build();
        } catch (SQLException away) {
            return answer.down().withData("trouble", "database").build();
        }
    }
}
