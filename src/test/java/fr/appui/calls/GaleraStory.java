package fr.appui.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Two nodes of the service write into a Galera of three, and one of the three is killed and comes back: {@code ./mvnw verify -Pgalera}.
 * What was answered is there, once, on each; how many were refused and how long the longest waited is written down, and asserted by none.
 */
class GaleraStory {

    private static final Path FOLDER = Path.of("target", "galera");
    private static final String ACT = "/api/territories/HDF-OISE/difficulties";
    private static final String WRITTEN = "SELECT COUNT(*) FROM difficulty WHERE territory = 'HDF-OISE'";
    private static final String RECORDED =
            "SELECT COUNT(*) FROM audit_entry WHERE act LIKE 'POST /api/territories/%/difficulties'";
    private static final int WRITERS = 4;
    private static final int ACTS = Integer.getInteger("galera.acts", 60);

    private final Parts parts = new Parts();

    private record Act(boolean whileOneWasAway, int status, long millis) {}

    @AfterEach
    void end() {
        parts.close();
    }

    @Test
    void whatWasAnsweredIsThereOnceWhicheverServerIsKilled() throws Exception {
        GaleraCluster cluster =
                parts.keep(new GaleraCluster(Files.createTempDirectory(Files.createDirectories(FOLDER), "g")));
        List<ServiceProcess> nodes = List.of(node(1, cluster), node(2, cluster));
        for (ServiceProcess node : nodes) {
            node.start();
        }
        List<Act> acts = new ArrayList<>(acts(nodes, false));
        // the one that both nodes write to, in the middle of what they write
        acts.addAll(during(nodes, () -> cluster.kill(1)));
        acts.addAll(acts(nodes, true));
        cluster.rejoin(1);
        acts.addAll(acts(nodes, false));

        long answered = acts.stream().filter(act -> act.status() == 201).count();
        long refused = acts.size() - answered;
        for (int server = 1; server <= 3; server++) {
            assertThat(cluster.count(server, WRITTEN))
                    .as("written on server " + server)
                    .isBetween(answered, answered + refused)
                    .isEqualTo(cluster.count(2, WRITTEN));
            assertThat(cluster.count(server, RECORDED))
                    .as("each act has its entry, on server " + server)
                    .isEqualTo(cluster.count(server, WRITTEN));
        }
        assertThat(nodes.getFirst().get("/api/audit/verification").body()).contains("\"whole\":true");
        report(acts);
    }

    private interface Harm {
        void done();
    }

    private static List<Act> during(List<ServiceProcess> nodes, Harm harm) throws Exception {
        try (var thread = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<Act>> written = thread.submit(() -> acts(nodes, true));
            Thread.sleep(Duration.ofSeconds(1));
            harm.done();
            return written.get();
        }
    }

    private static List<Act> acts(List<ServiceProcess> nodes, boolean away) {
        var done = new ConcurrentLinkedQueue<Act>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, WRITERS)
                    .forEach(writer -> threads.submit(() -> {
                        for (int act = 0; act < ACTS / WRITERS; act++) {
                            long begun = System.nanoTime();
                            int status = nodes.get(writer % nodes.size())
                                    .post(
                                            ACT,
                                            "{\"date\": \"2026-01-05\", \"category\": \"COVERAGE\", \"text\": \"essai\"}")
                                    .statusCode();
                            done.add(new Act(away, status, (System.nanoTime() - begun) / 1_000_000));
                        }
                    }));
        }
        return List.copyOf(done);
    }

    private ServiceProcess node(int number, GaleraCluster cluster) throws IOException {
        Map<String, String> settings = new HashMap<>(Wiring.node(
                Ports.tcp(), Files.createTempDirectory(FOLDER, "home").toString()));
        settings.putAll(Wiring.database(cluster.url(), "appui"));
        settings.put("appui.directory.reference", "reference/hauts-de-france.yaml");
        Path log = FOLDER.resolve("service-" + number + ".log");
        Files.deleteIfExists(log);
        return parts.keep(new ServiceProcess(settings, Duration.ZERO, log).startingQuickly());
    }

    private static void report(List<Act> acts) throws IOException {
        StringBuilder table = new StringBuilder(
                "| | acts | answered | refused, by status | median ms | longest ms |\n|---|---|---|---|---|---|\n");
        for (boolean away : new boolean[] {false, true}) {
            List<Act> those =
                    acts.stream().filter(act -> act.whileOneWasAway() == away).toList();
            Map<Integer, Long> refused = new TreeMap<>();
            those.stream()
                    .filter(act -> act.status() != 201)
                    .forEach(act -> refused.merge(act.status(), 1L, Long::sum));
            long[] waits = those.stream().mapToLong(Act::millis).sorted().toArray();
            table.append("| %s | %d | %d | %s | %d | %d |\n"
                    .formatted(
                            away ? "one of three killed, and away" : "all three there",
                            those.size(),
                            those.stream().filter(act -> act.status() == 201).count(),
                            refused,
                            waits[waits.length / 2],
                            waits[waits.length - 1]));
        }
        Files.writeString(FOLDER.resolve("galera.md"), table);
        System.out.println(table);
    }
}
