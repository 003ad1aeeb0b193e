package fr.appui.boot;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.calls.Ports;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;
import org.mariadb.jdbc.MariaDbDataSource;

class DatabaseHealthTest {

    @Test
    void oneThatDoesNotAnswerIsOutOfOrderWithWhatToLookAtAndWhatBecomesOfCalls() throws IOException, SQLException {
        var away = new MariaDbDataSource("jdbc:mariadb://127.0.0.1:" + Ports.tcp() + "/appui");
        HealthCheckResponse told = new DatabaseHealth(away, Clock.systemUTC()).call();
        assertThat(told.getStatus()).isEqualTo(Status.DOWN);
        assertThat(told.getData().orElseThrow().get("attention").toString())
                .contains("quarkus.datasource.jdbc.url", "les appels sont pris");
    }
}
