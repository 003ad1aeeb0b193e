package fr.appui.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.outreach.LineCheckPlan.Step;
import fr.appui.outreach.OpenLineCheck.HeldDuty;
import fr.appui.rota.IndexedRota;
import fr.appui.rota.Nights;
import fr.appui.trace.AttemptResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LineCheckPlanTest {

    /** On Saturday the window starts at half past eight: Dr A is first, Dr B second. On Sunday Dr A goes on. */
    private static final IndexedRota ROTA = IndexedRota.of(Nights.facts(List.of(), Nights.always(Nights.MOBILE_A)));

    private static final Instant START = Nights.at(14, 8, 30);
    private static final Duration AHEAD = Duration.ofMinutes(15);
    private static final HeldDuty SATURDAY = new HeldDuty(Nights.TERRITORY, Nights.SATURDAY, Nights.DR_A, START);
    private static final LineCheckPlan.Limits LIMITS = new LineCheckPlan.Limits(3, Duration.ofMinutes(4));

    @Test
    void aDutyIsCheckedFromAQuarterOfAnHourBeforeUntilItStarts() {
        assertThat(StartingDuties.within(AHEAD, Nights.at(14, 8, 14), ROTA)).isEmpty();
        assertThat(StartingDuties.within(AHEAD, Nights.at(14, 8, 15), ROTA)).containsExactly(SATURDAY);
        assertThat(StartingDuties.within(AHEAD, START.minusMillis(1), ROTA)).containsExactly(SATURDAY);
        assertThat(StartingDuties.within(AHEAD, START, ROTA)).isEmpty();
    }

    @Test
    void whoGoesOnFromTheNightBeforeIsNotWokenUp() {
        assertThat(StartingDuties.within(AHEAD, Nights.at(15, 8, 20), ROTA)).isEmpty();
    }

    @Test
    void thePhysicianIsRungThreeTimesWithPausesThenTheBackUpMovesUp() {
        assertThat(next(0, Optional.empty(), 15)).isEqualTo(Step.RING);
        assertThat(next(1, Optional.of(15), 12)).isEqualTo(Step.WAIT);
        assertThat(next(1, Optional.of(15), 11)).isEqualTo(Step.RING);
        assertThat(next(2, Optional.of(11), 7)).isEqualTo(Step.RING);
        assertThat(next(3, Optional.of(7), 4)).isEqualTo(Step.WAIT);
        assertThat(next(3, Optional.of(7), 3)).isEqualTo(Step.GIVE_UP);
    }

    /** The trunk was full: the attempt was given back, with when it was. */
    @Test
    void whoWasNotRungForWantOfRoomIsRungAsSoonAsMayBeAndNotGivenUp() {
        assertThat(next(2, Optional.empty(), 3)).isEqualTo(Step.RING);
    }

    /** Each attempt was given back: the trunk, the operator or the switch failed, and not the physician. */
    @Test
    void whomNobodyCouldRingIsTriedAgainUntilTheDutyBeginsAndNotGivenUp() {
        assertThat(afterFailure(2, 13, 14)).isEqualTo(Step.WAIT);
        assertThat(afterFailure(2, 13, 13)).isEqualTo(Step.RING);
        assertThat(afterFailure(0, 1, 1)).isEqualTo(Step.RING);
        assertThat(afterFailure(2, 0, 0)).isEqualTo(Step.NOT_CHECKED);
        assertThat(afterFailure(0, -5, -1)).isEqualTo(Step.NOT_CHECKED);
    }

    @Test
    void anOperatorThatRefusesIsTriedAsRarelyAsAPhysicianIsRung() {
        var quick = new LineCheckPlan.Limits(2, Duration.ofSeconds(20));
        assertThat(LineCheckPlan.pauseAfter(Optional.of(AttemptResult.OPERATOR), LIMITS))
                .isEqualTo(Duration.ofMinutes(4));
        assertThat(LineCheckPlan.pauseAfter(Optional.of(AttemptResult.NO_TRUNK), LIMITS))
                .isEqualTo(Duration.ofMinutes(1));
        assertThat(LineCheckPlan.pauseAfter(Optional.empty(), LIMITS)).isEqualTo(Duration.ofMinutes(1));
        assertThat(LineCheckPlan.pauseAfter(Optional.empty(), quick)).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void whoDidNotAnswerIsRungToTheEndThoughTheDutyBegan() {
        assertThat(next(2, Optional.of(1), -3)).isEqualTo(Step.RING);
        assertThat(next(3, Optional.of(1), -3)).isEqualTo(Step.GIVE_UP);
    }

    @Test
    void aDutyThatAnotherTookOverMeanwhileIsDropped() {
        var check = new OpenLineCheck(new UUID(0, 1), SATURDAY, 1, Optional.of(minutesBefore(15)), Optional.empty());
        assertThat(LineCheckPlan.next(check, Optional.of(Nights.DR_B), minutesBefore(14), LIMITS))
                .isEqualTo(Step.DROP);
        assertThat(LineCheckPlan.next(check, Optional.empty(), minutesBefore(14), LIMITS))
                .isEqualTo(Step.DROP);
    }

    @Test
    void theLadderIsThatOfTheStart() {
        assertThat(StartingDuties.ladderAt(SATURDAY, Nights.LINE, ROTA))
                .extracting(rung -> rung.physician())
                .containsExactly(Nights.DR_A, Nights.DR_B);
    }

    private static Step next(int attempts, Optional<Integer> rungMinutesBefore, int minutesBefore) {
        var check = new OpenLineCheck(
                new UUID(0, 1),
                SATURDAY,
                attempts,
                rungMinutesBefore.map(LineCheckPlanTest::minutesBefore),
                Optional.empty());
        return LineCheckPlan.next(check, Optional.of(Nights.DR_A), minutesBefore(minutesBefore), LIMITS);
    }

    private static Step afterFailure(int attempts, int notBeforeMinutesBefore, int minutesBefore) {
        return LineCheckPlan.next(
                new OpenLineCheck(
                        new UUID(0, 1),
                        SATURDAY,
                        attempts,
                        Optional.empty(),
                        Optional.of(new OpenLineCheck.Trouble(
                                "le réseau ne répond pas", Optional.of(minutesBefore(notBeforeMinutesBefore)), 1))),
                Optional.of(Nights.DR_A),
                minutesBefore(minutesBefore),
                LIMITS);
    }

    private static Instant minutesBefore(int minutes) {
        return START.minus(Duration.ofMinutes(minutes));
    }
}
