package fr.appui.calls;

import static org.awaitility.Awaitility.await;

import fr.appui.boot.MariaDbResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A real MariaDB to be harmed: killed, hung, made read-only, its disk filled. Where the machine lets an ordinary user have a
 * mount namespace, its data lie on a small disk of their own; elsewhere they lie beside the build and cannot be full.
 */
final class DatabaseProcess implements AutoCloseable {

    private static final Path BINARIES =
            Path.of("target", "mariadb", "binaries").toAbsolutePath();
    private static final String GRANTS = """
        CREATE DATABASE IF NOT EXISTS appui;
        CREATE USER IF NOT EXISTS appui@'%';
        GRANT ALL ON appui.* TO appui@'%';
        CREATE USER IF NOT EXISTS warden@'%';
        GRANT ALL ON *.* TO warden@'%';
        """;

    private static final String DOINGS = """
        SELECT CONCAT_WS(' ', p.ID, p.USER, p.COMMAND, p.TIME, p.STATE, LEFT(p.INFO, 120), t.trx_state, t.trx_started, t.trx_rows_modified)
        FROM information_schema.PROCESSLIST p LEFT JOIN information_schema.INNODB_TRX t ON t.trx_mysql_thread_id = p.ID
        """;

    private static boolean unpacked;
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);
    /** A node that is hung in a transaction holds up {@code read_only} for the 20 s that the server lets it, and another may follow. */
    private static final Duration ASKED_AGAIN_FOR = Duration.ofSeconds(60);

    private final Path folder;
    private final Path disk;

    /** Beside the data its path would be too long. */
    private final Path socketFolder = Files.createTempDirectory("appui");

    private final String logging;
    private final int port = Ports.tcp();
    private final @Nullable Process ownDisk;
    private @Nullable Process server;

    DatabaseProcess() throws IOException {
        this("--skip-log-bin");
    }

    /** As a hospital's, which is replicated: triggers of an ordinary account are then refused by default. */
    static DatabaseProcess withBinaryLog() throws IOException {
        return new DatabaseProcess("--log-bin=binlog");
    }

    private DatabaseProcess(String logging) throws IOException {
        this.logging = logging;
        unpackBinaries();
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "mariadb")), "harmed")
                .toAbsolutePath();
        disk = Files.createDirectories(folder.resolve("disk"));
        ownDisk = makeDisk(disk);
        Files.writeString(folder.resolve("grants.sql"), GRANTS);
        install();
        start();
        settleRedoLog();
    }

    private static synchronized void unpackBinaries() {
        if (!unpacked) {
            MariaDbResource.startThrowAway().close();
            unpacked = true;
        }
    }

    /** Whether {@link #fillDisk} can be done on this machine. */
    boolean hasOwnDisk() {
        return ownDisk != null;
    }

    int port() {
        return port;
    }

    String url(int throughPort) {
        return "jdbc:mariadb://127.0.0.1:" + throughPort + "/appui";
    }

    /** As the service sees it, but straight. */
    Connection connection() throws SQLException {
        return DriverManager.getConnection(url(port), "appui", "");
    }

    void start() throws IOException {
        server = new ProcessBuilder(inside(
                        BINARIES.resolve("bin/mariadbd").toString(),
                        "--no-defaults",
                        "--basedir=" + BINARIES,
                        "--datadir=" + disk.resolve("data"),
                        "--tmpdir=" + folder,
                        "--socket=" + socketFolder.resolve("s"),
                        "--port=" + port,
                        "--bind-address=127.0.0.1",
                        "--skip-name-resolve",
                        "--skip-ssl",
                        logging,
                        "--character-set-server=utf8mb4",
                        "--collation-server=utf8mb4_uca1400_ai_ci",
                        "--innodb-log-file-size=16M",
                        "--user=" + System.getProperty("user.name"),
                        "--init-file=" + folder.resolve("grants.sql")))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("mariadbd.log").toFile()))
                .start();
        Process started = server;
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        await("MariaDB answers").atMost(Duration.ofSeconds(60)).until(this::answers);
    }

    /** As a crash would. */
    void kill() {
        running().destroyForcibly().onExit().join();
    }

    void hang() throws IOException {
        isThere();
        Shell.run("kill", "-STOP", Long.toString(running().pid()));
    }

    void wakeUp() {
        Shell.run("kill", "-CONT", Long.toString(running().pid()));
    }

    void readOnly(boolean wanted) throws IOException {
        isThere();
        set("read_only = " + (wanted ? 1 : 0));
    }

    /** As its administrator, who asks again where a server just woken or full of callers resets their connection. */
    void set(String variable) {
        try {
            await("SET GLOBAL " + variable)
                    .atMost(ASKED_AGAIN_FOR)
                    .ignoreExceptionsInstanceOf(SQLNonTransientConnectionException.class)
                    .until(() -> {
                        asWarden("SET GLOBAL " + variable);
                        return true;
                    });
        } catch (ConditionTimeoutException unset) {
            throw new AssertionError("what the server does meanwhile: " + doings(), unset);
        }
    }

    private void asWarden(String command) throws SQLException {
        try (Connection warden = DriverManager.getConnection(url(port), "warden", "");
                var statement = warden.createStatement()) {
            statement.execute(command);
        }
    }

    /** Whose transactions and statements hold up the others. */
    private List<String> doings() {
        List<String> told = new ArrayList<>();
        try (Connection warden = DriverManager.getConnection(url(port), "warden", "");
                var statement = warden.createStatement();
                var found = statement.executeQuery(DOINGS)) {
            while (found.next()) {
                told.add(found.getString(1));
            }
        } catch (SQLException away) {
            told.add(away.toString());
        }
        return told;
    }

    void fillDisk() {
        Shell.run(inside("sh", "-c", "cat /dev/zero > " + disk.resolve("filler") + " 2>/dev/null || true"));
    }

    /** A server that a full disk has ended is started again, as an administrator or systemd would. */
    void freeDisk() throws IOException {
        Shell.run(inside("rm", "-f", disk.resolve("filler").toString()));
        isThere();
    }

    /** A full disk may end a server some time after it is free again: systemd would start it, here whoever asks for it does. */
    void isThere() throws IOException {
        if (!running().isAlive()) {
            start();
        }
    }

    @Override
    public void close() {
        if (server != null && server.isAlive()) {
            wakeUp();
            Shell.end(server, LONGEST_STOP);
        }
        if (ownDisk != null) {
            ownDisk.destroyForcibly();
        }
        try {
            Files.deleteIfExists(socketFolder.resolve("s"));
            Files.deleteIfExists(socketFolder);
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        }
    }

    private boolean answers() {
        if (!running().isAlive()) {
            throw new IllegalStateException("MariaDB ended: see " + folder.resolve("mariadbd.log"));
        }
        try (Connection probe = connection()) {
            return probe.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private void install() {
        Shell.run(inside(
                "sh",
                "-c",
                // a MariaDB that begins removes what others keep in the system's folder for temporary files
                "TMPDIR=" + folder + " " + BINARIES.resolve("scripts/mariadb-install-db")
                        + " --force --no-defaults --basedir=" + BINARIES
                        + " --datadir=" + disk.resolve("data") + " --user=" + System.getProperty("user.name")
                        + " --auth-root-authentication-method=normal --skip-name-resolve --skip-test-db"
                        + " > " + folder.resolve("install.log") + " 2>&1"));
    }

    /** The redo log takes its room at once, as on an ordinary disk; else a full disk would end the server at its next line. */
    private void settleRedoLog() throws IOException {
        Shell.end(running(), LONGEST_STOP);
        Shell.run(inside(
                "sh",
                "-c",
                "cd " + disk.resolve("data") + " && for f in ib_logfile0 ibdata1 ibtmp1 undo0*; do [ ! -f $f ] ||"
                        + " { cp --sparse=never $f $f.whole && mv $f.whole $f; }; done"));
        start();
    }

    /** Held by a process that ends with this one: its input is then closed. */
    private static @Nullable Process makeDisk(Path disk) throws IOException {
        Process holder = new ProcessBuilder(
                        "unshare",
                        "-rm",
                        "sh",
                        "-c",
                        "mount -t tmpfs -o size=400m none " + disk + " && touch " + disk + "/own && exec cat")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(holder::destroyForcibly));
        Path inside = Path.of("/proc", Long.toString(holder.pid()), "root" + disk, "own");
        await().atMost(Duration.ofMinutes(1)).until(() -> !holder.isAlive() || Files.exists(inside));
        return holder.isAlive() ? holder : null;
    }

    private List<String> inside(String... command) {
        var whole = new ArrayList<String>();
        if (ownDisk != null) {
            whole.addAll(List.of(
                    "nsenter", "-t", Long.toString(ownDisk.pid()), "-U", "-m", "--preserve-credentials", "--wd=/"));
        }
        whole.addAll(List.of(command));
        return whole;
    }

    private Process running() {
        if (server == null) {
            throw new IllegalStateException("MariaDB was never started");
        }
        return server;
    }
}
