package fr.appui.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.calendar.DayKind;
import fr.appui.calendar.DutyWindow;
import fr.appui.calendar.PerimeterKind;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.PhysicianId;
import fr.appui.outreach.CallBackPlan.Step;
import fr.appui.rota.OnDuty;
import fr.appui.rota.Rung;
import fr.appui.trace.CallBackClosing;
import fr.appui.trace.CallBackResult;
import fr.appui.trace.CallEvent;
import fr.appui.trace.CallId;
import fr.appui.trace.CallStory;
import fr.appui.trace.Calls;
import fr.appui.trace.Ending;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallBackPlanTest {

    private static final CallId CALL = new CallId("lab-1.1");
    private static final Instant ASKED = Calls.NIGHT;
    private static final Instant CALL_OVER = ASKED.plusSeconds(60);
    private static final CallBackPlan.Limits LIMITS =
            new CallBackPlan.Limits(6, Duration.ofMinutes(5), Duration.ofMinutes(4), Duration.ofSeconds(10));

    private static final PhoneNumber MOBILE_A = PhoneNumber.parse("06 39 98 00 01");
    private static final PhoneNumber HOME_A = PhoneNumber.parse("03 53 01 00 01");
    private static final PhoneNumber MOBILE_B = PhoneNumber.parse("06 39 98 00 02");
    private static final OnDuty.Open TWO_ON_DUTY =
            onDuty(new Rung(1, Calls.DR_A, List.of(MOBILE_A, HOME_A)), new Rung(2, Calls.DR_B, List.of(MOBILE_B)));

    private final List<CallEvent> events = new ArrayList<>(List.of(
            Calls.received(CALL, ASKED.minusSeconds(90)),
            new CallEvent.CallBackAsked(CALL, ASKED, Optional.of(Calls.CALL_BACK))));
    private int attempts;
    private Optional<Instant> rungAt = Optional.empty();

    @Test
    void theFirstPhysicianIsRungAsSoonAsTheCallIsOver() {
        assertThat(next(ASKED.plusSeconds(20))).isInstanceOf(Step.Wait.class);
        callEnds();
        assertThat(next(CALL_OVER.plusSeconds(1))).isEqualTo(ring(Calls.DR_A, MOBILE_A));
    }

    @Test
    void aCallWhoseEndWasNeverSeenDoesNotKeepTheCallerWaitingForEver() {
        assertThat(next(ASKED.plus(Duration.ofMinutes(31)))).isEqualTo(ring(Calls.DR_A, MOBILE_A));
    }

    @Test
    void physiciansTakeTurnsAndThenTheirOtherNumbers() {
        callEnds();
        attempt(1, Calls.DR_A, CallBackResult.PHYSICIAN_NOT_REACHED, 5);
        assertThat(next(minute(10))).isEqualTo(ring(Calls.DR_B, MOBILE_B));
        attempt(2, Calls.DR_B, CallBackResult.PHYSICIAN_DECLINED, 10);
        assertThat(next(minute(16))).isEqualTo(ring(Calls.DR_A, HOME_A));
    }

    /** They would press 1, be told that they are called, and be rung again first, six times. */
    @Test
    void aPhysicianWhoAsksIsNotRungForThemselves() {
        callEnds();
        OnDuty others = CallBackPlan.besides(Optional.of(HOME_A), TWO_ON_DUTY);
        assertThat(next(others, minute(2))).isEqualTo(ring(Calls.DR_B, MOBILE_B));
        assertThat(next(CallBackPlan.besides(Optional.of(MOBILE_B), others), minute(2)))
                .as("nobody else is on duty")
                .isEqualTo(new Step.Close(CallBackClosing.HANDED_OVER));
        assertThat(CallBackPlan.besides(Optional.empty(), TWO_ON_DUTY)).isEqualTo(TWO_ON_DUTY);
    }

    @Test
    void thePauseRunsFromTheEndOfTheAttempt() {
        callEnds();
        attempt(1, Calls.DR_A, CallBackResult.PHYSICIAN_NOT_REACHED, 5);
        assertThat(next(minute(10).minusMillis(1))).isInstanceOf(Step.Wait.class);
        assertThat(next(minute(10))).isInstanceOf(Step.Ring.class);
    }

    @Test
    void whoAcceptedWhileTheCallerCouldNotBeReachedIsRungAgainFirst() {
        callEnds();
        attempt(1, Calls.DR_A, CallBackResult.PHYSICIAN_NOT_REACHED, 5);
        attempt(2, Calls.DR_B, CallBackResult.CALLER_NOT_REACHED, 10);
        assertThat(next(minute(16))).isEqualTo(ring(Calls.DR_B, MOBILE_B));
    }

    @Test
    void nobodyIsRungWhileAnAttemptLasts() {
        callEnds();
        begun(1, minute(5));
        assertThat(next(minute(9).minusMillis(1))).isInstanceOf(Step.Wait.class);
    }

    @Test
    void anAttemptOfWhichNothingMoreIsHeardIsGivenUpAfterAWhile() {
        callEnds();
        begun(1, minute(5));
        assertThat(next(minute(10))).isEqualTo(ring(Calls.DR_B, MOBILE_B));
    }

    @Test
    void itIsDoneOnceTheTwoHeardEachOther() {
        callEnds();
        begun(1, minute(5));
        events.add(new CallEvent.CallBackJoined(CALL, minute(6), 1));
        assertThat(next(minute(6).plusSeconds(9))).isInstanceOf(Step.Wait.class);
        assertThat(next(minute(6).plusSeconds(10))).isEqualTo(new Step.Close(CallBackClosing.DONE));
    }

    @Test
    void itGoesOnWhenTheTwoWereCutOffMomentsAfter() {
        callEnds();
        begun(1, minute(5));
        events.add(new CallEvent.CallBackJoined(CALL, minute(6), 1));
        events.add(new CallEvent.CallBackEnded(CALL, minute(6).plusSeconds(2), 1, CallBackResult.JOINED, 16));
        assertThat(next(minute(12))).isEqualTo(ring(Calls.DR_B, MOBILE_B));
    }

    @Test
    void afterTheLastAttemptTheCoordinationTakesOver() {
        callEnds();
        for (int number = 1; number <= 6; number++) {
            attempt(number, Calls.DR_A, CallBackResult.PHYSICIAN_NOT_REACHED, 5 * number);
        }
        assertThat(next(minute(31))).isEqualTo(new Step.Close(CallBackClosing.HANDED_OVER));
    }

    /** Callers have the trunk: nobody was rung, so the same physician is next, soon, and nothing is handed over for it. */
    @Test
    void anAttemptForWhichThereWasNoRoomIsNone() {
        callEnds();
        for (int number = 1; number <= 6; number++) {
            noRoom(number, 2 * number);
        }
        assertThat(next(minute(17).minusMillis(1)))
                .as("after five of them as rarely as anybody is rung")
                .isInstanceOf(Step.Wait.class);
        assertThat(next(minute(17))).isEqualTo(ring(Calls.DR_A, MOBILE_A));
        attempt(7, Calls.DR_A, CallBackResult.PHYSICIAN_NOT_REACHED, 20);
        assertThat(next(minute(25))).isEqualTo(ring(Calls.DR_B, MOBILE_B));
    }

    /** The trunk was dead: no physician failed to answer. For an hour, then a person must look after the caller. */
    @Test
    void aDeadTrunkCostsNoAttemptAndTheCoordinationTakesOverWhenItStaysDead() {
        callEnds();
        failed(1, 2, 38);
        assertThat(next(minute(3))).isEqualTo(ring(Calls.DR_A, MOBILE_A));
        for (int number = 2; number <= 11; number++) {
            failed(number, 5 * number, 38);
        }
        assertThat(next(minute(60))).isEqualTo(ring(Calls.DR_A, MOBILE_A));
        failed(12, 60, 38);
        assertThat(next(minute(65))).isEqualTo(new Step.Close(CallBackClosing.HANDED_OVER));
    }

    /** It may refuse one number: the other physician is next, and the attempt counts. */
    @Test
    void anOperatorThatRefusesOneNumberMakesRoomForTheOtherPhysician() {
        callEnds();
        failed(1, 5, 21);
        assertThat(next(minute(10))).isEqualTo(ring(Calls.DR_B, MOBILE_B));
    }

    @Test
    void whereThereWasNoRoomItIsTriedAgainSoon() {
        callEnds();
        noRoom(1, 2);
        assertThat(next(minute(3).minusMillis(1))).isInstanceOf(Step.Wait.class);
        assertThat(next(minute(3))).isEqualTo(ring(Calls.DR_A, MOBILE_A));
    }

    @Test
    void whenTheWindowClosesTheCoordinationTakesOverButNotFromAPhysicianWhoIsBeingRung() {
        callEnds();
        begun(1, minute(5));
        OnDuty closed = new OnDuty.Closed(Optional.empty());
        assertThat(next(closed, minute(6))).isInstanceOf(Step.Wait.class);
        assertThat(next(closed, minute(9))).isEqualTo(new Step.Close(CallBackClosing.HANDED_OVER));
    }

    @Test
    void aHoleInTheRotaIsForTheCoordinationAtOnce() {
        callEnds();
        assertThat(next(onDuty(), minute(2))).isEqualTo(new Step.Close(CallBackClosing.HANDED_OVER));
    }

    private void callEnds() {
        events.add(new CallEvent.Ended(CALL, CALL_OVER, Ending.NOT_REACHED, 16));
    }

    private void begun(int number, Instant at) {
        attempts = number;
        rungAt = Optional.of(at);
    }

    private void noRoom(int number, int endsAtMinute) {
        failed(number, endsAtMinute, 34);
    }

    private void failed(int number, int endsAtMinute, int cause) {
        begun(number, minute(endsAtMinute));
        events.add(new CallEvent.CallBackEnded(CALL, minute(endsAtMinute), number, CallBackResult.FAILED, cause));
    }

    private void attempt(int number, PhysicianId physician, CallBackResult result, int endsAtMinute) {
        begun(number, minute(endsAtMinute).minusSeconds(40));
        events.add(new CallEvent.CallBackStarted(CALL, minute(endsAtMinute).minusSeconds(40), number, physician));
        events.add(new CallEvent.CallBackEnded(CALL, minute(endsAtMinute), number, result, 19));
    }

    private Step next(Instant now) {
        return next(TWO_ON_DUTY, now);
    }

    private Step next(OnDuty duty, Instant now) {
        return CallBackPlan.next(
                new OpenCallBack(CALL, ASKED, attempts, rungAt, false), CallStory.of(events), duty, now, LIMITS);
    }

    private static Step ring(PhysicianId physician, PhoneNumber number) {
        return new Step.Ring(new Callee(physician, number));
    }

    private static Instant minute(int minutes) {
        return ASKED.plus(Duration.ofMinutes(minutes));
    }

    private static OnDuty.Open onDuty(Rung... ladder) {
        var window = new DutyWindow(
                LocalDate.of(2026, 3, 5),
                ASKED.minus(Duration.ofHours(9)),
                ASKED.plus(Duration.ofHours(5)),
                PerimeterKind.EXTENDED,
                DayKind.WORKING);
        return new OnDuty.Open(window, List.of(ladder), "planning");
    }
}
