package fr.appui.indicators;

import java.util.List;
import java.util.Optional;

/**
 * Rows of several indicators at once: « d'infirmières, pour douleur ». A call counts where each of them counts it, by the
 * definition that counts it alone.
 *
 * @param filters none for every call
 */
public record Crossing(List<Filter> filters) {

    /** {@code motives:PAIN}. */
    public record Filter(Breakdown breakdown, String bucket) {

        private static final String SEPARATOR = ":";

        /** Empty when no indicator has that code. */
        public static Optional<Filter> parse(String written) {
            int at = written.indexOf(SEPARATOR);
            return at < 0
                    ? Optional.empty()
                    : Breakdowns.named(written.substring(0, at))
                            .map(breakdown -> new Filter(breakdown, written.substring(at + 1)));
        }

        public String written() {
            return breakdown.code() + SEPARATOR + bucket;
        }

        private boolean counts(CountedCall call, Lens lens) {
            return breakdown.counts(call, lens, bucket);
        }
    }

    private static final List<Filter> EVERY_CALL = List.of(new Filter(LineBreakdowns.VOLUME, Breakdown.ALL));

    public Crossing {
        filters = filters.isEmpty() ? EVERY_CALL : List.copyOf(filters);
    }

    public boolean counts(CountedCall call, Lens lens) {
        return filters.stream().allMatch(filter -> filter.counts(call, lens));
    }

    /** What a tally knows already: the count of one filter, none where one of several counts nothing; else empty. */
    public Optional<Long> count(CallTally tally) {
        List<Long> each = filters.stream()
                .map(filter -> tally.count(filter.breakdown(), filter.bucket()))
                .toList();
        if (each.contains(0L)) {
            return Optional.of(0L);
        }
        return each.size() == 1 ? Optional.of(each.getFirst()) : Optional.empty();
    }
}
