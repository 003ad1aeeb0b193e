package fr.appui.indicators;

import fr.appui.trace.TermKind;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One call indicator: which calls it looks at and into which bucket each falls. The same definition counts and answers
 * « lesquels », so a figure and its list cannot disagree. Documented in {@code docs/fr/indicateurs.md}, in the same order.
 *
 * @param code stable, English
 * @param label French, as printed
 * @param several whether one call may fall into several buckets; otherwise the buckets add up to the calls looked at
 * @param buckets the known buckets in printing order; others follow in their own order
 * @param terms the nomenclature's list that gives the known buckets, where one does
 */
public record Breakdown(
        String code,
        String label,
        boolean several,
        Predicate<CountedCall> looksAt,
        BiFunction<CountedCall, Lens, List<String>> bucketsOf,
        BiFunction<Lens, String, String> labelOf,
        List<String> buckets,
        Optional<TermKind> terms) {

    public static final String ALL = "ALL";
    public static final String NOT_LOGGED = "NOT_LOGGED";
    public static final String NOT_SAID = "NOT_SAID";
    public static final String OUT_OF_HOURS = "OUT_OF_HOURS";

    public Breakdown {
        buckets = List.copyOf(buckets);
    }

    public boolean counts(CountedCall call, Lens lens, String bucket) {
        return looksAt.test(call) && bucketsOf.apply(call, lens).contains(bucket);
    }

    /** A row that the indicator does not have keeps its own name. */
    public String label(Lens lens, String bucket) {
        try {
            return labelOf.apply(lens, bucket);
        } catch (IllegalArgumentException | DateTimeException noSuchRow) {
            return bucket;
        }
    }

    static Breakdown ordered(
            String code,
            String label,
            BiFunction<CountedCall, Lens, String> bucketOf,
            List<String> buckets,
            Function<String, String> labelOf) {
        return new Breakdown(
                code,
                label,
                false,
                call -> true,
                (call, lens) -> List.of(bucketOf.apply(call, lens)),
                (lens, bucket) -> labelOf.apply(bucket),
                buckets,
                Optional.empty());
    }

    static Breakdown single(
            String code,
            String label,
            Predicate<CountedCall> looksAt,
            BiFunction<CountedCall, Lens, String> bucketOf,
            Map<String, String> labels) {
        return new Breakdown(
                code,
                label,
                false,
                looksAt,
                (call, lens) -> List.of(bucketOf.apply(call, lens)),
                (lens, bucket) -> labels.getOrDefault(bucket, bucket),
                List.copyOf(labels.keySet()),
                Optional.empty());
    }

    static Breakdown several(
            String code,
            String label,
            Predicate<CountedCall> looksAt,
            BiFunction<CountedCall, Lens, List<String>> bucketsOf,
            Map<String, String> labels) {
        return new Breakdown(
                code,
                label,
                true,
                looksAt,
                bucketsOf,
                (lens, bucket) -> labels.getOrDefault(bucket, bucket),
                List.copyOf(labels.keySet()),
                Optional.empty());
    }

    /** Labels of an enum, in its order. */
    static <E extends Enum<E>> Map<String, String> labels(E[] values, Function<E, String> label) {
        return labels(Arrays.stream(values)
                .flatMap(value -> Stream.of(value.name(), label.apply(value)))
                .toArray(String[]::new));
    }

    /** Bucket, label, bucket, label… in printing order. */
    static Map<String, String> labels(String... pairs) {
        var labels = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            labels.put(pairs[i], pairs[i + 1]);
        }
        return labels;
    }
}
