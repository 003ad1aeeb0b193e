package fr.appui.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.appui.AtLength;
import fr.appui.Whole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * Migrations whose connection, process or database ends at a write: the next start goes on, and the database is in the end as if
 * nothing had happened. Connections end after every tenth write, and every fifth before a release; processes and databases, which
 * take seconds, after fewer; and all after each with {@code -Dmigrations.cut-every=1} ({@code docs/tests.md}).
 */
@Whole
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("migrations cut short")
class MigrationCutShortIT {

    private static final int EVERY = Integer.getInteger("migrations.cut-every", 60);
    private static final int CONNECTION_EVERY = Math.min(EVERY, AtLength.of(10, 5));
    private static final int MOST_STARTS = 2_000;

    /** Each end of a connection would be told at length. */
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    private static EmbeddedMariaDb database;
    private static Map<String, String> whole;

    @BeforeAll
    static void migrateOnceWithoutHarm() throws SQLException {
        FLYWAY.setLevel(Level.OFF);
        database = MariaDbResource.startThrowAway();
        var reference = source("reference");
        stepwise(reference).load().migrate();
        whole = contentOf(reference);
        assertThat(whole).hasSizeGreaterThan(40);
    }

    @AfterAll
    static void end() {
        database.close();
    }

    @Test
    void flywayAloneMakesTheSame() throws SQLException {
        var plain = source("plain");
        Flyway.configure().dataSource(plain).load().migrate();
        assertThat(contentOf(plain)).isEqualTo(whole);
        stepwise(plain).load().validate();
    }

    @Test
    void aConnectionMayEndAfterAWrite() throws SQLException {
        var cut = source("connections");
        int cuts = startUntilDone(cut, new HashSet<>(), CONNECTION_EVERY, Cuts::loseConnection);
        assertThat(cuts).isGreaterThan(30);
        assertThat(contentOf(cut)).isEqualTo(whole);
        System.out.printf("migrations: %d connections ended, each after another write%n", cuts);
    }

    @Test
    void aProcessMayEndAfterAWrite() throws Exception {
        var cut = source("processes");
        Path met = Files.createTempFile(Path.of("target"), "met", ".txt");
        int ended = 0;
        while (process(cut.getUrl(), met) == MigratingProcess.ENDED) {
            ended++;
            assertThat(ended).as("starts without an end").isLessThan(MOST_STARTS);
        }
        assertThat(ended).isPositive();
        assertThat(contentOf(cut)).isEqualTo(whole);
        System.out.printf("migrations: %d processes ended, each after another write%n", ended);
    }

