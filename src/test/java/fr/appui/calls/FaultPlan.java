package fr.appui.calls;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Calls and faults, all drawn from one seed: the same seed is the same night. */
record FaultPlan(List<Call> calls, List<Harm> harms) {

    /** What the people of a call do. */
    enum Script {
        FIRST_ACCEPTS(38),
        FIRST_SILENT(14),
        FIRST_BUSY(10),
        FIRST_PASSES(8),
        FIRST_VOICEMAIL(5),
        SAMU(8),
        NOBODY(10),
        PATIENT(4),
        CLOSED(3);

        private final int weight;

        Script(int weight) {
            this.weight = weight;
        }

        /** A caller who must reach somebody, or be told what else to do. */
        boolean eligible() {
            return this != PATIENT && this != CLOSED;
        }

        private static Script draw(Random random) {
            int left = random.nextInt(100);
            for (Script script : values()) {
                left -= script.weight;
                if (left < 0) {
                    return script;
                }
            }
            throw new IllegalStateException("the weights add up to 100");
        }
    }

    /** @param callerHangsUp otherwise the physician does */
    record Call(int number, Script script, Duration talk, boolean callerHangsUp) {}

    /**
     * A fault in the course of a call.
     *
     * @param after how long after that call was begun
     * @param lasts before it is mended
     * @param node 0 or 1; 2 both
     */
    record Harm(Fault fault, int call, Duration after, Duration lasts, int node) {}

    static FaultPlan of(long seed, int calls) {
        Random random = new Random(seed);
        List<Call> planned = new ArrayList<>();
        for (int number = 0; number < calls; number++) {
            planned.add(new Call(number, Script.draw(random), millis(random, 500, 4_000), random.nextBoolean()));
        }
        List<Harm> harms = new ArrayList<>();
        for (Fault fault : Fault.values()) {
            for (int i = 0; i < fault.among(calls); i++) {
                int node = random.nextInt(4);
                harms.add(new Harm(
                        fault,
                        random.nextInt(calls),
                        millis(random, 0, 6_000),
                        millis(random, 3_000, 8_000),
                        Math.min(node, 2)));
            }
        }
        return new FaultPlan(List.copyOf(planned), List.copyOf(harms));
    }

    List<Harm> harmsOf(int call) {
        return harms.stream().filter(harm -> harm.call() == call).toList();
    }

    private static Duration millis(Random random, int least, int most) {
        return Duration.ofMillis(least + random.nextInt(most - least));
    }
}
