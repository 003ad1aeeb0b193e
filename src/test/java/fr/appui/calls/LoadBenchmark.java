package fr.appui.calls;

import static org.awaitility.Awaitility.await;

import fr.appui.boot.EmbeddedMariaDb;
import fr.appui.boot.MariaDbResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How many calls a second, and how many at once, with the service and with the dialplan alone, by turns in one run; SIPp on
 * both sides. Run by {@code deploy/bench-load}; not a test, and asserts no figure.
 */
class LoadBenchmark {

    private static final Path FOLDER = Path.of("target", "load").toAbsolutePath();
    private static final int LINES = Integer.getInteger("bench.lines", 600);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 15);
    private static final int AT_ONCE = Integer.getInteger("bench.at-once", 500);
    private static final List<Integer> RATES = Stream.of(
                    System.getProperty("bench.rates", "20,40,60,80,100,120,140").split(","))
            .map(Integer::valueOf)
            .toList();
    private static final double SUSTAINED = 0.995;
    private static final int HOLD_MS = 1_000;
    private static final Pattern TWO_IN_A_BRIDGE = Pattern.compile("\\s2 +basic +");

    private enum Way {
        STATIC("dialplan seul, échelle d'AstDB", "0998"),
        SERVICE("décision du service", "");

        private final String label;
        private final String prefix;

        Way(String label, String prefix) {
            this.label = label;
            this.prefix = prefix;
        }
    }

    private record Run(int made, int successful, double millisCpuPerCall) {
        double share() {
            return made == 0 ? 0 : (double) successful / made;
        }
    }

    private SwitchProcess asterisk;
    private ServiceProcess service;
    private String sipp;
    private int physicians;

    @Test
    void measure() throws IOException, SQLException, InterruptedException {
        Files.createDirectories(FOLDER);
        sipp = Shell.run(Path.of("deploy", "asterisk-unpack").toAbsolutePath().toString())
                .lines()
                .filter(line -> line.startsWith("SIPP="))
                .map(line -> line.substring("SIPP=".length()))
                .findFirst()
                .orElseThrow();
        physicians = Ports.udp();
        try (EmbeddedMariaDb database = MariaDbResource.startThrowAway();
                SwitchProcess pbx = new SwitchProcess()) {
            asterisk = pbx;
            int fastAgi = Ports.tcp();
            Duration shift = Seeds.shiftToTheEvening();
            pbx.start(site(fastAgi, shift), List.of(Path.of("src/test/asterisk")));
            try (ServiceProcess process =
                    new ServiceProcess(settings(database, fastAgi), shift, FOLDER.resolve("service.log"))) {
                service = process;
                seedAndStart(database);
                report();
            }
        }
    }

    private void report() throws IOException, InterruptedException {
        run(Way.SERVICE, 20, SECONDS); // warms up
        run(Way.STATIC, 20, SECONDS / 2);
        StringBuilder table = new StringBuilder("| appels/s demandés | " + Way.STATIC.label + " | CPU ms/appel | "
                + Way.SERVICE.label + " | CPU ms/appel |\n|---|---|---|---|---|\n");
        Map<Way, Integer> best = new HashMap<>();
        for (int rate : RATES) {
            Run alone = run(Way.STATIC, rate, SECONDS);
            Run served = run(Way.SERVICE, rate, SECONDS);
            table.append("| %d | %.1f %% | %.1f | %.1f %% | %.1f |%n"
                    .formatted(
                            rate,
                            100 * alone.share(),
                            alone.millisCpuPerCall(),
                            100 * served.share(),
                            served.millisCpuPerCall()));
            noteBest(best, Way.STATIC, alone, rate);
            noteBest(best, Way.SERVICE, served, rate);
        }
        table.append("%nTenus (au moins %.1f %% aboutis) : %d appels/s seul, %d avec le service, rapport %.2f%n"
                .formatted(
                        100 * SUSTAINED,
                        best.getOrDefault(Way.STATIC, 0),
                        best.getOrDefault(Way.SERVICE, 0),
                        (double) best.getOrDefault(Way.SERVICE, 0) / Math.max(1, best.getOrDefault(Way.STATIC, 0))));
        table.append(atOnce());
        Files.writeString(FOLDER.resolve("load-benchmark.md"), table);
        System.out.println(table);
    }

    private static void noteBest(Map<Way, Integer> best, Way way, Run run, int rate) {
        if (run.share() >= SUSTAINED) {
            best.merge(way, rate, Math::max);
        }
    }

    /** What the two processes hold while many calls are bridged. */
    private String atOnce() throws IOException, InterruptedException {
        Process uas = physicians();
        long pbx = pid(asterisk.workFolder() + "/pid");
        String before = held(pbx, service.pid());
        Process uac = callers(Way.SERVICE, 25, AT_ONCE, AT_ONCE, 60_000);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(AT_ONCE / 25 + 30);
        int bridged = 0;
        String during = before;
        while (System.nanoTime() < end) {
            Thread.sleep(2_000);
            int now = bridged();
            if (now > bridged) {
                bridged = now;
                during = held(pbx, service.pid());
            }
        }
        Shell.end(uac, Duration.ofSeconds(5));
        Shell.end(uas, Duration.ofSeconds(5));
        return "%nCommunications simultanées demandées : %d ; établies au plus : %d%n%nAvant : %s%nPendant : %s%n"
                .formatted(AT_ONCE, bridged, before, during);
    }

    private int bridged() {
        return (int) asterisk.cli("bridge show all")
                .lines()
                .filter(line -> TWO_IN_A_BRIDGE.matcher(line).find())
                .count();
    }

    private static String held(long pbx, long java) throws IOException {
        return "Asterisk " + held(pbx) + " ; service " + held(java);
    }

    private static String held(long pid) throws IOException {
        String status = Files.readString(Path.of("/proc", Long.toString(pid), "status"));
        try (Stream<Path> descriptors = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return "%s Mo, %d descripteurs, %s fils"
                    .formatted(
                            Integer.parseInt(field(status, "VmRSS").replaceAll("\\D", "")) / 1_024,
                            descriptors.count(),
                            field(status, "Threads"));
        }
    }

    private static String field(String status, String name) {
        return status.lines()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("?");
    }

    private Run run(Way way, int rate, int seconds) throws IOException, InterruptedException {
        int calls = rate * seconds;
        long cpu = cpuMillis();
        Process uas = physicians();
        Process uac = callers(way, rate, calls, 2_000, HOLD_MS);
        uac.waitFor(seconds + 60L, TimeUnit.SECONDS);
        Shell.end(uac, Duration.ofSeconds(5));
        Shell.end(uas, Duration.ofSeconds(5));
        // what the last calls still cost belongs to them
        await().atMost(Duration.ofSeconds(30))
                .until(() -> asterisk.cli("core show channels count").contains("0 active calls"));
        int successful = successful(FOLDER.resolve("caller-stat.csv"));
        return new Run(calls, successful, (double) (cpuMillis() - cpu) / calls);
    }

    private long cpuMillis() throws IOException {
        return Stream.of(pid(asterisk.workFolder() + "/pid"), service.pid())
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .mapToLong(Duration::toMillis)
                .sum();
    }

    private Process physicians() throws IOException, InterruptedException {
        Process uas = sipp("physician", "-i", "127.0.0.2", "-p", Integer.toString(physicians), "-mp", "40000", "-nd");
        Thread.sleep(500);
        return uas;
    }

    private Process callers(Way way, int rate, int calls, int atOnce, int holdMs) throws IOException {
        Path stat = FOLDER.resolve("caller-stat.csv");
        Files.deleteIfExists(stat);
        Path lines = FOLDER.resolve("lines.csv");
        Files.writeString(
                lines,
                IntStream.range(0, LINES)
                        .mapToObj(line -> way.prefix + Cast.national(cast(line).line()) + ";\n")
                        .collect(Collectors.joining("", "SEQUENTIAL\n", "")));
        return sipp(
                "caller",
                asterisk.sip().getHostString() + ":" + asterisk.sip().getPort(),
                "-i",
                "127.0.0.4",
                "-p",
                Integer.toString(Ports.udp()),
                "-mp",
                "50000",
                "-inf",
                lines.toString(),
                "-r",
                Integer.toString(rate),
                "-m",
                Integer.toString(calls),
                "-l",
                Integer.toString(atOnce),
                "-d",
                Integer.toString(holdMs),
                "-trace_stat",
                "-stf",
                stat.toString());
    }

    private Process sipp(String scenario, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                sipp,
                "-sf",
                Path.of("deploy", "sipp", scenario + ".xml").toAbsolutePath().toString(),
                "-nostdin"));
        command.addAll(Arrays.asList(arguments));
        return new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve(scenario + ".log").toFile())
                .start();
    }

    /** The cumulated count of the last line. */
    private static int successful(Path stat) throws IOException {
        List<String> rows = Files.readAllLines(stat);
        int column = List.of(rows.getFirst().split(";")).indexOf("SuccessfulCall(C)");
        return Integer.parseInt(rows.getLast().split(";")[column]);
    }

    private static long pid(String file) throws IOException {
        return Long.parseLong(Files.readString(Path.of(file)).strip());
    }

    private static Cast cast(int line) {
        return new Cast(line, true, false);
    }

    /** The tables are there once the service has started; the lines once it has read them. */
    private void seedAndStart(EmbeddedMariaDb database) throws IOException, SQLException {
        service.start();
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password())) {
            connection.setAutoCommit(false);
            Seeds seeds = new Seeds(connection);
            for (int line = 0; line < LINES; line++) {
                seeds.territory(cast(line));
            }
            connection.commit();
        }
        String last = Cast.national(cast(LINES - 1).line());
        asterisk.says(
                "database show appui/dialled",
                "the ladders are in AstDB",
                held -> held.contains(last),
                Duration.ofMinutes(5));
    }

    private Map<String, String> settings(EmbeddedMariaDb database, int fastAgi) {
        Map<String, String> settings = Wiring.link(asterisk);
        settings.putAll(Wiring.database(database));
        settings.putAll(Wiring.node(fastAgi, asterisk.workFolder() + "/home"));
        return settings;
    }

    private Map<String, String> site(int fastAgi, Duration shift) {
        return Map.ofEntries(
                Map.entry("site-globals/APPUI_NODES", "127.0.0.1:" + fastAgi),
                Map.entry("site-globals/APPUI_CLOCK_SHIFT", Long.toString(shift.toSeconds())),
                // SIPp's callers have no voice
                Map.entry("site-globals/APPUI_UNHEARD_WAIT", "0"),
                Map.entry("site-carrier-aor/contact", "sip:127.0.0.2:" + physicians),
                Map.entry("site-carrier-identify/match", "127.0.0.2"),
                Map.entry("site-samu-identify/type", "identify"),
                Map.entry("site-samu-identify/endpoint", "samu"),
                Map.entry("site-samu-identify/match", "127.0.0.4"),
                Map.entry("site-logfiles/heard.log", "warning"));
    }
}
