package fr.appui.calls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * From the caller's INVITE to the physician's, in one run and by turns: a bare Dial (the floor), this dialplan without the
 * service (AstDB), and the service. Run by {@code deploy/bench-setup}; not a test, and asserts no time.
 */
@ExtendWith(Lab.class)
class SetupBenchmark {

    private static final int CALLS = Integer.getInteger("bench.calls", 1_000);
    private static final int PER_SECOND = Integer.getInteger("bench.rate", 20);
    private static final int WARM = Integer.getInteger("bench.warm", 1_000);
    private static final int LINES = 20;

    private enum Way {
        FLOOR("bare Dial, no decision", scene -> "0999" + scene.firstNumber()),
        STATIC("dialplan alone, ladder from AstDB", scene -> "0998" + scene.line()),
        SERVICE("FastAGI decision by the service", Scene::line);

        private final String label;
        private final Function<Scene, String> dialled;

        Way(String label, Function<Scene, String> dialled) {
            this.label = label;
            this.dialled = dialled;
        }
    }

    @Test
    void measure(
            Scene a,
            Scene b,
            Scene c,
            Scene d,
            Scene e,
            Scene f,
            Scene g,
            Scene h,
            Scene i,
            Scene j,
            Scene k,
            Scene l,
            Scene m,
            Scene n,
            Scene o,
            Scene p,
            Scene q,
            Scene r,
            Scene s,
            Scene t)
            throws IOException, InterruptedException {
        List<Scene> lines = List.of(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t);
        run(lines, WARM, List.of(Way.SERVICE)); // a service that has been up since yesterday, not since a minute
        List<List<Long>> nanos = run(lines, CALLS * Way.values().length, List.of(Way.values()));
        StringBuilder table = new StringBuilder(
                "| way | n | p50 ms | p99 ms | p50 / bare | p99 / bare | p50 / dialplan alone | p99 / dialplan alone"
                        + " |\n"
                        + "|---|---|---|---|---|---|---|---|\n");
        double[] base = percentiles(nanos.get(Way.FLOOR.ordinal()));
        double[] alone = percentiles(nanos.get(Way.STATIC.ordinal()));
        for (Way way : Way.values()) {
            double[] own = percentiles(nanos.get(way.ordinal()));
            table.append("| %s | %d | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f |%n"
                    .formatted(
                            way.label,
                            nanos.get(way.ordinal()).size(),
                            own[0],
                            own[1],
                            own[0] / base[0],
                            own[1] / base[1],
                            own[0] / alone[0],
                            own[1] / alone[1]));
        }
        Files.writeString(Path.of("target", "phone-stories", "setup-benchmark.md"), table);
        System.out.println(table);
    }

    /** One call every {@code 1/PER_SECOND} s, the ways by turns, each line at rest before it is dialled again. */
    private static List<List<Long>> run(List<Scene> lines, int calls, List<Way> ways) throws InterruptedException {
        List<List<Long>> nanos = Arrays.stream(Way.values())
                .map(way -> java.util.Collections.synchronizedList(new ArrayList<Long>()))
                .map(list -> (List<Long>) list)
                .toList();
        CountDownLatch left = new CountDownLatch(calls);
        long next = System.nanoTime();
        for (int call = 0; call < calls; call++) {
            Way way = ways.get(call % ways.size());
            Scene scene = lines.get(call % LINES);
            long[] dialled = {0};
            var caller = new CompletableFuture<Leg>();
            scene.first().does(leg -> {
                nanos.get(way.ordinal()).add(System.nanoTime() - dialled[0]);
                leg.ring();
                leg.later(java.time.Duration.ofMillis(20), () -> {
                    caller.thenAccept(Leg::hangUp);
                    left.countDown();
                });
            });
            next += TimeUnit.SECONDS.toNanos(1) / PER_SECOND;
            TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
            dialled[0] = System.nanoTime();
            caller.complete(scene.regulator().rings(way.dialled.apply(scene)));
        }
        if (!left.await(30, TimeUnit.SECONDS)) {
            System.out.printf(Locale.ROOT, "%d calls rang nobody%n", left.getCount());
        }
        return nanos;
    }

    private static double[] percentiles(List<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return new double[] {sorted[sorted.length / 2] / 1e6, sorted[sorted.length * 99 / 100] / 1e6};
    }
}
