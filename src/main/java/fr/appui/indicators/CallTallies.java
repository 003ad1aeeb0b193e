package fr.appui.indicators;

import fr.appui.directory.TerritoryCode;
import fr.appui.indicators.CallTally.OfRow;
import fr.appui.indicators.KeptTallies.Kept;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Counts of days, made once and kept by month, and by day where a month has many calls. What was kept counts as long as no call
 * of these days changed since and as they would be read the same today; the rest is counted anew from the calls, by the same
 * definitions, and so a change costs the counting of its day. Revisions are read before the calls: what changes meanwhile is
 * counted again next time, and is never missed.
 */
@ApplicationScoped
public class CallTallies {

    /** Fewer calls than this are counted as fast as their days are looked up. */
    static final int MANY = 1_000;

    /** Goes up when a count holds more than before: one that an older service kept lacks it. */
    private static final int FORM = 3;

    private final CountedCalls calls;
    private final KeptTallies kept;
    private final String version;

    /** @param version of the service: another one may count otherwise */
    CallTallies(
            CountedCalls calls,
            KeptTallies kept,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.calls = calls;
        this.kept = kept;
        this.version = version;
    }

    /** Days of a territory, and through what their calls are read. */
    public record Place(TerritoryCode territory, Lens lens, DaySpan days) {}

    /** @param total of the calls that the page is a part of: equals the count */
    public record Page(List<CountedCall> calls, long total) {
        public Page {
            calls = List.copyOf(calls);
        }
    }

    /** Days and what their calls amount to. */
    public record Counted(DaySpan span, CallTally tally) {}

    public CallTally of(TerritoryCode territory, Lens lens, DaySpan span) {
        return sum(byMonth(territory, lens, span));
    }

    /** In the order of time, a month each, or the part of it that the span has. */
    public List<Counted> byMonth(TerritoryCode territory, Lens lens, DaySpan span) {
        return span.isEmpty() ? List.of() : new Reading(territory, lens, span).byMonth(span.byMonth());
    }

    /** In the order of time. */
    public List<Counted> byDay(TerritoryCode territory, Lens lens, DaySpan span) {
        return span.isEmpty() ? List.of() : new Reading(territory, lens, span).byDay(span);
    }

    /** Every call that these days count, in the order of reception. */
    public void read(TerritoryCode territory, Lens lens, DaySpan span, Consumer<CountedCall> reader) {
        calls.read(List.of(territory), lens.start(span), lens.end(span), reader);
    }

    /** The calls that a row counts, place by place in the order of reception. @param from how many come before the page */
    public Page page(List<Place> places, Breakdown breakdown, String bucket, long from, int size) {
        var filling = new Filling(breakdown, bucket, from, size);
        places.stream()
                .filter(place -> !place.days().isEmpty())
                .forEach(place -> new Reading(place.territory(), place.lens(), place.days()).list(filling));
        return new Page(filling.calls, filling.passed);
    }

    private static CallTally sum(List<Counted> parts) {
        CallTally sum = new CallTally();
        parts.forEach(part -> sum.addAll(part.tally()));
        return sum;
    }

    /** A page while it is gathered. */
    private static final class Filling {

        private final Breakdown breakdown;
        private final String bucket;
        private final long from;
        private final int size;
        private final List<CountedCall> calls = new ArrayList<>();
        private long passed;

        Filling(Breakdown breakdown, String bucket, long from, int size) {
            this.breakdown = breakdown;
            this.bucket = bucket;
            this.from = from;
            this.size = size;
        }

        boolean isFull() {
            return calls.size() == size;
        }

        void add(CountedCall call) {
            if (passed >= from && !isFull()) {
                calls.add(call);
            }
            passed++;
        }

        /** @param reading where some of these may be on the page: as far as the page goes, what comes after is counted */
        void pass(OfRow next, Runnable reading) {
            long after = passed + next.calls().count();
            if (after > from && after > passed && !isFull()) {
                reading.run();
            }
            passed = after;
        }
    }

    /** One look at a territory through a lens: the revisions that were true when it began. */
    private final class Reading {

        private final TerritoryCode territory;
        private final Lens lens;
        private final DaySpan whole;
        private final Map<LocalDate, Long> revisions = new HashMap<>();

        Reading(TerritoryCode territory, Lens lens, DaySpan span) {
            this.territory = territory;
            this.lens = lens;
            this.whole = span;
            calls.revisions(territory, lens.start(span), lens.end(span))
                    .forEach((quarterHour, revision) ->
                            revisions.merge(lens.local(quarterHour).toLocalDate(), revision, Long::sum));
        }

        List<Counted> byMonth(List<DaySpan> months) {
            Map<DaySpan, CallTally> known =
                    known(months.stream().filter(DaySpan::isWholeMonth).toList());
            List<Counted> counted = new ArrayList<>();
            Map<String, Kept<CallTally>> anew = new LinkedHashMap<>();
            for (DaySpan month : months) {
                CallTally tally = known.get(month);
                if (tally == null) {
                    tally = sum(byDay(month));
                    if (month.isWholeMonth()) {
                        anew.put(name(month), new Kept<>(revision(month), tally));
                    }
                }
                counted.add(new Counted(month, tally));
            }
            kept.keep(territory, anew);
            return counted;
        }

