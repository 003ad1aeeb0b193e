package fr.appui.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.calendar.DayKind;
import fr.appui.calendar.DutyWindow;
import fr.appui.calendar.PerimeterKind;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.SupportLine;
import fr.appui.directory.TerritoryCode;
import fr.appui.outreach.TrialLedger.State;
import fr.appui.outreach.TrialLedger.Trial;
import fr.appui.rota.IndexedRota;
import fr.appui.rota.Nights;
import fr.appui.rota.OnDuty;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** When a line is tried, and when somebody has to look into it. */
class TrialPlanTest {

    private static final Instant NOON = Instant.parse("2026-03-05T12:00:00Z");
    private static final OnDuty CLOSED = new OnDuty.Closed(Optional.empty());
    private static final OnDuty OPEN = new OnDuty.Open(
            new DutyWindow(
                    LocalDate.of(2026, 3, 5),
                    NOON.minusSeconds(60),
                    NOON.plusSeconds(3600),
                    PerimeterKind.CORE,
                    DayKind.WORKING),
            List.of(),
            "");
    private static final TrialPlan.Limits LIMITS = new TrialPlan.Limits(Duration.ofHours(24), Duration.ofMinutes(10));

    @Test
    void aLineIsTriedOnceADayOutsideItsHours() {
        assertThat(TrialPlan.isDue(List.of(), CLOSED, NOON, LIMITS)).isTrue();
        assertThat(TrialPlan.isDue(List.of(), OPEN, NOON, LIMITS)).isFalse();
        assertThat(TrialPlan.isDue(List.of(made(State.CONFIRMED, Duration.ofHours(23))), CLOSED, NOON, LIMITS))
                .isFalse();
        assertThat(TrialPlan.isDue(List.of(made(State.CONFIRMED, Duration.ofHours(24))), CLOSED, NOON, LIMITS))
                .isTrue();
    }

    @Test
    void oneThatFailedIsMadeAgainSoonAndNoneBesideAnother() {
        assertThat(TrialPlan.isDue(List.of(made(State.FAILED, Duration.ofMinutes(9))), CLOSED, NOON, LIMITS))
                .isFalse();
        assertThat(TrialPlan.isDue(List.of(made(State.FAILED, Duration.ofMinutes(10))), CLOSED, NOON, LIMITS))
                .isTrue();
        assertThat(TrialPlan.isDue(List.of(asked(State.RINGING, Duration.ofSeconds(5))), CLOSED, NOON, LIMITS))
                .isFalse();
    }

    @Test
    void whatAPersonLetsRingAlarmsNobodyAndWhatSucceedsEndsTheAlarm() {
        Trial failed = made(State.FAILED, Duration.ofHours(1));
        assertThat(TrialPlan.failure(List.of())).isEmpty();
        assertThat(TrialPlan.failure(List.of(asked(State.FAILED, Duration.ofMinutes(5)))))
                .isEmpty();
        assertThat(TrialPlan.failure(List.of(asked(State.FAILED, Duration.ofMinutes(5)), failed)))
                .contains("sans réponse");
        assertThat(TrialPlan.failure(List.of(asked(State.CONFIRMED, Duration.ofMinutes(5)), failed)))
                .isEmpty();
        assertThat(TrialPlan.failure(List.of(made(State.RINGING, Duration.ofSeconds(5)), failed)))
                .as("while it is tried again, it is as it was")
                .contains("sans réponse");
    }

    /** The switch answers such a number as the line, so the daily trial would ring whoever is on duty. */
    @Test
    void aTestNumberThatIsALinesIsNamed() {
        IndexedRota rota = IndexedRota.of(Nights.facts(List.of(), Nights.always(Nights.MOBILE_A)));
        SupportLine line = rota.lines().iterator().next();
        assertThat(TrialPlan.misplaced(line.number(), rota))
                .hasValueSatisfying(why -> assertThat(why)
                        .contains(
                                "appui.outreach.trial.number", line.territory().value(), "APPUI_TEST_NUMBER"));
        assertThat(TrialPlan.misplaced(PhoneNumber.parse("0344119999"), rota)).isEmpty();
    }

    private static Trial made(State state, Duration ago) {
        return trial(state, ago, true);
    }

    private static Trial asked(State state, Duration ago) {
        return trial(state, ago, false);
    }

    private static Trial trial(State state, Duration ago, boolean scheduled) {
        return new Trial(
                UUID.randomUUID(),
                new TerritoryCode("HDF-OISE"),
                NOON.minus(ago),
                "service",
                scheduled,
                state,
                state == State.FAILED ? Optional.of("sans réponse") : Optional.empty(),
                Optional.empty());
    }
}
