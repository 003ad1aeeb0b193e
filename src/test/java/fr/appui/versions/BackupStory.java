package fr.appui.versions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.appui.boot.EmbeddedMariaDb;
import fr.appui.boot.MariaDbResource;
import fr.appui.calls.ServiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A year of a service, saved while it works and encrypted, comes back on a server that has nothing: every answer, report, digest and act is
 * what it was. {@code deploy/backup-try}.
 */
class BackupStory {

    private static final Path SERVICE = Path.of("target", "quarkus-app");
    private static final KeptVersion YEAR = KeptVersion.before(Version.parse(Pom.version()));
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> APPEND_ONLY = List.of("audit_entry", "call_event", "submitted_report");

    private final List<AutoCloseable> parts = new ArrayList<>();
    private Path folder;
    private Path backups;

    @BeforeEach
    void aKey() throws IOException {
        folder = Files.createTempDirectory("bk"); // a short path: gpg's agent listens in it
        backups = folder.resolve("backups");
        Path home = Files.createDirectories(folder.resolve("gnupg"));
        run(Map.of(), "chmod", "700", home.toString());
        run(
                gpg(),
                "gpg",
                "--batch",
                "--quiet",
                "--passphrase",
                "",
                "--quick-generate-key",
                "sauvegardes",
                "default",
                "default");
        Files.writeString(
                folder.resolve("backup.pub"),
                run(gpg(), "gpg", "--armor", "--export", "sauvegardes").said());
    }

    @AfterEach
    void end() throws Exception {
        run(gpg(), "gpgconf", "--kill", "gpg-agent");
        for (AutoCloseable part : parts.reversed()) {
            part.close();
        }
    }

    @Test
    void aYearComesBackOnAServerThatHasNothing() throws Exception {
        EmbeddedMariaDb first = keep(MariaDbResource.startThrowAway());
        make(first);
        KeptDatabase.read(YEAR.database(), first);
        ServiceProcess working = keep(VersionDump.service(SERVICE, first, VersionDump.JANUARY, false));
        working.start();
        assertThat(working.post(
                                LivedInYear.OISE + "/difficulties",
                                "{\"date\": \"2027-01-04\", \"category\": \"OTHER\", \"text\": \"Avant la sauvegarde.\"}")
                        .statusCode())
                .isEqualTo(201);
        ObjectNode before = Answers.of(working);
        Path settings = Files.writeString(folder.resolve("appui.properties"), "appui.home=/var/lib/appui\n");

        Run saved = run(backup(first, settings), "deploy/backup", backups.toString());
        assertThat(saved.status()).as(saved.said()).isZero();
        JsonNode chain = JSON.readTree(working.get("/api/audit/verification").body());
        List<String> kept = rows(first);
        assertThat(folder.resolve("last-backup")).exists();
        assertThat(names()).hasSize(2).allMatch(name -> name.matches("appui-\\S+Z\\.(sql|files\\.tar)\\.gz\\.gpg"));
        Path dump = backups.resolve(names().stream()
                .filter(name -> name.contains(".sql."))
                .findFirst()
                .orElseThrow());
        working.close();

        EmbeddedMariaDb second = keep(MariaDbResource.startThrowAway());
        make(second);
        Path home = Files.createDirectories(folder.resolve("home/cel"));
        Files.writeString(home.resolve("lille.position"), "12 4096");
        Path cut = Files.write(
                folder.resolve("cut.sql.gz.gpg"), java.util.Arrays.copyOf(Files.readAllBytes(dump), 40_000));
        assertThat(run(
                                restore(second),
                                "deploy/restore",
                                cut.toString(),
                                "appui",
                                home.getParent().toString(),
                                "http://127.0.0.1:1")
                        .status())
                .isNotZero();
        assertThat(tables(second)).as("a backup that was cut writes nothing").isZero();
        Run restored = run(
                restore(second),
                "deploy/restore",
                dump.toString(),
                "appui",
                home.getParent().toString(),
                "http://127.0.0.1:1");
        assertThat(restored.status()).as(restored.said()).isZero();
        assertThat(Files.readString(home.resolve("lille.position"))).isEqualTo("oldest 0\n");

        assertThat(rows(second)).isEqualTo(kept);
        ServiceProcess again = keep(VersionDump.service(SERVICE, second, VersionDump.JANUARY, false));
        again.start();
        assertThat(Answers.differences(before, Answers.of(again, before.fieldNames())))
                .isEmpty();
        JsonNode verified = JSON.readTree(again.get("/api/audit/verification").body());
        assertThat(verified.path("whole").asBoolean()).as(verified.toString()).isTrue();
        assertThat(verified.path("sequence").asLong())
                .isGreaterThanOrEqualTo(chain.path("sequence").asLong());
        assertThat(run(gpg(), "sh", "-c", "gpg --batch -q -d " + backups + "/*.files.tar.gz.gpg | tar -tzPf -")
                        .said())
                .contains(settings.toString());
    }

