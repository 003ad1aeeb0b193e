package fr.appui.indicators.pay;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.calendar.DutyCalendar;
import fr.appui.calendar.DutyWindow;
import fr.appui.calendar.Perimeter;
import fr.appui.calendar.PerimeterHours;
import fr.appui.calendar.PerimeterKind;
import fr.appui.directory.HolidayZone;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.indicators.HeldWindow;
import fr.appui.indicators.HeldWindow.Hold;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EarnedTest {

    private static final TerritoryCode OISE = new TerritoryCode("HDF-OISE");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final PhysicianId ANNE = new PhysicianId(new UUID(0, 1));
    private static final PhysicianId BRUNO = new PhysicianId(new UUID(0, 2));
    private static final Tariffs TARIFFS = Tariffs.ofTheCahierDesCharges();

    @Test
    void aWholeDutyEarnsTheFlatRateOfItsDay() {
        assertThat(earned(HeldWindow.whole(OISE, core("2026-03-09"), ANNE))).containsExactly(Money.euros(32));
        assertThat(earned(HeldWindow.whole(OISE, core("2026-03-08"), ANNE))).containsExactly(Money.euros(140));
        assertThat(earned(HeldWindow.whole(OISE, extended("2026-03-09"), ANNE))).containsExactly(Money.euros(100));
        assertThat(earned(HeldWindow.whole(OISE, extended("2026-05-01"), ANNE))).containsExactly(Money.euros(200));
    }

    @Test
    void aTakeoverInMidDutySplitsByTimeHeld() {
        // Monday evening 18:00–22:00; Bruno takes over at 19:20: 80 and 160 minutes of 240, so 32 € is 10.67 and 21.33
        DutyWindow evening = core("2026-03-09");
        Instant takeover = evening.start().plus(Duration.ofMinutes(80));
        var shared = new HeldWindow(
                OISE,
                evening,
                List.of(new Hold(ANNE, evening.start(), takeover), new Hold(BRUNO, takeover, evening.end())));
        assertThat(earned(shared)).containsExactly(new Money(1067), new Money(2133));
    }

    @Test
    void timeThatNobodyHeldIsNotPaid() {
        DutyWindow evening = core("2026-03-09");
        var half = new HeldWindow(
                OISE,
                evening,
                List.of(new Hold(ANNE, evening.start(), evening.start().plus(Duration.ofHours(2)))));
        assertThat(earned(half)).containsExactly(Money.euros(16));
        assertThat(earned(HeldWindow.byNobody(OISE, evening))).isEmpty();
    }

    @Test
    void theNightOfAClockChangeIsOneFlatRateHoweverManyHoursItHas() {
        DutyWindow spring = extended("2026-03-28");
        DutyWindow autumn = extended("2026-10-24");
        assertThat(Duration.between(spring.start(), spring.end())).isEqualTo(Duration.ofHours(23));
        assertThat(Duration.between(autumn.start(), autumn.end())).isEqualTo(Duration.ofHours(25));
        assertThat(earned(HeldWindow.whole(OISE, spring, ANNE))).containsExactly(Money.euros(200));
        assertThat(earned(HeldWindow.whole(OISE, autumn, ANNE))).containsExactly(Money.euros(200));
    }

    @Test
    void aTakeoverWrittenInTheRepeatedHourPaysNobodyTwice() {
        // « 2:30 » occurs twice: Anne until the later one, Bruno from the earlier, an hour for both on paper
        DutyWindow autumn = extended("2026-10-24");
        Instant earlier = Instant.parse("2026-10-25T00:30:00Z");
        var overlapping = new HeldWindow(
                OISE,
                autumn,
                List.of(
                        new Hold(BRUNO, earlier, autumn.end()),
                        new Hold(ANNE, autumn.start(), earlier.plus(Duration.ofHours(1)))));
        assertThat(overlapping.timeHeld())
                .containsEntry(ANNE, Duration.ofHours(19))
                .containsEntry(BRUNO, Duration.ofHours(6));
        assertThat(Money.sum(earned(overlapping).stream())).isEqualTo(Money.euros(200));
    }

    @Test
    void aNewTariffAppliesFromItsDate() {
        var raised = new Tariff(
                PerimeterKind.CORE, LocalDate.of(2026, 7, 1), Money.euros(40), Money.euros(150), "Avenant n° 1");
        List<Tariff> versions = new ArrayList<>(TARIFFS.versions());
        versions.add(raised);
        var dated = new Tariffs(versions);
        assertThat(dated.flatRate(core("2026-06-30"))).isEqualTo(Money.euros(32));
        assertThat(dated.flatRate(core("2026-07-01"))).isEqualTo(Money.euros(40));
        assertThat(dated.flatRate(extended("2026-07-01"))).isEqualTo(Money.euros(100));
        assertThat(dated.flatRate(core("2021-12-31"))).isEqualTo(Money.ZERO);
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverTheTakeoversPayNeverExceedsAndExactlyFillsTheFlatRate(long seed) {
        Random random = new Random(seed);
        LocalDate date = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365));
        DutyWindow window = random.nextBoolean() ? core(date.toString()) : extended(date.toString());
        HeldWindow duty = randomlyHeld(window, random);
        Money paid = Money.sum(earned(duty).stream());
        if (duty.uncovered().isZero()) {
            assertThat(paid).isEqualTo(TARIFFS.flatRate(window));
        } else {
            assertThat(paid).isLessThanOrEqualTo(TARIFFS.flatRate(window));
        }
        Duration held = duty.timeHeld().values().stream().reduce(Duration.ZERO, Duration::plus);
        assertThat(held.plus(duty.uncovered())).isEqualTo(duty.length());
    }

    /** One to five people who take over at any second, sometimes too early, sometimes leaving a hole. */
    private static HeldWindow randomlyHeld(DutyWindow window, Random random) {
        long seconds = Duration.between(window.start(), window.end()).toSeconds();
        List<Hold> holds = new ArrayList<>();
        Instant from = window.start();
        for (int i = 0; i < 5 && from.isBefore(window.end()); i++) {
            Instant to = i == 4 ? window.end() : from.plusSeconds(1 + random.nextLong(seconds));
            holds.add(new Hold(new PhysicianId(new UUID(1, random.nextInt(4))), from, to));
            from = to.plusSeconds(random.nextInt(3) == 0 ? random.nextLong(1800) - 900 : 0);
            from = from.isBefore(window.start()) ? window.start() : from;
        }
        return new HeldWindow(OISE, window, holds);
    }

    private static List<Money> earned(HeldWindow duty) {
        return Earned.from(duty, TARIFFS).stream().map(Earned::amount).toList();
    }

    static DutyWindow core(String date) {
        return calendar(PerimeterKind.CORE, PerimeterHours.core())
                .window(LocalDate.parse(date))
                .orElseThrow();
    }

    static DutyWindow extended(String date) {
        return calendar(PerimeterKind.EXTENDED, PerimeterHours.extended())
                .window(LocalDate.parse(date))
                .orElseThrow();
    }

    static DutyCalendar calendar(PerimeterKind kind, PerimeterHours hours) {
        LocalDate since = LocalDate.of(2020, 1, 1);
        return new DutyCalendar(
                PARIS,
                HolidayZone.METROPOLE,
                List.of(Perimeter.announced(kind, hours, since, since).agreed(since, "ARS 2020-01")));
    }
}
