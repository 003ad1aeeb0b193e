package fr.appui.indicators;

import com.fasterxml.jackson.annotation.JsonFormat;
import fr.appui.directory.PhysicianId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Counts calls one by one into every breakdown; memory grows with the buckets, not with the calls. Two tallies of the same
 * calls in any order are equal, and tallies of territories add up to the region's.
 */
public final class CallTally {

    private final Map<String, Map<String, Calls>> counts = new HashMap<>();
    private final Durations timeToHuman = new Durations();
    private final Durations callLength = new Durations();
    private final Map<String, Long> talkedMillis = new TreeMap<>();

    /** One row of a breakdown. @param bucket as the API's « lesquels » takes it */
    public record Row(String bucket, String label, long count) {}

    /** The calls of one bucket. @param halfHours of their days that have some; the first is the lowest bit */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    public record Calls(long count, long halfHours) {

        public static final Calls NONE = new Calls(0, 0);

        Calls plus(Calls others) {
            return new Calls(count + others.count, halfHours | others.halfHours);
        }
    }

    /** What a tally says of one row. @param volume of all calls */
    public record OfRow(long volume, Calls calls) {}

    /** As it is kept. */
    public record Sums(
            Map<String, Map<String, Calls>> counts,
            Durations.Sample timeToHuman,
            Durations.Sample callLength,
            Map<String, Long> talkedMillis) {}

    public Sums sums() {
        return new Sums(new TreeMap<>(counts), timeToHuman.sample(), callLength.sample(), new TreeMap<>(talkedMillis));
    }

    public static CallTally of(Sums sums) {
        CallTally tally = new CallTally();
        sums.counts.forEach((code, buckets) -> tally.counts.put(code, new TreeMap<>(buckets)));
        tally.timeToHuman.addAll(Durations.of(sums.timeToHuman));
        tally.callLength.addAll(Durations.of(sums.callLength));
        tally.talkedMillis.putAll(sums.talkedMillis);
        return tally;
    }

    public void add(CountedCall call, Lens lens) {
        var one = new Calls(1, 1L << lens.halfHour(call.facts().receivedAt()));
        for (Breakdown breakdown : Breakdowns.EVERY) {
            if (breakdown.looksAt().test(call)) {
                Map<String, Calls> buckets = counts.computeIfAbsent(breakdown.code(), code -> new TreeMap<>());
                breakdown.bucketsOf().apply(call, lens).forEach(bucket -> buckets.merge(bucket, one, Calls::plus));
            }
        }
        if (!call.facts().isDeclared()) {
            call.facts().answer().ifPresent(answer -> timeToHuman.add(answer.after()));
        }
        if (call.facts().callsForAnOutcome()) {
            OutcomeBreakdowns.durationOf(call).ifPresent(callLength::add);
            call.facts()
                    .answer()
                    .ifPresent(answer -> OutcomeBreakdowns.durationOf(call)
                            .ifPresent(talk ->
                                    talkedMillis.merge(answer.physician().toString(), talk.toMillis(), Long::sum)));
        }
    }

    public void addAll(CallTally other) {
        other.counts.forEach((code, buckets) -> {
            Map<String, Calls> mine = counts.computeIfAbsent(code, key -> new TreeMap<>());
            buckets.forEach((bucket, calls) -> mine.merge(bucket, calls, Calls::plus));
        });
        timeToHuman.addAll(other.timeToHuman);
        callLength.addAll(other.callLength);
        other.talkedMillis.forEach((physician, millis) -> talkedMillis.merge(physician, millis, Long::sum));
    }

    public long volume() {
        return count(LineBreakdowns.VOLUME, Breakdown.ALL);
    }

    public long count(Breakdown breakdown, String bucket) {
        return calls(breakdown, bucket).count();
    }

    OfRow row(Breakdown breakdown, String bucket) {
        return new OfRow(volume(), calls(breakdown, bucket));
    }

    private Calls calls(Breakdown breakdown, String bucket) {
        return counts.getOrDefault(breakdown.code(), Map.of()).getOrDefault(bucket, Calls.NONE);
    }

    /** The sum of a breakdown's rows; for one where a call falls into one bucket only, the calls it looks at. */
    public long total(Breakdown breakdown) {
        return counts.getOrDefault(breakdown.code(), Map.of()).values().stream()
                .mapToLong(Calls::count)
                .sum();
    }

    /** The known buckets in printing order, zeros included, then any other that occurred. */
    public List<Row> rows(Breakdown breakdown, Lens lens) {
        var buckets = new LinkedHashMap<String, Long>();
        knownBuckets(breakdown, lens).forEach(bucket -> buckets.put(bucket, 0L));
        new TreeSet<>(counts.getOrDefault(breakdown.code(), Map.of()).keySet())
                .forEach(bucket -> buckets.put(bucket, count(breakdown, bucket)));
        List<Row> rows = new ArrayList<>();
        buckets.forEach(
                (bucket, n) -> rows.add(new Row(bucket, breakdown.labelOf().apply(lens, bucket), n)));
        return List.copyOf(rows);
    }

    private static List<String> knownBuckets(Breakdown breakdown, Lens lens) {
        return breakdown
                .terms()
                .map(kind -> lens.current().terms(kind).stream()
                        .map(term -> term.code())
                        .toList())
                .orElse(breakdown.buckets());
    }

    /** On the line's answered calls. */
    public Durations timeToHuman() {
        return timeToHuman;
    }

    /** Of the calls a physician answered, declared ones included. */
    public Durations callLength() {
        return callLength;
    }

    /** The length of the calls that each physician answered, declared ones included; the sum of {@link #callLength}. */
    public Map<PhysicianId, Duration> talkedBy() {
        Map<PhysicianId, Duration> talked = new TreeMap<>();
        talkedMillis.forEach((physician, millis) ->
                talked.put(new PhysicianId(UUID.fromString(physician)), Duration.ofMillis(millis)));
        return talked;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CallTally that
                && counts.equals(that.counts)
                && timeToHuman.equals(that.timeToHuman)
                && callLength.equals(that.callLength)
                && talkedMillis.equals(that.talkedMillis);
    }

    @Override
    public int hashCode() {
        return counts.hashCode();
    }
}