    @Test
    void theDatabaseMayEndAfterAWrite() throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "mariadb")), "cut");
        Path binaries = Path.of("target", "mariadb", "binaries");
        Set<String> met = new HashSet<>();
        int ended = 0;
        while (true) {
            try (EmbeddedMariaDb mine = EmbeddedMariaDb.keepingDataIn(folder, binaries)) {
                var cut = source(mine, "appui");
                try {
                    var cuts = new Cuts(met, EVERY, (write, connection) -> {
                        kill(folder);
                        throw Cuts.gone(write);
                    });
                    stepwise(cuts.over(cut)).load().migrate();
                    assertThat(contentOf(cut)).isEqualTo(whole);
                    break;
                } catch (RuntimeException away) {
                    ended++;
                    assertThat(ended).as("starts without an end").isLessThan(MOST_STARTS);
                }
            } catch (IllegalStateException killedAlready) {
                assertThat(killedAlready).hasMessageContaining("did not stop");
            }
        }
        assertThat(ended).isPositive();
        System.out.printf("migrations: the database ended %d times, each after another write%n", ended);
    }

    /** Versions before kept no notes: their Flyway makes a migration from its first statement, whatever is there. */
    @Test
    void whatAVersionBeforeLeftHalfDoneIsMended() throws SQLException {
        Set<String> met = new HashSet<>();
        int left = 0;
        for (int at = 0; at < MOST_STARTS; at++) {
            var half = source("before_" + at);
            var cuts = new Cuts(met, Math.min(EVERY, 30), Cuts::loseConnection);
            try {
                Flyway.configure().dataSource(cuts.over(half)).load().migrate();
                break;
            } catch (RuntimeException cut) {
                left++;
                stepwise(half).load().migrate();
                assertThat(contentOf(half)).isEqualTo(whole);
            } finally {
                run(database.url(), "DROP DATABASE IF EXISTS before_" + at);
            }
        }
        assertThat(left).isGreaterThan(5);
        System.out.printf("migrations: %d left half done by the version before, mended%n", left);
    }

    @Test
    void aFailureThatFlywayNotedIsTriedAgain() throws SQLException {
        var failed = source("failed");
        stepwise(failed).target("500").load().migrate();
        run(failed.getUrl(), "CREATE TABLE audit_entry (a INT)");
        assertThatThrownBy(() -> stepwise(failed).load().migrate())
                .as("a table of somebody else is not taken for ours")
                .hasMessageContaining("audit_entry");
        run(failed.getUrl(), "DROP TABLE audit_entry");
        stepwise(failed).load().migrate();
        assertThat(contentOf(failed)).isEqualTo(whole);
    }

    // ---

    private static int startUntilDone(DataSource source, Set<String> met, int every, Cuts.End end) {
        int cuts = 0;
        for (int start = 0; start < MOST_STARTS; start++) {
            var these = new Cuts(met, every, end);
            try {
                stepwise(these.over(source)).load().migrate();
                return cuts;
            } catch (RuntimeException cut) {
                assertThat(these.made()).as(cut.getMessage()).isPositive();
                cuts++;
            }
        }
        throw new AssertionError("never done");
    }

    private static int process(String url, Path met) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                MigratingProcess.class.getName(),
                url,
                database.user(),
                met.toString(),
                Integer.toString(EVERY));
        builder.environment().put("APPUI_PASSWORD", database.password());
        builder.redirectErrorStream(true)
                .redirectOutput(Path.of("target", "migrating.log").toFile());
        int status = builder.start().waitFor();
        assertThat(status).as("see target/migrating.log").isIn(0, MigratingProcess.ENDED);
        return status;
    }

    private static void kill(Path folder) {
        try {
            var process = ProcessHandle.of(Long.parseLong(
                            Files.readString(folder.resolve("mariadbd.pid")).strip()))
                    .orElseThrow();
            process.destroyForcibly();
            process.onExit().join();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static FluentConfiguration stepwise(DataSource source) {
        FluentConfiguration flyway = Flyway.configure().dataSource(source);
        new StepByStep().customize(flyway);
        return flyway;
    }

    private static MariaDbDataSource source(String name) throws SQLException {
        return source(database, name);
    }

    private static MariaDbDataSource source(EmbeddedMariaDb server, String name) throws SQLException {
        var source = new MariaDbDataSource(server.url().replace("/appui?", "/" + name + "?"));
        source.setUser(server.user());
        source.setPassword(server.password());
        return source;
    }

    private static void run(String url, String sql) throws SQLException {
        var source = new MariaDbDataSource(url);
        source.setUser(database.user());
        source.setPassword(database.password());
        try (Connection connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** How each table and trigger is made, and what rows it begins with; what notes of migrations say aside. */
    private static Map<String, String> contentOf(DataSource source) throws SQLException {
        Map<String, String> content = new TreeMap<>();
        try (Connection connection = source.getConnection()) {
            for (String table : column(connection, 1, "SHOW TABLES")) {
                if (!table.startsWith("flyway") && !table.equals("migration_step")) {
                    content.put(
                            table,
                            column(connection, 2, "SHOW CREATE TABLE " + table) + " rows "
                                    + column(connection, 1, "SELECT COUNT(*) FROM " + table));
                }
            }
            for (String trigger : column(connection, 1, "SHOW TRIGGERS")) {
                content.put(
                        "trigger " + trigger,
                        column(connection, 3, "SHOW CREATE TRIGGER " + trigger).toString());
            }
            content.put(
                    "history",
                    column(
                                    connection,
                                    1,
                                    "SELECT CONCAT(version, ' ', checksum, ' ', success) FROM flyway_schema_history"
                                            + " WHERE version IS NOT NULL ORDER BY version + 0")
                            .toString());
        }
        return content;
    }

    private static Set<String> column(Connection connection, int number, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            Set<String> values = new LinkedHashSet<>();
            while (rows.next()) {
                values.add(rows.getString(number));
            }
            return values;
        }
    }
}
