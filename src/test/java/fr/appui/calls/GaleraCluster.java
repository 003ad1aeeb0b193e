package fr.appui.calls;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Three of Debian's MariaDB that replicate through Galera ({@code deploy/galera-unpack}), each to be killed, cut off and brought back.
 * Whoever joins is sent what it lacks as on a site: the writes that it missed, where another still holds them, or everything (rsync).
 * What the distribution's service unit does at a start is done here: the position is found in the server's own files.
 */
final class GaleraCluster implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);
    private static final String WARDEN = "warden";
    private static final String GRANTS = """
        CREATE DATABASE IF NOT EXISTS appui;
        CREATE USER IF NOT EXISTS appui@'%';
        GRANT ALL ON appui.* TO appui@'%';
        CREATE USER IF NOT EXISTS warden@'%';
        GRANT ALL ON *.* TO warden@'%';
        """;

    private final Path unpacked;
    private final Path folder;
    private final List<Member> members;

    /** One server: {@code group} is where it talks to the others, {@code catchUp} where it is sent what it missed, {@code copy} everything. */
    private final class Member {

        private final int number;
        private final int port = Ports.tcp();
        private final int group = Ports.tcp();
        private final int catchUp = Ports.tcp();
        private final int copy = Ports.tcp();
        private @Nullable Process server;

        Member(int number) {
            this.number = number;
        }

        private Path data() {
            return folder.resolve("data" + number);
        }

        private void start(String cluster, List<String> more) throws IOException {
            List<String> command = new ArrayList<>(program(data()));
            command.addAll(List.of(
                    "--socket=" + folder.resolve("s" + number),
                    "--port=" + port,
                    "--bind-address=127.0.0.1",
                    "--skip-name-resolve",
                    "--skip-ssl",
                    "--character-set-server=utf8mb4",
                    "--collation-server=utf8mb4_unicode_ci",
                    "--binlog-format=ROW",
                    "--innodb-autoinc-lock-mode=2",
                    "--log-bin-trust-function-creators=1",
                    "--wsrep-on=ON",
                    "--wsrep-provider=" + unpacked.resolve("lib/libgalera_smm.so"),
                    "--wsrep-cluster-name=appui",
                    "--wsrep-cluster-address=gcomm://" + cluster,
                    "--wsrep-node-name=n" + number,
                    "--wsrep-node-address=127.0.0.1",
                    "--wsrep-sst-method=rsync",
                    // first those that nodes write to last: whoever is copied from writes nothing (docs/failover.md)
                    "--wsrep-sst-donor=n3,n2,",
                    "--wsrep-sst-receive-address=127.0.0.1:" + copy,
                    "--wsrep-provider-options=base_port=" + group + ";gmcast.listen_addr=tcp://127.0.0.1:" + group
                            + ";ist.recv_addr=127.0.0.1:" + catchUp + ";gcache.size=64M"));
            command.addAll(more);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
            builder.environment().merge("PATH", unpacked.resolve("bin").toString(), (path, ours) -> ours + ":" + path);
            Process started = builder.start();
            server = started;
            Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
            await("server " + number + " is in step, see " + log())
                    .atMost(PATIENCE)
                    .until(() -> state(number).equals("Synced"));
        }

        private Path log() {
            return folder.resolve("mariadbd" + number + ".log");
        }

        private Process running() {
            if (server == null) {
                throw new IllegalStateException("server " + number + " was never started");
            }
            return server;
        }
    }

    GaleraCluster(Path folder) throws IOException {
        this.folder = folder.toAbsolutePath();
        this.unpacked = Path.of(
                Shell.run(Path.of("deploy", "galera-unpack").toAbsolutePath().toString())
                        .strip());
        this.members = IntStream.rangeClosed(1, 3).mapToObj(Member::new).toList();
        Files.createDirectories(this.folder);
        Files.writeString(this.folder.resolve("grants.sql"), GRANTS);
        install();
        members.getFirst().start("", List.of());
        for (Member member : members.subList(1, members.size())) {
            Files.createDirectories(member.data());
            member.start(others(member), List.of());
        }
    }

    /** As the service is told of the three: the first that answers and is in step with the others (docs/operations.md). */
    String url() {
        return "jdbc:mariadb:sequential://"
                + members.stream().map(member -> "127.0.0.1:" + member.port).collect(Collectors.joining(","))
                + "/appui?galeraAllowedState=4";
    }

    /** As a service beside a server that knows no other. */
    String url(int number) {
        return "jdbc:mariadb://127.0.0.1:" + member(number).port + "/appui";
    }

    private Connection connection(int number, String user) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:mariadb://127.0.0.1:" + member(number).port + "/?connectTimeout=2000&socketTimeout=5000",
                user,
                "");
    }

    /** As the machine's power would. */
    void kill(int number) {
        member(number).running().destroyForcibly().onExit().join();
    }

    /** Back among the others, with what it missed. */
    void rejoin(int number) throws IOException {
        Member member = member(number);
        member.start(others(member), List.of("--wsrep-start-position=" + positionOf(member)));
    }

    /** Back on a new disk. */
    void rejoinWithNothing(int number) throws IOException {
        Member member = member(number);
        Shell.run("rm", "-r", member.data().toString());
        Files.createDirectories(member.data());
        member.start(others(member), List.of());
    }

    /** When all have ended: the one that has written most begins, the others join it (docs/operations.md). */
    void bootstrap() throws IOException {
        Member first = members.getFirst();
        long furthest = -1;
        for (Member member : members) {
            String position = positionOf(member);
            long written = Long.parseLong(position.substring(position.indexOf(':') + 1));
            if (written > furthest) {
                furthest = written;
                first = member;
            }
        }
        Path state = first.data().resolve("grastate.dat");
        Files.writeString(state, Files.readString(state).replace("safe_to_bootstrap: 0", "safe_to_bootstrap: 1"));
        first.start("", List.of("--wsrep-start-position=" + positionOf(first)));
        for (Member member : members) {
            if (member != first) {
                rejoin(member.number);
            }
        }
    }

    /** No word of it reaches the others, nor theirs it; whoever asks it is answered. */
    void cutOff(int number) throws SQLException {
        set(number, "gmcast.isolate=1");
    }

    void reconnect(int number) throws SQLException {
        set(number, "gmcast.isolate=0");
        await("server " + number + " is in step again")
                .atMost(PATIENCE)
                .until(() -> state(number).equals("Synced")
                        && status(number, "wsrep_cluster_size").equals("3"));
    }

    private void set(int number, String option) throws SQLException {
        try (Connection connection = connection(number, WARDEN);
                var statement = connection.createStatement()) {
            statement.execute("SET GLOBAL wsrep_provider_options = '" + option + "'");
        }
    }

    /** Whether it was ever sent only what it missed, by another that still held that. */
    boolean wasSentWhatItMissed(int number) throws IOException {
        return Files.readString(member(number).log()).contains("IST received");
    }

    /** Which server was asked, the last time, for what this one lacked. */
    String lastSource(int number) throws IOException {
        return Pattern.compile("requested state transfer from .*Selected \\S+ \\((\\w+)\\)")
                .matcher(Files.readString(member(number).log()))
                .results()
                .map(found -> found.group(1))
                .reduce((earlier, later) -> later)
                .orElse("nobody");
    }

    long count(int number, String sql) {
        try (Connection connection = connection(number, WARDEN);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        members.forEach(member -> {
            if (member.server != null) {
                Shell.end(member.server, LONGEST_STOP);
            }
        });
    }

    private String state(int number) {
        return status(number, "wsrep_local_state_comment");
    }

    private String status(int number, String name) {
        try (Connection connection = connection(number, WARDEN);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SHOW STATUS LIKE '" + name + "'")) {
            return rows.next() ? rows.getString(2) : "";
        } catch (SQLException notYet) {
            if (!member(number).running().isAlive()) {
                throw new IllegalStateException(
                        "server " + number + " ended: see " + member(number).log(), notYet);
            }
            return "";
        }
    }

    private Member member(int number) {
        return members.get(number - 1);
    }

    private String others(Member member) {
        return members.stream()
                .filter(other -> other != member)
                .map(other -> "127.0.0.1:" + other.group)
                .collect(Collectors.joining(","));
    }

    private List<String> program(Path data) throws IOException {
        return List.of(
                unpacked.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--datadir=" + data,
                "--tmpdir=" + Files.createDirectories(folder.resolve("tmp-" + data.getFileName())),
                "--lc-messages-dir=" + unpacked.resolve("share"),
                "--character-sets-dir=" + unpacked.resolve("share/charsets"),
                "--user=" + System.getProperty("user.name"),
                "--innodb-buffer-pool-size=64M",
                "--innodb-log-file-size=16M");
    }

    private void install() throws IOException {
        StringBuilder tables = new StringBuilder("CREATE DATABASE mysql;\nUSE mysql;\n");
        for (String file : List.of("mysql_system_tables", "mysql_performance_tables", "mysql_system_tables_data")) {
            tables.append(Files.readString(unpacked.resolve("share").resolve(file + ".sql")));
        }
        Path first = Files.createDirectories(member(1).data());
        Path script = Files.writeString(folder.resolve("install.sql"), tables);
        List<String> command = new ArrayList<>(program(first));
        command.addAll(List.of("--bootstrap", "--skip-networking"));
        end(new ProcessBuilder(command)
                .redirectInput(script.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("install.log").toFile())
                .start());
        grant(first);
    }

    /** The account of the service, before there is a cluster. */
    private void grant(Path data) throws IOException {
        Member first = member(1);
        List<String> command = new ArrayList<>(program(data));
        command.addAll(List.of(
                "--socket=" + folder.resolve("s1"),
                "--port=" + first.port,
                "--bind-address=127.0.0.1",
                "--skip-name-resolve",
                "--skip-ssl",
                "--init-file=" + folder.resolve("grants.sql")));
        Process alone = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("install.log").toFile()))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(alone::destroyForcibly));
        await("the account is there, see " + folder.resolve("install.log"))
                .atMost(PATIENCE)
                .until(() -> isOpen(1));
        Shell.end(alone, LONGEST_STOP);
    }

    private boolean isOpen(int number) {
        try (Connection connection = connection(number, WARDEN)) {
            return connection.isValid(2);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** Which write was its last. */
    private String positionOf(Member member) throws IOException {
        Path log = folder.resolve("recover" + member.number + ".log");
        Files.deleteIfExists(log);
        List<String> command = new ArrayList<>(program(member.data()));
        command.addAll(List.of(
                "--wsrep-recover",
                "--wsrep-on=ON",
                "--wsrep-provider=" + unpacked.resolve("lib/libgalera_smm.so"),
                "--wsrep-cluster-address=gcomm://",
                "--binlog-format=ROW",
                "--bind-address=127.0.0.1",
                "--socket=" + folder.resolve("r" + member.number),
                "--port=" + Ports.tcp()));
        end(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start());
        return Files.readString(log)
                .lines()
                .filter(line -> line.contains("Recovered position: "))
                .map(line -> line.replaceFirst(".*Recovered position: ", "").strip())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no position: see " + log));
    }

    private static void end(Process process) {
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException(process.info() + " ended with " + process.exitValue());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(interrupted));
        }
    }
}
