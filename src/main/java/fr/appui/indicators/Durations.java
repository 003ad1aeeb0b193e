package fr.appui.indicators;

import java.time.Duration;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A sample of durations kept as counts by tenth of a second: exact quantiles at that grain, in memory that depends on how
 * much they differ and not on how many there are.
 */
public final class Durations {

    private static final long GRAIN_MILLIS = 100;

    private final TreeMap<Long, Long> countByTenths = new TreeMap<>();
    private long count;
    private long totalMillis;

    /** As it is kept. */
    public record Sample(Map<Long, Long> countByTenths, long totalMillis) {}

    Sample sample() {
        return new Sample(new TreeMap<>(countByTenths), totalMillis);
    }

    static Durations of(Sample sample) {
        Durations durations = new Durations();
        durations.countByTenths.putAll(sample.countByTenths);
        durations.count = sample.countByTenths.values().stream()
                .mapToLong(Long::longValue)
                .sum();
        durations.totalMillis = sample.totalMillis;
        return durations;
    }

    void add(Duration duration) {
        countByTenths.merge(Math.round(duration.toMillis() / (double) GRAIN_MILLIS), 1L, Long::sum);
        count++;
        totalMillis += duration.toMillis();
    }

    void addAll(Durations other) {
        other.countByTenths.forEach((tenths, n) -> countByTenths.merge(tenths, n, Long::sum));
        count += other.count;
        totalMillis += other.totalMillis;
    }

    public long count() {
        return count;
    }

    public Optional<Duration> mean() {
        return count == 0 ? Optional.empty() : Optional.of(Duration.ofMillis(Math.round(totalMillis / (double) count)));
    }

    /** Nearest rank: the smallest duration that at least this share of the sample does not exceed. */
    public Optional<Duration> quantile(double share) {
        long rank = Math.max(1, (long) Math.ceil(share * count));
        long seen = 0;
        for (Entry<Long, Long> entry : countByTenths.entrySet()) {
            seen += entry.getValue();
            if (seen >= rank) {
                return Optional.of(Duration.ofMillis(entry.getKey() * GRAIN_MILLIS));
            }
        }
        return Optional.empty();
    }

    public Optional<Duration> median() {
        return quantile(0.5);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Durations that
                && totalMillis == that.totalMillis
                && countByTenths.equals(that.countByTenths);
    }

    @Override
    public int hashCode() {
        return countByTenths.hashCode();
    }
}