    @Test
    void whatCannotBeWholeLeavesNoFile() throws Exception {
        EmbeddedMariaDb database = keep(MariaDbResource.startThrowAway());
        make(database);
        Map<String, String> environment = backup(database, folder);
        assertThat(run(with(environment, "APPUI_DATABASE", "absente"), "deploy/backup", backups.toString())
                        .status())
                .isNotZero();
        assertThat(run(
                                with(
                                        environment,
                                        "APPUI_BACKUP_KEY",
                                        folder.resolve("none").toString()),
                                "deploy/backup",
                                backups.toString())
                        .said())
                .contains("APPUI_BACKUP_KEY");
        assertThat(names()).isEmpty();
        assertThat(folder.resolve("last-backup"))
                .as("nothing says that one was made")
                .doesNotExist();
        assertThat(folder.resolve("last-backup.failed")).exists();
    }

    private <T extends AutoCloseable> T keep(T part) {
        parts.add(part);
        return part;
    }

    private List<String> names() throws IOException {
        if (!Files.exists(backups)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(backups)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private Map<String, String> gpg() {
        return Map.of("GNUPGHOME", folder.resolve("gnupg").toString());
    }

    private Map<String, String> backup(EmbeddedMariaDb database, Path files) {
        return Map.of(
                "MARIADB_DUMP",
                String.join(" ", KeptDatabase.client(database, "mariadb-dump")),
                KeptDatabase.PASSWORD,
                database.password(),
                "APPUI_BACKUP_KEY",
                folder.resolve("backup.pub").toString(),
                "APPUI_BACKUP_MARKER",
                folder.resolve("last-backup").toString(),
                "APPUI_BACKUP_FILES",
                files.toString());
    }

    private Map<String, String> restore(EmbeddedMariaDb database) {
        return with(
                with(gpg(), "MARIADB", String.join(" ", KeptDatabase.client(database, "mariadb"))),
                KeptDatabase.PASSWORD,
                database.password());
    }

    private static Map<String, String> with(Map<String, String> environment, String name, String value) {
        var all = new java.util.HashMap<>(environment);
        all.put(name, value);
        return all;
    }

    private record Run(int status, String said) {}

    private static Run run(Map<String, String> environment, String... command) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        try {
            return new Run(process.waitFor(), said);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    /** Its first connection makes the database. */
    private static void make(EmbeddedMariaDb database) throws SQLException {
        connection(database).close();
    }

    private static Connection connection(EmbeddedMariaDb database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    private static long tables(EmbeddedMariaDb database) throws SQLException {
        return texts(database, "SELECT table_name FROM information_schema.tables WHERE table_schema = 'appui'")
                .size();
    }

    /** What is only ever added to, and what guards it. */
    private static List<String> rows(EmbeddedMariaDb database) throws SQLException {
        List<String> rows = texts(
                database,
                "SELECT CONCAT(trigger_name, event_object_table) FROM information_schema.triggers WHERE trigger_schema = 'appui' ORDER BY 1");
        for (String table : APPEND_ONLY) {
            String columns = String.join(
                    "`, `",
                    texts(
                            database,
                            "SELECT column_name FROM information_schema.columns WHERE table_schema = 'appui' AND table_name = '"
                                    + table + "' ORDER BY ordinal_position"));
            rows.addAll(texts(database, "SELECT JSON_ARRAY(`" + columns + "`) FROM " + table + " ORDER BY 1"));
        }
        return rows;
    }

    private static List<String> texts(EmbeddedMariaDb database, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = connection(database);
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
