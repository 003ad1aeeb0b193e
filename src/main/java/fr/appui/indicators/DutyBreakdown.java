package fr.appui.indicators;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * One duty indicator: into which buckets a duty falls. As for calls, the same definition counts and answers « lesquelles ».
 *
 * @param several whether one duty may fall into several buckets: it may be shared, and a physician hold two diplomas
 */
public record DutyBreakdown(
        String code,
        String label,
        boolean several,
        BiFunction<HeldWindow, KnownPhysicians, List<String>> bucketsOf,
        BiFunction<KnownPhysicians, String, String> labelOf) {

    public boolean counts(HeldWindow duty, KnownPhysicians volunteers, String bucket) {
        return bucketsOf.apply(duty, volunteers).contains(bucket);
    }

    /** Duties in each bucket that occurs. */
    public Map<String, Long> count(List<HeldWindow> duties, KnownPhysicians volunteers) {
        Map<String, Long> counts = new TreeMap<>();
        duties.forEach(
                duty -> bucketsOf.apply(duty, volunteers).forEach(bucket -> counts.merge(bucket, 1L, Long::sum)));
        return counts;
    }
}
