package fr.appui.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@ExtendWith(Lab.class)
@Execution(ExecutionMode.CONCURRENT)
class CallsReachAPhysicianIT {

    @Test
    void theFirstPhysicianAccepts(Scene scene) {
        scene.first().picksUpAndPresses("1");
        Leg nurse = scene.nurseRingsAndSaysWhoSheIs();
        Leg physician = scene.first().isRung().isUp();
        nurse.talksWith(physician);
        nurse.hangUp();
        physician.isOver();

        assertThat(scene.heardBy(scene.nurse()))
                .containsExactly("bienvenue", "qui-appelle", "rappel-perimetre", "veuillez-patienter");
        assertThat(scene.whisperedTo(scene.first())).startsWith("chuchotement-intro");
        assertThat(physician.shownCaller()).isEqualTo(scene.line());
        assertThat(scene.second().wasRung()).isFalse();
        assertThat(scene.endingOf(scene.nurse())).isEqualTo("ANSWERED");
        assertThat(scene.traceOf(scene.nurse()))
                .containsSubsequence("received", "profile", "ladder", "attempt-started:1", "attempt-ended:1")
                .anyMatch(key -> key.startsWith("bridged:"))
                .anyMatch(key -> key.startsWith("unbridged:"))
                .endsWith("ended");
        assertThat(scene.talkSecondsOf(scene.nurse())).isPositive();
    }

    @Test
    void thePhysicianHangsUpFirstAndNobodyElseIsRung(Scene scene) throws InterruptedException {
        scene.first().picksUpAndPresses("1");
        Leg nurse = scene.nurseRingsAndSaysWhoSheIs();
        Leg physician = scene.first().isRung().isUp();
        nurse.talksWith(physician);
        Thread.sleep(Duration.ofSeconds(7)); // longer than what the lab takes for a call that was cut off
        physician.hangUp();
        nurse.isOver();

        assertThat(scene.heardBy(scene.nurse())).endsWith("au-revoir");
        assertThat(scene.second().wasRung()).isFalse();
        assertThat(scene.endingOf(scene.nurse())).isEqualTo("ANSWERED");
    }

    @Test
    void theSecondIsRungWhenTheFirstLetsItRing(Scene scene) {
        scene.first().letsItRing();
        assertTheSecondAnswersAfter(scene, "NO_ANSWER");
        assertThat(scene.attemptOf(scene.nurse(), 1).get("ringSeconds").asDouble())
                .isGreaterThan(5);
    }

    @Test
    void theFirstPassesOnByPressingTwo(Scene scene) {
        scene.first().picksUpAndPresses("2");
        assertTheSecondAnswersAfter(scene, "PASSED");
    }

    @Test
    void aVoicemailThatNeverPressesDoesNotSwallowTheCall(Scene scene) {
        scene.first().picksUp();
        assertTheSecondAnswersAfter(scene, "NOT_CONFIRMED");
        assertThat(scene.whisperedTo(scene.first()))
                .filteredOn("confirmer"::equals)
                .hasSize(2);
    }

    @Test
    void theFirstIsBusy(Scene scene) {
        scene.first().answers("486 Busy Here");
        assertTheSecondAnswersAfter(scene, "BUSY");
    }

    @Test
    void theFirstRefuses(Scene scene) {
        scene.first().answers("603 Decline");
        assertTheSecondAnswersAfter(scene, "REFUSED");
    }

    @Test
    void theNumberOfTheFirstDoesNotExist(Scene scene) {
        scene.first().answers("404 Not Found");
        assertTheSecondAnswersAfter(scene, "UNREACHABLE");
    }

    @Test
    void theNetworkDoesNotGetThroughToTheFirst(Scene scene) {
        scene.first().answers("503 Service Unavailable");
        assertTheSecondAnswersAfter(scene, "OPERATOR");
    }

    @Test
    void aGatewayThatSendsKeysBySipInfoIsUnderstood(Scene scene) {
        scene.first().picksUp();
        Leg nurse = scene.nurseRingsAndSaysWhoSheIs();
        Leg physician = scene.first().isRung().isUp();
        scene.isWhispered(scene.first(), "chuchotement-intro");
        physician.pressByInfo('1');
        nurse.talksWith(physician);
        nurse.hangUp();
        assertThat(scene.endingOf(scene.nurse())).isEqualTo("ANSWERED");
    }

    @Test
    void aRegulatorOnTheSamuTrunkHearsNoMenu(Scene scene) {
        scene.first().picksUp();
        Leg regulator = scene.regulator().rings(scene.line()).isUp();
        Leg physician = scene.first().isRung().isUp();
        scene.isWhispered(scene.first(), "transfert-du-samu");
        physician.press("1");
        regulator.talksWith(physician);
        regulator.hangUp();

        assertThat(scene.heardBy(scene.regulator())).containsExactly("veuillez-patienter");
        assertThat(scene.detailOf(scene.regulator()).get("origin").asText()).isEqualTo("SAMU");
    }

    @Test
    void twoCallsOnOneLineReachTwoPhysicians(Scene scene) {
        scene.first().takesOneCallAtATimeAndPresses("1");
        scene.second().picksUpAndPresses("1");
        Leg one = scene.nurseRingsAndSaysWhoSheIs();
        Leg other = scene.anotherNurse().rings(scene.line()).isUp();
        scene.hears(scene.anotherNurse(), "qui-appelle");
        other.press("1");

        Leg second = scene.second().isRung().isUp();
        Leg first = scene.first().calls().getFirst();
        boolean oneHasTheFirst = one.eventuallyHears(first);
        (oneHasTheFirst ? one : other).talksWith(first);
        (oneHasTheFirst ? other : one).talksWith(second);
        assertThat(one.heard(first) && one.heard(second)).isFalse();
        one.hangUp();
        other.hangUp();
        assertThat(scene.endingOf(scene.nurse())).isEqualTo("ANSWERED");
        assertThat(scene.endingOf(scene.anotherNurse())).isEqualTo("ANSWERED");
    }

    private static void assertTheSecondAnswersAfter(Scene scene, String result) {
        scene.second().picksUpAndPresses("1");
        Leg nurse = scene.nurseRingsAndSaysWhoSheIs();
        Leg second = scene.second().isRung().isUp();
        nurse.talksWith(second);
        assertThat(scene.first().calls()).hasSize(1);
        assertThat(scene.first().calls().getFirst().since()).isBefore(second.since());
        nurse.hangUp();
        second.isOver();

        assertThat(scene.heardBy(scene.nurse())).endsWith("veuillez-patienter", "medecin-suivant");
        assertThat(scene.attemptOf(scene.nurse(), 1).get("result").asText()).isEqualTo(result);
        assertThat(scene.attemptOf(scene.nurse(), 2).get("result").asText()).isEqualTo("ACCEPTED");
        assertThat(scene.endingOf(scene.nurse())).isEqualTo("ANSWERED");
    }
}
