package fr.appui.indicators;

import static fr.appui.indicators.TestCalls.OISE;
import static fr.appui.indicators.TestCalls.PARIS;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.AtLength;
import fr.appui.calendar.DutyWindow;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.indicators.CallTallies.Page;
import fr.appui.indicators.CallTallies.Place;
import fr.appui.indicators.CallTally.OfRow;
import fr.appui.indicators.report.SampleRegion;
import fr.appui.indicators.sample.SampleYear;
import fr.appui.trace.CallId;
import fr.appui.trace.Destination;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A page of « lesquels » is cut out of what one finds by asking of each call of the year, and is read where its calls are. */
class ListedCallsTest {

    private static final DaySpan YEAR = new DaySpan(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));
    private static final Lens LENS = TestCalls.lens(2025);
    private static final int SIZE = 50;

    /** Every month has many calls, but for these. */
    private static final Map<Month, Integer> FEWER = Map.of(Month.JULY, 300, Month.NOVEMBER, 0);

    private static final int MOST_OF_THESE = 500;

    private static final Random RANDOM = new Random(17);
    private static final List<CountedCall> CALLS = playedYear();

    private final ReadCalls calls = new ReadCalls();
    private final CallTallies tallies = new CallTallies(calls, new KeptInMemory(), "1");

    @BeforeEach
    void keep() {
        tallies.of(OISE, LENS, YEAR);
        calls.forget();
    }

    @Test
    void aPageIsThatOfTheWholeYearCountedCallByCall() {
        for (Breakdown breakdown : Breakdowns.EVERY) {
            Map<String, List<String>> whole = callByCall(breakdown);
            whole.put("NO-SUCH-ROW", List.of());
            whole.forEach((bucket, ids) -> {
                int last = Math.max(0, ids.size() - 1) / SIZE;
                for (int page : ofThese(0, 1, RANDOM.nextInt(last + 1), last, last + 1)) {
                    Page found = page(RANDOM.nextBoolean() ? List.of(YEAR) : inPieces(), breakdown, bucket, page);
                    assertThat(found.calls())
                            .extracting(call -> call.facts().call().value())
                            .as("%s %s, page %s", breakdown.code(), bucket, page)
                            .isEqualTo(ids.stream()
                                    .skip((long) page * SIZE)
                                    .limit(SIZE)
                                    .toList());
                    assertThat(found.total()).isEqualTo(ids.size());
                }
            });
        }
    }

    private static List<Integer> ofThese(Integer... pages) {
        List<Integer> all = new ArrayList<>(List.of(pages));
        Collections.shuffle(all, RANDOM);
        return all.subList(0, AtLength.of(2, all.size()));
    }

    /** The half-hours of its calls; before them, those of the day that it begins in. */
    @Test
    void noMoreIsReadThanHalfHoursThatHaveSomeOfTheRow() {
        long fullestHalfHour = fullest(halfHour -> halfHour);
        long fullestDay = fullest(halfHour -> LENS.local(halfHour).toLocalDate());
        for (Breakdown breakdown : Breakdowns.EVERY) {
            callByCall(breakdown).forEach((bucket, ids) -> {
                for (int page : List.of(0, ids.size() / SIZE / 2, (ids.size() - 1) / SIZE)) {
                    calls.forget();
                    int listed = page(breakdown, bucket, page).calls().size();
                    String row = "%s %s, page %s".formatted(breakdown.code(), bucket, page);
                    long before = page == 0 ? 0 : Math.max(fullestDay, MOST_OF_THESE);
                    assertThat(calls.handedOn)
                            .as(row)
                            .isLessThanOrEqualTo(before + Math.max(listed * fullestHalfHour, MOST_OF_THESE));
                    assertThat(calls.readings).as(row).isLessThanOrEqualTo(listed + (page == 0 ? 0 : 50));
                }
            });
        }
    }

    /** A hundred or so in a year of many: each day that has one was read whole, thousands of calls for the first fifty. */
    @Test
    void ofARareRowTheHalfHoursThatHaveOneAreRead() {
        List<CountedCall> rare = CALLS.stream()
                .filter(call -> call.facts().putThrough().contains(Destination.SAMU))
                .toList();
        assertThat(rare).hasSizeBetween(60, 200);
        Page first = page(LineBreakdowns.PUT_THROUGH, Destination.SAMU.name(), 0);
        assertThat(first.calls()).isEqualTo(rare.subList(0, SIZE));
        Set<Instant> halfHours = rare.stream()
                .limit(SIZE)
                .map(call -> halfHour(call.facts().receivedAt()))
                .collect(Collectors.toSet());
        assertThat(calls.handedOn)
                .isLessThanOrEqualTo(CALLS.stream()
                        .filter(call -> halfHours.contains(halfHour(call.facts().receivedAt())))
                        .count());
    }

    @Test
    void ofARowThatCountsNothingNoCallIsRead() {
        assertThat(page(LineBreakdowns.PUT_THROUGH, "NO-SUCH-ROW", 0).calls()).isEmpty();
        assertThat(page(LineBreakdowns.VOLUME, Breakdown.ALL, 1_000_000).calls())
                .isEmpty();
        assertThat(calls.readings).isZero();
    }

    private Page page(Breakdown breakdown, String bucket, int page) {
        return page(List.of(YEAR), breakdown, bucket, page);
    }

    private Page page(List<DaySpan> spans, Breakdown breakdown, String bucket, int page) {
        List<Place> places =
                spans.stream().map(days -> new Place(OISE, LENS, days)).toList();
        return tallies.page(places, breakdown, bucket, (long) page * SIZE, SIZE);
    }

    /** As several territories follow one another; the days of a month in the middle of which one ends are not kept as a month. */
    private static List<DaySpan> inPieces() {
        LocalDate cut = YEAR.first().plusDays(RANDOM.nextInt(1, 364));
        return List.of(new DaySpan(YEAR.first(), cut), new DaySpan(cut.plusDays(1), YEAR.last()));
    }

    private Map<String, List<String>> callByCall(Breakdown breakdown) {
        Map<String, List<String>> ids = new TreeMap<>();
        CALLS.stream()
                .filter(breakdown.looksAt())
                .forEach(call -> breakdown
                        .bucketsOf()
                        .apply(call, LENS)
                        .forEach(bucket -> ids.computeIfAbsent(bucket, code -> new ArrayList<>())
                                .add(call.facts().call().value())));
        return ids;
    }

    private long fullest(Function<Instant, ?> time) {
        return CALLS.stream()
                .collect(Collectors.groupingBy(
                        call -> time.apply(halfHour(call.facts().receivedAt())), Collectors.counting()))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .max()
                .orElseThrow();
    }

    private static Instant halfHour(Instant instant) {
        long length = Duration.ofMinutes(30).toMillis();
        return Instant.ofEpochMilli(instant.toEpochMilli() / length * length);
    }

    private static List<CountedCall> playedYear() {
        List<DutyWindow> windows = TestCalls.coreWindows(2025);
        List<CountedCall> played = new ArrayList<>();
        for (Month month : Month.values()) {
            List<DutyWindow> its = windows.stream()
                    .filter(window -> window.date().getMonth() == month)
                    .toList();
            var physician = new PhysicianId(new UUID(0x7a11, 1));
            new SampleYear(
                            new SampleYear.Setting(OISE, "0344556677", PARIS, its, (date, rung) -> physician),
                            month.getValue())
                    .play(FEWER.getOrDefault(month, CallTallies.MANY + 200), call -> {
                        CountedCall counted = SampleRegion.counted(call);
                        played.add(varied(
                                counted,
                                month + "-" + played.size(),
                                played.isEmpty() ? counted : played.get(RANDOM.nextInt(played.size()))));
                    });
        }
        return played.stream()
                .filter(call -> call.facts().receivedAt().isBefore(LENS.end(YEAR)))
                .sorted(Comparator.comparing((CountedCall call) -> call.facts().receivedAt())
                        .thenComparing(call -> call.facts().call().value()))
                .toList();
    }

    /** Some in the same millisecond as another, some as their day or half-hour begins or ends; a few are put through to the SAMU. */
    private static CountedCall varied(CountedCall call, String id, CountedCall another) {
        CallFacts facts = call.facts();
        LocalDate day = LENS.local(facts.receivedAt()).toLocalDate();
        Instant at = switch (RANDOM.nextInt(12)) {
            case 0, 1 -> another.facts().receivedAt();
            case 2 -> halfHour(facts.receivedAt());
            case 3 -> halfHour(facts.receivedAt()).plusMillis(1_799_999);
            case 4 -> day.atStartOfDay(PARIS).toInstant();
            case 5 -> day.atTime(LocalTime.of(2, 15)).atZone(PARIS).toInstant();
            case 6 -> day.plusDays(1).atStartOfDay(PARIS).toInstant().minusMillis(1);
            default -> facts.receivedAt();
        };
        return CallAgain.of(call, id, at, RANDOM.nextInt(120) == 0 ? Set.of(Destination.SAMU) : Set.of());
    }

    /** How many calls were handed on, in how many readings. */
    private static final class ReadCalls implements CountedCalls {

        private final NavigableMap<Instant, List<CountedCall>> byTime = new TreeMap<>(CALLS.stream()
                .collect(Collectors.groupingBy(call -> call.facts().receivedAt())));
        private int readings;
        private long handedOn;

        void forget() {
            readings = 0;
            handedOn = 0;
        }

        @Override
        public void readWhile(
                Collection<TerritoryCode> territories, Instant from, Instant to, Predicate<CountedCall> wantsMore) {
            readings++;
            byTime.subMap(from, to).values().stream()
                    .flatMap(List::stream)
                    .peek(call -> handedOn++)
                    .allMatch(wantsMore);
        }

        @Override
        public Map<Instant, Long> revisions(TerritoryCode territory, Instant from, Instant to) {
            return Map.of();
        }

        @Override
        public void put(CountedCall call) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void remove(CallId call) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<CallId> after(String last, Instant receivedFrom, int most) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class KeptInMemory implements KeptTallies {

        private final Map<String, Kept<CallTally>> kept = new HashMap<>();

        @Override
        public Map<String, Kept<CallTally>> of(TerritoryCode territory, Collection<String> readings) {
            return readings.stream().filter(kept::containsKey).collect(toMap(reading -> reading, kept::get));
        }

        @Override
        public Map<String, Kept<OfRow>> ofRow(
                TerritoryCode territory, Collection<String> readings, Breakdown breakdown, String bucket) {
            return of(territory, readings).entrySet().stream()
                    .collect(toMap(
                            Map.Entry::getKey,
                            known -> new Kept<>(
                                    known.getValue().revision(),
                                    known.getValue().counted().row(breakdown, bucket))));
        }

        @Override
        public void keep(TerritoryCode territory, Map<String, Kept<CallTally>> byReading) {
            kept.putAll(byReading);
        }

        @Override
        public void forget() {
            kept.clear();
        }
    }
}
