package fr.appui.trace.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.appui.boot.EmbeddedMariaDb;
import fr.appui.trace.CallEvent;
import fr.appui.trace.CallId;
import fr.appui.trace.Calls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mariadb.jdbc.MariaDbDataSource;

/** A database of its own, to be killed: the journal takes everything meanwhile and carries it over when it is back. */
class StorageAwayTest {

    private static final Path BINARIES = Path.of("target", "mariadb", "binaries");

    /** In the system's folder for temporary files: what is kept is kept there too. */
    @TempDir
    Path folder;

    private final MariaDbDataSource source = new MariaDbDataSource();
    private final AtomicInteger told = new AtomicInteger();
    private EmbeddedMariaDb database;

    @BeforeEach
    void start() throws SQLException {
        startDatabase();
        Flyway.configure().dataSource(source).load().migrate();
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void a_database_killed_and_back_holds_every_call_once_and_in_order() throws Exception {
        try (var spool = Spool.open(folder.resolve("spool"), 10_000)) {
            var drainer =
                    new Drainer(spool, new EventTables(source, "1.2.3", () -> 7), () -> true, told::incrementAndGet);
            drainer.start();
            append(spool, drainer, IntStream.range(0, 10));
            await().until(() -> spool.depth() == 0);

            killDatabase();
            append(spool, drainer, IntStream.range(10, 40));
            append(spool, drainer, IntStream.range(0, 5)); // a witness repeats what is stored already
            await().until(() -> drainer.trouble().isPresent());
            assertThat(spool.depth()).isEqualTo(350);

            startDatabase();
            await().atMost(Duration.ofSeconds(30)).until(() -> spool.depth() == 0);
            drainer.stop();
            assertThat(drainer.trouble()).isEmpty();
        }
        for (int i = 0; i < 40; i++) {
            assertThat(stored("lille-" + i))
                    .isEqualTo(Calls.answeredBySecond("lille-" + i).stream()
                            .map(CallEvent::key)
                            .toList());
        }
        assertThat(count("call_event")).isEqualTo(400);
        assertThat(count("outbox")).isEqualTo(400);
        assertThat(count("call_summary")).isEqualTo(40);
    }

    private void append(Spool spool, Drainer drainer, IntStream calls) {
        calls.forEach(i -> {
            assertThat(spool.add(Calls.answeredBySecond("lille-" + i), false)).isTrue();
            drainer.wake();
        });
    }

    private void startDatabase() throws SQLException {
        database = EmbeddedMariaDb.keepingDataIn(folder.resolve("db"), BINARIES);
        source.setUrl(database.url());
        source.setUser(database.user());
        source.setPassword(database.password());
    }

    private void killDatabase() throws IOException {
        Path pid = folder.resolve("db/mariadbd.pid");
        var process =
                ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    private List<String> stored(String call) throws SQLException {
        try (var connection = source.getConnection()) {
            return new CallRows(connection)
                    .read(List.of(new CallId(call).value())).get(call).story().events().stream()
                            .map(CallEvent::key)
                            .toList();
        }
    }

    private long count(String table) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            row.next();
            return row.getLong(1);
        }
    }
}
