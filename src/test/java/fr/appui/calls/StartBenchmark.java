package fr.appui.calls;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * How long a node takes to a first call and to be whole, and what it then holds: a package and options by turns in one run, on a
 * database that is migrated. Run by {@code deploy/bench-start}; not a test, and asserts no figure.
 */
final class StartBenchmark {

    private static final Path FOLDER = Path.of("target", "start").toAbsolutePath();
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 10);
    private static final Duration IDLE = Duration.ofSeconds(Integer.getInteger("bench.idle", 8));
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final Duration POLL = Duration.ofMillis(5);
    private static final int TICKS = 100;

    /** name=package=options; … */
    private static final List<Way> WAYS = Stream.of(
                    System.getProperty("bench.ways").split(";"))
            .map(text -> text.split("=", 3))
            .map(part -> new Way(
                    part[0].strip(),
                    Path.of(part[1].strip()),
                    List.of(part[2].strip().split("\\s+"))))
            .toList();

    private record Way(String name, Path packaged, List<String> options) {}

    private record Start(double calls, double callsProcessor, double whole, double processor, double megabytes) {}

    private StartBenchmark() {}

    public static void main(String... none) throws IOException {
        Files.createDirectories(FOLDER);
        Map<String, List<Start>> starts = new LinkedHashMap<>();
        try (var database = new DatabaseProcess()) {
            Map<String, Path> homes = new HashMap<>();
            for (Way way : WAYS) {
                homes.put(way.name(), Files.createTempDirectory(FOLDER, "home"));
                start(way, homes.get(way.name()), database); // migrates, and leaves a snapshot on disk
            }
            for (int round = 0; round < ROUNDS; round++) {
                for (Way way : WAYS) {
                    starts.computeIfAbsent(way.name(), name -> new ArrayList<>())
                            .add(start(way, homes.get(way.name()), database));
                }
            }
        }
        String table = table(starts);
        System.out.println(table);
        Files.writeString(FOLDER.resolve("start-benchmark.md"), table);
    }

    private static Start start(Way way, Path home, DatabaseProcess database) throws IOException {
        int fastAgi = Ports.tcp();
        Map<String, String> settings = new HashMap<>(Wiring.node(fastAgi, home.toString()));
        settings.putAll(Wiring.database(database.url(database.port()), "appui"));
        settings.put("appui.directory.reference", "reference/hauts-de-france.yaml");
        settings.put("quarkus.http.port", Integer.toString(Ports.tcp()));
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(way.options());
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of(
                "-jar",
                way.packaged().toAbsolutePath().resolve("quarkus-run.jar").toString()));
        Path log = home.resolve("service.log");
        Files.deleteIfExists(log);
        long begun = System.nanoTime();
        Process service = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            await().pollDelay(Duration.ZERO)
                    .pollInterval(POLL)
                    .atMost(LONGEST)
                    .until(() -> answers(service, fastAgi, log));
            double calls = seconds(begun);
            double callsProcessor = processorSeconds(service);
            await().pollDelay(Duration.ZERO)
                    .pollInterval(POLL)
                    .atMost(LONGEST)
                    .until(() -> told(log, "Listening on: http") && told(log, "database at V"));
            double whole = seconds(begun);
            Thread.sleep(IDLE);
            return new Start(calls, callsProcessor, whole, processorSeconds(service), megabytes(service));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } finally {
            Shell.end(service, Duration.ofSeconds(15));
        }
    }

    /** A call is decided: what a caller waits for. */
    private static boolean answers(Process service, int port, Path log) {
        if (!service.isAlive()) {
            throw new IllegalStateException("the service ended: see " + log);
        }
        try {
            return Question.ofACall("lille-1772737924.1", "0344110000", "0344120000", port) != null;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static boolean told(Path log, String text) {
        try {
            return Files.readString(log).contains(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static double processorSeconds(Process service) throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(service.pid()), "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Double.parseDouble(fields[11]) + Double.parseDouble(fields[12])) / TICKS;
    }

    private static double megabytes(Process service) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(service.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    private static String table(Map<String, List<Start>> starts) {
        var table = new StringBuilder(
                "| way | takes calls s | of processor s | whole s | processor s | resident MB |\n|---|---|---|---|---|---|\n");
        starts.forEach((way, all) -> table.append("| %s | %.2f | %.2f | %.2f | %.1f | %.0f |%n"
                .formatted(
                        way,
                        median(all, Start::calls),
                        median(all, Start::callsProcessor),
                        median(all, Start::whole),
                        median(all, Start::processor),
                        median(all, Start::megabytes))));
        return table.toString();
    }

    private static double median(List<Start> starts, ToDoubleFunction<Start> of) {
        double[] sorted = starts.stream().mapToDouble(of).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
