package fr.appui.calls;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A mixed night, call after call, with the service and with the dialplan alone: how long a caller waits for each thing. Run by
 * {@code deploy/bench-night}, on this dialplan or on another version's; not a test, and asserts no time.
 */
@ExtendWith(Lab.class)
class NightBenchmark {

    private static final int CALLS = Integer.getInteger("bench.calls", 200);
    private static final int MOST_AT_ONCE = 6;
    private static final Duration BETWEEN = Duration.ofMillis(400);
    private static final int PATIENCE_MS = 90_000;

    /** What becomes of a call, in the proportions of a night: of twenty calls, twelve, two, two, two, one and one. */
    private enum Kind {
        FIRST_ACCEPTS,
        FIRST_IS_BUSY,
        FIRST_PASSES,
        FIRST_IS_SWITCHED_OFF,
        SAMU,
        /** Behind an exchange that sends no sound while nobody speaks. */
        SAMU_SILENT;

        boolean isOfTheSamu() {
            return this == SAMU || this == SAMU_SILENT;
        }

        static Kind of(int call) {
            if (call % 20 == 17) {
                return SAMU_SILENT;
            }
            return switch (call % 10) {
                case 1 -> FIRST_IS_BUSY;
                case 3 -> FIRST_PASSES;
                case 5 -> FIRST_IS_SWITCHED_OFF;
                case 7 -> SAMU;
                default -> FIRST_ACCEPTS;
            };
        }
    }

    private enum Time {
        KEY_TO_RING("la touche de l’appelant → premier médecin appelé"),
        SAMU_TO_RING("appel du SAMU → premier médecin appelé"),
        SILENT_SAMU_TO_RING("appel du SAMU, sans un son → premier médecin appelé"),
        NEXT_RING("premier médecin indisponible → suivant appelé"),
        RING_TO_JOINED("médecin appelé → les deux se parlent, dont 0,9 s jusqu’à son 1"),
        ONE_TO_JOINED("le 1 du médecin → il entend l’appelant"),
        CALL_TO_JOINED("appel → les deux se parlent");

        private final String label;

        Time(String label) {
            this.label = label;
        }
    }

    private final Map<Time, List<Long>> nanos = new EnumMap<>(Time.class);

    @Test
    void measure(
            Scene a, Scene b, Scene c, Scene d, Scene e, Scene f, Scene g, Scene h, Scene i, Scene j, Scene k, Scene l)
            throws IOException, InterruptedException {
        List<Scene> lines = List.of(a, b, c, d, e, f, g, h, i, j, k, l);
        run(lines, lines.size()); // warms up
        StringBuilder table = new StringBuilder("| | n | p50 s | p95 s | max s |\n|---|---|---|---|---|\n");
        table.append(run(lines, CALLS).rows("avec le service"));
        a.service().kill();
        table.append(run(lines, CALLS).rows("sans le service"));
        Files.writeString(Path.of("target", "phone-stories", "night-benchmark.md"), table);
        System.out.println(table);
    }

    private NightBenchmark run(List<Scene> lines, int calls) throws InterruptedException {
        for (Time time : Time.values()) {
            nanos.put(time, Collections.synchronizedList(new ArrayList<>()));
        }
        BlockingQueue<Scene> free = new ArrayBlockingQueue<>(lines.size(), true, lines);
        BlockingQueue<Integer> places = new ArrayBlockingQueue<>(MOST_AT_ONCE);
        CountDownLatch left = new CountDownLatch(calls);
        for (int call = 0; call < calls; call++) {
            places.put(call);
            Scene line = free.take();
            Kind kind = Kind.of(call);
            Thread.ofVirtual().start(() -> {
                try {
                    call(line, kind);
                } catch (InterruptedException | RuntimeException | AssertionError failed) {
                    System.out.println(kind + ": " + failed);
                } finally {
                    free.add(line);
                    places.remove();
                    left.countDown();
                }
            });
            Thread.sleep(BETWEEN);
        }
        left.await(10, TimeUnit.MINUTES);
        return this;
    }

