package fr.appui.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.AtLength;
import fr.appui.Whole;
import fr.appui.calendar.KeptCalendars;
import fr.appui.calendar.Perimeter;
import fr.appui.calendar.PerimeterHours;
import fr.appui.calendar.PerimeterKind;
import fr.appui.directory.Directory;
import fr.appui.directory.HolidayZone;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.indicators.report.Period;
import fr.appui.indicators.report.SampleRegion;
import fr.appui.indicators.report.WhichOnes;
import fr.appui.indicators.report.Years;
import fr.appui.indicators.sample.SampleYear;
import fr.appui.trace.Nomenclatures;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Counts that were kept are those that one makes anew, whoever changed a call and whatever changed about how it is read. */
@QuarkusTest
class CallTalliesIT {

    private static final TerritoryCode CODE = new TerritoryCode("TALLY-ONE");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Period YEAR = Period.year(2025);

    /** January has many calls, so that its days are kept; the rest of the year has few. */
    private static final int CALLS_OF_JANUARY = CallTallies.MANY + 400;

    private static final int CALLS_OF_THE_YEAR = 300;
    private static final DaySpan WHOLE_YEAR = new DaySpan(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));
    private static final DaySpan JANUARY = new DaySpan(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 1, 31));

    @Inject
    Directory directory;

    @Inject
    KeptCalendars calendars;

    @Inject
    Years years;

    @Inject
    WhichOnes whichOnes;

    @Inject
    CountedCalls calls;

    @Inject
    CallTallies tallies;

    @Inject
    KeptTallies kept;

    @Inject
    DataSource database;

    private Lens lens;
    private List<CountedCall> all = new ArrayList<>();

    /** What another test left as it was is known, and is not written again. */
    @BeforeEach
    void aTerritoryAndItsCalls() {
        if (directory.territory(CODE).isEmpty()) {
            QuarkusTransaction.requiringNew().run(this::save);
        }
        lens = years.withoutCalls(CODE, YEAR).orElseThrow().lens();
        var windows = calendars.of(CODE).orElseThrow().windows(WHOLE_YEAR.first(), WHOLE_YEAR.last());
        var ofJanuary = windows.stream()
                .filter(window -> window.date().isBefore(LocalDate.of(2025, 2, 1)))
                .toList();
        all = new ArrayList<>();
        var physician = new PhysicianId(new UUID(0x7a11, 1));
        new SampleYear(new SampleYear.Setting(CODE, "0344556677", PARIS, windows, (date, rung) -> physician), 3)
                .play(CALLS_OF_THE_YEAR, call -> all.add(SampleRegion.counted(call)));
        new SampleYear(new SampleYear.Setting(CODE, "0344556677", PARIS, ofJanuary, (date, rung) -> physician), 4)
                .play(CALLS_OF_JANUARY, call -> all.add(named("january", SampleRegion.counted(call))));
        for (int at = all.size() - 1; at > all.size() - CALLS_OF_JANUARY; at -= 9) {
            CountedCall call = all.get(at);
            all.set(
                    at,
                    with(
                            call,
                            call.facts().call().value(),
                            all.get(at - 1).facts().receivedAt()));
        }
        QuarkusTransaction.requiringNew().timeout(300).run(() -> all.forEach(calls::put));
        kept.forget();
    }

    @Test
    void afterAnyChangeTheyAreWhatOneCountsAnew() {
        Random random = new Random(11);
        assertThat(kept(WHOLE_YEAR)).isEqualTo(anew(WHOLE_YEAR));
        for (int change = 0; change < AtLength.of(12, 40); change++) {
            CountedCall call = all.get(random.nextInt(all.size()));
            CountedCall other = all.get(random.nextInt(all.size()));
            switch (random.nextInt(4)) {
                case 0 -> calls.put(new CountedCall(call.facts(), other.logged()));
                case 1 -> calls.put(CountedCall.unlogged(call.facts()));
                case 2 -> calls.remove(call.facts().call());
                default -> calls.put(moved(call, other.facts().receivedAt()));
            }
            LocalDate first = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(60));
            DaySpan some = new DaySpan(first, first.plusDays(random.nextInt(120)));
            assertThat(kept(some)).as("%s after change %s", some, change).isEqualTo(anew(some));
            assertThat(kept(WHOLE_YEAR)).as("the year after change %s", change).isEqualTo(anew(WHOLE_YEAR));
            Breakdown breakdown = Breakdowns.EVERY.get(random.nextInt(Breakdowns.EVERY.size()));
            for (CallTally.Row row : kept(WHOLE_YEAR).rows(breakdown, lens)) {
                List<String> counted = callByCall(breakdown, row.bucket());
                int page = random.nextInt(counted.size() / 20 + 1);
                assertThat(page(breakdown, row.bucket(), page, 20).ids())
                        .as("%s %s, page %s after change %s", breakdown.code(), row.bucket(), page, change)
                        .isEqualTo(counted.stream().skip(page * 20L).limit(20).toList());
            }
        }
    }

    @Test
    void whoKnowsNothingOfThemChangesThemToo() {
        kept(WHOLE_YEAR);
        String one = all.getLast().facts().call().value();
        execute(
                "UPDATE counted_call SET ending = 'FAILED', received_at_ms = received_at_ms + 86400000 WHERE call_id = ?",
                one);
        assertThat(kept(WHOLE_YEAR)).isEqualTo(anew(WHOLE_YEAR));
        execute(
                "REPLACE INTO counted_call (call_id, territory, received_at_ms, channel, menu_choice, talk_ms, attempts, put_through,"
                        + " call_back, degraded) SELECT call_id, territory, received_at_ms, 'SAMU', menu_choice, talk_ms, attempts, put_through,"
                        + " TRUE, degraded FROM counted_call WHERE call_id = ?",
                one);
        assertThat(kept(WHOLE_YEAR)).isEqualTo(anew(WHOLE_YEAR));
        execute("DELETE FROM counted_call WHERE call_id = ?", one);
        assertThat(kept(WHOLE_YEAR)).isEqualTo(anew(WHOLE_YEAR));
    }

    @Test
    void anotherClockOtherHoursOrOtherTermsAreAnotherCount() {
        kept(WHOLE_YEAR);
        var fewer = new Lens(PARIS, List.of(), nomenclatures(), TestCalls.NOMENCLATURE);
        var elsewhere = new Lens(ZoneId.of("Indian/Reunion"), List.of(), nomenclatures(), TestCalls.NOMENCLATURE);
        var without = new Lens(PARIS, List.of(), new Nomenclatures(List.of()), TestCalls.NOMENCLATURE);
        for (Lens other : List.of(fewer, elsewhere, without, lens)) {
            assertThat(tallies.of(CODE, other, WHOLE_YEAR)).isEqualTo(anew(other, WHOLE_YEAR));
        }
        assertThat(tallies.of(CODE, fewer, WHOLE_YEAR)).isNotEqualTo(kept(WHOLE_YEAR));
    }

    @Test
    void whatIsKnownAlreadyChangesNothing() {
        Map<Instant, Long> before = calls.revisions(CODE, lens.start(WHOLE_YEAR), lens.end(WHOLE_YEAR));
        List<CountedCall> again = new ArrayList<>(all);
        Collections.shuffle(again, new Random(5));
        QuarkusTransaction.requiringNew().timeout(300).run(() -> again.forEach(calls::put));
        assertThat(calls.revisions(CODE, lens.start(WHOLE_YEAR), lens.end(WHOLE_YEAR)))
                .isNotEmpty()
                .isEqualTo(before);
    }

    @Test
    void theyAreReadAndNotCountedAgainUntilTheyAreForgotten() {
        CallTally before = kept(WHOLE_YEAR);
        execute(
                "UPDATE kept_tally SET sums = ? WHERE territory = '" + CODE + "'",
                "{\"counts\":{\"calls\":{\"ALL\":[7,1]}},"
                        + "\"timeToHuman\":{\"countByTenths\":{},\"totalMillis\":0},\"callLength\":{\"countByTenths\":{},\"totalMillis\":0},"
                        + "\"talkedMillis\":{}}");
        assertThat(kept(WHOLE_YEAR).volume()).as("seven a month").isEqualTo(12 * 7);
        kept.forget();
        assertThat(kept(WHOLE_YEAR)).isEqualTo(before);
    }

    @Test
    void aChangeCostsTheCountingOfItsDay() {
        kept(WHOLE_YEAR);
        CountedCall call = all.stream()
                .filter(one -> one.facts().call().value().startsWith("january"))
                .findFirst()
                .orElseThrow();
        execute(
                "UPDATE kept_tally SET sums = REPLACE(sums, '\"calls\":{\"ALL\":[', '\"calls\":{\"ALL\":[1000') WHERE territory = ?",
                CODE.value());
        calls.remove(call.facts().call());
        DaySpan day = day(call);
        assertThat(tallies.byDay(CODE, lens, day).getFirst().tally()).isEqualTo(anew(day));
        long others = tallies.byDay(CODE, lens, JANUARY).stream()
                .filter(counted ->
                        !counted.span().equals(day) && counted.tally().volume() > 0)
                .peek(counted -> assertThat(counted.tally().volume()).isGreaterThan(1000))
                .count();
        assertThat(others).isGreaterThan(20);
    }

    @Test
    @Whole
    void aFigureListsWhatItCountedPageByPage() {
        for (Breakdown breakdown :
                List.of(LineBreakdowns.VOLUME, LineBreakdowns.BY_ENDING, OutcomeBreakdowns.MOTIVES)) {
            for (CallTally.Row row : kept(WHOLE_YEAR).rows(breakdown, lens)) {
                assertThat(pages(breakdown, row.bucket(), row.count()))
                        .as(breakdown.code() + " " + row.bucket())
                        .isEqualTo(callByCall(breakdown, row.bucket()));
            }
        }
    }

    private List<String> pages(Breakdown breakdown, String bucket, long figure) {
        List<String> listed = new ArrayList<>();
        int size = 137;
        for (int page = 0; page <= figure / size; page++) {
            WhichOnes.Found found = page(breakdown, bucket, page, size);
            assertThat(found.total()).isEqualTo(figure);
            listed.addAll(found.ids());
        }
        return listed;
    }

    private WhichOnes.Found page(Breakdown breakdown, String bucket, int page, int size) {
        return whichOnes
                .find(List.of(CODE), YEAR, breakdown.code(), new WhichOnes.Asked(bucket, page, size))
                .orElseThrow();
    }

    private List<String> callByCall(Breakdown breakdown, String bucket) {
        List<String> counted = new ArrayList<>();
        tallies.read(CODE, lens, WHOLE_YEAR, call -> {
            if (breakdown.counts(call, lens, bucket)) {
                counted.add(call.facts().call().value());
            }
        });
        return counted;
    }

    private CallTally kept(DaySpan span) {
        return tallies.of(CODE, lens, span);
    }

    private CallTally anew(DaySpan span) {
        return anew(lens, span);
    }

    private CallTally anew(Lens through, DaySpan span) {
        CallTally tally = new CallTally();
        calls.read(List.of(CODE), through.start(span), through.end(span), call -> tally.add(call, through));
        return tally;
    }

    private static DaySpan day(CountedCall call) {
        LocalDate day = call.facts().receivedAt().atZone(PARIS).toLocalDate();
        return new DaySpan(day, day);
    }

    private static Nomenclatures nomenclatures() {
        return new Nomenclatures(List.of(TestCalls.NOMENCLATURE));
    }

    private static CountedCall named(String prefix, CountedCall call) {
        CallFacts facts = call.facts();
        return with(call, prefix + "-" + facts.call().value(), facts.receivedAt());
    }

    private static CountedCall moved(CountedCall call, Instant to) {
        return with(call, call.facts().call().value(), to.plus(Duration.ofSeconds(1)));
    }

    private static CountedCall with(CountedCall call, String id, Instant receivedAt) {
        return CallAgain.of(call, id, receivedAt, call.facts().putThrough());
    }

    private void save() {
        LocalDate since = LocalDate.of(2024, 1, 1);
        directory.save(new Territory(
                CODE, "Décomptes", List.of(), PARIS, HolidayZone.METROPOLE, Territory.Contact.NONE, Optional.empty()));
        calendars.save(
                CODE,
                Perimeter.announced(PerimeterKind.EXTENDED, PerimeterHours.extended(), since, since)
                        .agreed(since, "ARS 2024-01"));
    }

    private void execute(String sql, String value) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            statement.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
