package fr.appui.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** How far a call goes to find somebody. */
@ExtendWith(Lab.class)
@Execution(ExecutionMode.CONCURRENT)
class CallsEscalateIT {

    @Test
    void theSecondRingsBesideTheFirstAndHasTheCallByItsKey(@Escalates Scene scene) {
        scene.lineHas("second_rung_after = 5, ring_seconds = '20'");
        scene.first().letsItRing();
        scene.second().picksUpAndPresses("1");
        Leg nurse = scene.nurseRingsAndSaysWhoSheIs();
        Leg first = scene.first().isRung();
        Leg second = scene.second().isRung().isUp();
        nurse.talksWith(second);
        first.isOver();
        nurse.hangUp();
        second.isOver();

        assertThat(scene.endingOf(scene.nurse())).isEqualTo("ANSWERED");
        assertThat(scene.traceOf(scene.nurse()))
                .containsSubsequence("attempt-started:1", "attempt-started:2", "attempt-ended:2", "ended")
                .contains("attempt-ended:1")
                .doesNotContain("attempt-started:3");
        assertThat(scene.attemptOf(scene.nurse(), 2).get("result").asText()).isEqualTo("ACCEPTED");
    }

    @Test
    void aVoicemailThatPicksUpFirstDoesNotSilenceTheOther(@Escalates Scene scene) {
        scene.lineHas("second_rung_after = 5, ring_seconds = '20'");
        scene.first().picksUp();
        scene.second().picksUpAndPresses("1");
        Leg nurse = scene.nurseRingsAndSaysWhoSheIs();
        scene.first().isRung().isUp();
        nurse.talksWith(scene.second().isRung().isUp());
        nurse.hangUp();

        assertThat(scene.endingOf(scene.nurse())).isEqualTo("ANSWERED");
    }

    /** The 1 of the first ended a ring that had not begun. */
    @Test
    void whoseRingTheOtherEndedIsRungWhereThatOneIsCutOffMomentsLater(@Escalates Scene scene) {
        scene.lineHas("second_rung_after = 15, ring_seconds = '20', redials_first = FALSE");
        scene.first().picksUpAndPresses("1");
        scene.second().picksUpAndPresses("1");
        Leg nurse = scene.nurseRingsAndSaysWhoSheIs();
        Leg first = scene.first().isRung().isUp();
        await().until(() -> nurse.heard(first));
        first.hangUp();
        nurse.talksWith(scene.second().isRung().isUp());
        nurse.hangUp();

        assertThat(scene.first().calls()).hasSize(1);
        assertThat(scene.endingOf(scene.nurse())).isEqualTo("ANSWERED");
        assertThat(scene.attemptOf(scene.nurse(), 1).get("result").asText()).isEqualTo("CUT_OFF");
        assertThat(scene.attemptOf(scene.nurse(), 2).get("result").asText())
                .as("the next that rang")
                .isEqualTo("ACCEPTED");
    }

    /** The second at once, whose time had not come yet. */
    @Test
    void bothFailAndTheFirstIsRungOnceMore(@Escalates Scene scene) {
        scene.lineHas("second_rung_after = 30, ring_seconds = '40', redials_first = TRUE");
        scene.first().picksUpAndPresses("1").refusesFirst("486 Busy Here");
        scene.second().answers("603 Decline");
        Leg nurse = scene.nurseRingsAndSaysWhoSheIs();
        nurse.talksWith(scene.first().isRungAgain(2).isUp());
        nurse.hangUp();

        assertThat(Duration.between(
                        scene.first().calls().getFirst().since(),
                        scene.second().calls().getFirst().since()))
                .isLessThan(Duration.ofSeconds(15));
        assertThat(scene.endingOf(scene.nurse())).isEqualTo("ANSWERED");
        assertThat(scene.attemptOf(scene.nurse(), 1).get("result").asText()).isEqualTo("BUSY");
        assertThat(scene.attemptOf(scene.nurse(), 2).get("result").asText()).isEqualTo("REFUSED");
        assertThat(scene.attemptOf(scene.nurse(), 3).get("rung").asInt()).isEqualTo(1);
    }

    @Test
    void aPhysicianInACallIsNotRungForASecondCaller(@Escalates Scene scene) {
        scene.first().picksUpAndPresses("1");
        scene.second().picksUpAndPresses("1");
        Leg nurse = scene.nurseRingsAndSaysWhoSheIs();
        Leg first = scene.first().isRung().isUp();
        nurse.talksWith(first);
        Leg other = scene.anotherNurse().rings(scene.line()).isUp();
        scene.hears(scene.anotherNurse(), "qui-appelle");
        other.press("1");
        other.talksWith(scene.second().isRung().isUp());
        other.hangUp();
        nurse.hangUp();

        assertThat(scene.first().calls()).hasSize(1);
        assertThat(scene.attemptOf(scene.anotherNurse(), 1).get("result").asText())
                .isEqualTo("BUSY_ELSEWHERE");
        assertThat(scene.heardBy(scene.anotherNurse())).contains("medecin-suivant");
    }

