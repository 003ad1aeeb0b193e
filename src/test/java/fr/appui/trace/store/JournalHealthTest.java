package fr.appui.trace.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.trace.Calls;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps events of calls from the trace. */
class JournalHealthTest {

    private static final int CAPACITY = 25;

    @TempDir
    Path folder;

    @Test
    void eventsThatWaitForADatabaseAreToldAndNothingIsOutOfOrder() {
        try (var spool = Spool.open(folder, CAPACITY)) {
            spool.add(Calls.answeredBySecond("lille-1"), false);
            HealthCheckResponse told = health(spool, Optional.of("SQLException"));
            assertThat(told.getStatus()).isEqualTo(Status.UP);
            assertThat(told.getData().orElseThrow())
                    .containsEntry("en attente", 10L)
                    .containsEntry("depuis", "90 s")
                    .containsEntry("retenu par", "la base : SQLException");
        }
    }

    @Test
    void aSpoolThatIsNearlyFullIsOutOfOrderBeforeAnEventIsLost() {
        try (var spool = Spool.open(folder, CAPACITY)) {
            spool.add(Calls.answeredBySecond("lille-1"), false);
            spool.add(Calls.answeredBySecond("lille-2"), false);
            HealthCheckResponse told = health(spool, Optional.empty());
            assertThat(told.getStatus()).isEqualTo(Status.DOWN);
            assertThat(told.getData().orElseThrow().get("attention.tampon").toString())
                    .startsWith("presque plein (80 %)");
            spool.remove(spool.head(1));
            assertThat(health(spool, Optional.empty()).getStatus()).isEqualTo(Status.UP);
        }
    }

    @Test
    void anEventThatTheDatabaseRefusesIsOutOfOrderUntilSomebodyLooked() {
        try (var spool = Spool.open(folder, CAPACITY)) {
            spool.add(Calls.answeredBySecond("lille-1"), false);
            spool.park(spool.head(1).getFirst());
            HealthCheckResponse told = health(spool, Optional.empty());
            assertThat(told.getStatus()).isEqualTo(Status.DOWN);
            assertThat(told.getData().orElseThrow())
                    .containsEntry("mis de côté", 1L)
                    .hasEntrySatisfying(
                            "attention.mis de côté",
                            todo -> assertThat(todo.toString()).contains("journalctl"));
        }
    }

    private static HealthCheckResponse health(Spool spool, Optional<String> trouble) {
        return new JournalHealth(spool, () -> Duration.ofSeconds(90), () -> trouble).call();
    }
}