    private void call(Scene line, Kind kind) throws InterruptedException {
        int firstBefore = line.first().calls().size();
        int secondBefore = line.second().calls().size();
        long[] rung = {0};
        long[] next = {0};
        long[] pressed = {0};
        long[] failed = {0};
        line.second().does(leg -> accept(leg, next, pressed));
        switch (kind) {
            case FIRST_ACCEPTS, SAMU, SAMU_SILENT -> line.first().does(leg -> accept(leg, rung, pressed));
            case FIRST_IS_BUSY -> line.first().does(leg -> refuse(leg, "486 Busy Here", rung, failed));
            case FIRST_IS_SWITCHED_OFF ->
                line.first().does(leg -> refuse(leg, "480 Temporarily Unavailable", rung, failed));
            case FIRST_PASSES -> line.first().does(leg -> pass(leg, rung, failed));
        }
        long begun = System.nanoTime();
        Leg caller = kind.isOfTheSamu()
                ? line.regulator()
                        .offering(kind == Kind.SAMU ? Media::offer : Media::silently)
                        .rings(line.line())
                : line.nurse().rings(line.line());
        long asked = begun;
        if (!kind.isOfTheSamu()) {
            caller.isUp();
            Thread.sleep(500);
            asked = System.nanoTime();
            caller.press("2");
        }
        // the moments are noted as the INVITE comes: a key is sent for two tenths of a second
        await(() -> line.first().calls().size() > firstBefore && rung[0] > 0);
        nanos.get(toRing(kind)).add(rung[0] - asked);
        long[] answering = rung;
        Leg physician;
        if (kind == Kind.FIRST_ACCEPTS || kind.isOfTheSamu()) {
            physician = line.first().calls().getLast();
        } else {
            await(() -> line.second().calls().size() > secondBefore && next[0] > 0);
            nanos.get(Time.NEXT_RING).add(next[0] - failed[0]);
            physician = line.second().calls().getLast();
            answering = next;
        }
        if (kind != Kind.SAMU_SILENT) {
            long joined = await(() -> physician.heard(caller));
            nanos.get(Time.RING_TO_JOINED).add(joined - answering[0]);
            nanos.get(Time.ONE_TO_JOINED).add(joined - pressed[0]);
            nanos.get(Time.CALL_TO_JOINED).add(joined - begun);
        }
        Thread.sleep(300);
        caller.hangUp();
        physician.isOver();
        Thread.sleep(300);
    }

    private static Time toRing(Kind kind) {
        return switch (kind) {
            case SAMU -> Time.SAMU_TO_RING;
            case SAMU_SILENT -> Time.SILENT_SAMU_TO_RING;
            case FIRST_ACCEPTS, FIRST_IS_BUSY, FIRST_PASSES, FIRST_IS_SWITCHED_OFF -> Time.KEY_TO_RING;
        };
    }

    private static void accept(Leg leg, long[] rung, long[] pressed) {
        rung[0] = System.nanoTime();
        leg.ring();
        leg.later(Duration.ofMillis(300), leg::pickUp);
        leg.later(Duration.ofMillis(900), () -> {
            pressed[0] = System.nanoTime();
            leg.press("1");
        });
    }

    private static void pass(Leg leg, long[] rung, long[] failed) {
        rung[0] = System.nanoTime();
        leg.ring();
        leg.later(Duration.ofMillis(300), leg::pickUp);
        leg.later(Duration.ofMillis(900), () -> {
            failed[0] = System.nanoTime();
            leg.press("2");
        });
    }

    private static void refuse(Leg leg, String status, long[] rung, long[] failed) {
        rung[0] = System.nanoTime();
        failed[0] = rung[0];
        leg.refuse(status);
    }

    private interface Seen {
        boolean now();
    }

    private static long await(Seen seen) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS);
        while (!seen.now()) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("nothing came");
            }
            Thread.sleep(1);
        }
        return System.nanoTime();
    }

    private String rows(String way) {
        return nanos.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> row(way, entry.getKey(), entry.getValue()))
                .collect(joining());
    }

    private static String row(String way, Time time, List<Long> values) {
        long[] sorted = values.stream().mapToLong(Long::longValue).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "| %s, %s | %d | %.3f | %.3f | %.3f |%n",
                time.label,
                way,
                sorted.length,
                sorted[sorted.length / 2] / 1e9,
                sorted[sorted.length * 95 / 100] / 1e9,
                sorted[sorted.length - 1] / 1e9);
    }
}
