package fr.appui.indicators.sample;

import java.util.List;
import java.util.Random;

/** Seeded draws. */
final class Chance {

    private final Random random;

    Chance(long seed) {
        random = new Random(seed);
    }

    boolean in100(double percent) {
        return random.nextDouble() * 100 < percent;
    }

    /** @param to included */
    int between(int from, int to) {
        return from + random.nextInt(to - from + 1);
    }

    <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** One of the alternatives, by weight. */
    <T> T weighted(List<Weighted<T>> alternatives) {
        double draw = random.nextDouble()
                * alternatives.stream().mapToDouble(Weighted::weight).sum();
        for (Weighted<T> alternative : alternatives) {
            draw -= alternative.weight();
            if (draw < 0) {
                return alternative.value();
            }
        }
        return alternatives.getLast().value();
    }

    /** Around a median, with a long tail to the right. */
    int aroundMedian(int median, double spread) {
        return (int) Math.max(1, Math.round(median * Math.exp(spread * random.nextGaussian())));
    }
}