    @Test
    void orTheSecondCallerWaitsUntilThePhysicianIsFree(@Escalates Scene scene) {
        scene.lineHas("when_in_call = 'WAIT'");
        scene.first().picksUpAndPresses("1");
        Leg nurse = scene.nurseRingsAndSaysWhoSheIs();
        Leg first = scene.first().isRung().isUp();
        nurse.talksWith(first);
        Leg other = scene.anotherNurse().rings(scene.line()).isUp();
        scene.hears(scene.anotherNurse(), "qui-appelle");
        other.press("1");
        scene.hears(scene.anotherNurse(), "attente-medecin");
        nurse.hangUp();
        other.talksWith(scene.first().isRungAgain(2).isUp());
        other.hangUp();

        assertThat(scene.second().wasRung()).isFalse();
        assertThat(scene.traceOf(scene.anotherNurse()))
                .containsSubsequence("attempt-started:1", "attempt-ended:1", "attempt-started:2", "attempt-ended:2");
    }

    @Test
    void theNeighboursPhysicianTakesTheCallInTheSameTrace(@Escalates Scene scene, @Escalates Scene nextDoor) {
        scene.isRelievedBy(nextDoor);
        scene.lineHas("redials_first = FALSE");
        scene.first().answers("486 Busy Here");
        scene.second().answers("486 Busy Here");
        nextDoor.hearsItAllAndPresses(nextDoor.first(), "1");
        Leg nurse = scene.nurseRingsAndSaysWhoSheIs();
        Leg neighbour = nextDoor.first().isRung().isUp();
        nurse.talksWith(neighbour);
        nurse.hangUp();

        assertThat(neighbour.shownCaller()).isEqualTo(scene.line());
        assertThat(scene.heardBy(scene.nurse())).contains("medecin-voisin");
        assertThat(nextDoor.whisperedTo(nextDoor.first())).contains("chuchotement-relais");
        assertThat(scene.traceOf(scene.nurse()))
                .as("attempts are told by the switch, the relief by the service, at the same instant")
                .contains("relief:" + nextDoor.territory())
                .containsSubsequence("attempt-ended:2", "attempt-started:3")
                .endsWith("ended");
        assertThat(scene.endingOf(scene.nurse())).isEqualTo("ANSWERED");
    }

    @Test
    void aCallerWhoMakesNoChoiceIsSentToThe15WhereTheTerritorySaysSo(@Escalates Scene scene) {
        scene.lineHas("when_no_key = 'CALL_15'");
        scene.nurseRings().isOver();

        assertThat(scene.heardBy(scene.nurse()))
                .containsExactly("bienvenue", "qui-appelle", "qui-appelle", "urgence-15", "au-revoir");
        assertThat(scene.first().wasRung()).isFalse();
        assertThat(scene.endingOf(scene.nurse())).isEqualTo("TURNED_AWAY");
    }

    @Test
    void aHospitalMayChooseTheRingingToneInPlaceOfMusic(@Escalates Scene scene) {
        scene.lineHas("waiting_sound = 'RINGING'");
        scene.first().picksUpAndPresses("1");
        Leg nurse = scene.nurseRingsAndSaysWhoSheIs();
        nurse.talksWith(scene.first().isRung().isUp());
        nurse.hangUp();

        assertThat(scene.asterisk().heard().waitedWith(scene.nurse().number())).isEqualTo("ringing");
    }

    @Test
    void whenAllFailsTheSamuIsAnnouncedAndReached(@Escalates Scene scene) {
        scene.lineHas("redials_first = FALSE");
        scene.first().answers("486 Busy Here");
        scene.second().answers("486 Busy Here");
        scene.samuOfTheLine().picksUp();
        Leg nurse = scene.nurseRingsAndSaysWhoSheIs();
        scene.hears(scene.nurse(), "rappel-meme-numero");
        nurse.press("1");
        nurse.talksWith(scene.samuOfTheLine().isRung().isUp());
        nurse.hangUp();

        assertThat(scene.heardBy(scene.nurse())).containsSubsequence("personne", "rappel-enregistre", "transfert-samu");
        assertThat(scene.traceOf(scene.nurse())).contains("put-through:SAMU", "put-through-ended:SAMU");
        assertThat(scene.endingOf(scene.nurse())).isEqualTo("PUT_THROUGH_TO_FALLBACK");
    }
}