        List<Counted> byDay(DaySpan span) {
            List<DaySpan> days = span.byDay();
            Map<DaySpan, CallTally> known = known(days);
            Map<LocalDate, CallTally> anew = new TreeMap<>();
            days.stream().filter(day -> !known.containsKey(day)).forEach(day -> anew.put(day.first(), new CallTally()));
            count(anew);
            List<Counted> counted = days.stream()
                    .map(day ->
                            new Counted(day, known.getOrDefault(day, anew.getOrDefault(day.first(), new CallTally()))))
                    .toList();
            if (counted.stream().mapToLong(day -> day.tally().volume()).sum() > MANY) {
                keep(anew);
            }
            return counted;
        }

        /** Calls between the first of these days and the last, each into its own; those of other days are known already. */
        private void count(Map<LocalDate, CallTally> byDay) {
            if (byDay.isEmpty()) {
                return;
            }
            var days = new TreeMap<>(byDay);
            read(territory, lens, new DaySpan(days.firstKey(), days.lastKey()), call -> {
                CallTally tally =
                        byDay.get(lens.local(call.facts().receivedAt()).toLocalDate());
                if (tally != null) {
                    tally.add(call, lens);
                }
            });
        }

        private void keep(Map<LocalDate, CallTally> byDay) {
            Map<String, Kept<CallTally>> anew = new LinkedHashMap<>();
            byDay.forEach((date, tally) -> {
                var day = new DaySpan(date, date);
                anew.put(name(day), new Kept<>(revision(day), tally));
            });
            kept.keep(territory, anew);
        }

        private Map<DaySpan, CallTally> known(List<DaySpan> spans) {
            return known(spans, names -> kept.of(territory, names));
        }

        private <T> Map<DaySpan, T> known(
                List<DaySpan> spans, Function<Collection<String>, Map<String, Kept<T>>> asked) {
            Map<String, DaySpan> named = new HashMap<>();
            spans.forEach(span -> named.put(name(span), span));
            Map<DaySpan, T> known = new HashMap<>();
            asked.apply(named.keySet()).forEach((name, found) -> {
                DaySpan span = named.get(name);
                if (span != null && found.revision() == revision(span)) {
                    known.put(span, found.counted());
                }
            });
            return known;
        }

        /** Months, days and half-hours that nothing of the page is in are passed over by their count, and not read. */
        void list(Filling page) {
            ofRow(page, whole.byMonth(), this::byMonth)
                    .forEach((month, known) -> page.pass(known, () -> {
                        if (known.volume() > MANY) {
                            ofRow(page, month.byDay(), missing -> byDay(month))
                                    .forEach((day, ofDay) ->
                                            page.pass(ofDay, () -> readHalfHours(day, ofDay.calls(), page)));
                        } else {
                            choose(lens.start(month), lens.end(month), page);
                        }
                    }));
        }

        /** In the order of the spans. @param counting those of which nothing is kept */
        private Map<DaySpan, OfRow> ofRow(
                Filling page, List<DaySpan> spans, Function<List<DaySpan>, List<Counted>> counting) {
            Map<DaySpan, OfRow> known =
                    known(spans, names -> kept.ofRow(territory, names, page.breakdown, page.bucket));
            List<DaySpan> missing =
                    spans.stream().filter(span -> !known.containsKey(span)).toList();
            if (!missing.isEmpty()) {
                counting.apply(missing)
                        .forEach(counted ->
                                known.put(counted.span(), counted.tally().row(page.breakdown, page.bucket)));
            }
            return new TreeMap<>(known);
        }

        private void readHalfHours(DaySpan day, CallTally.Calls ofRow, Filling page) {
            for (long left = ofRow.halfHours(); left != 0 && !page.isFull(); left &= left - 1) {
                Instant from = lens.start(day).plus(Lens.HALF_HOUR.multipliedBy(Long.numberOfTrailingZeros(left)));
                choose(from, from.plus(Lens.HALF_HOUR), page);
            }
        }

        private void choose(Instant from, Instant to, Filling page) {
            calls.readWhile(List.of(territory), from, to, call -> {
                if (page.breakdown.counts(call, lens, page.bucket)) {
                    page.add(call);
                }
                return !page.isFull();
            });
        }

        private long revision(DaySpan span) {
            return span.byDay().stream()
                    .mapToLong(day -> revisions.getOrDefault(day.first(), 0L))
                    .sum();
        }

        /** Of everything but the calls that the counts of these days come from. */
        private String name(DaySpan span) {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256")
                        .digest((FORM + "\n" + version + "\n" + span + "\n" + lens.reading(span))
                                .getBytes(StandardCharsets.UTF_8));
                return HexFormat.of().formatHex(digest, 0, 16);
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
