package fr.appui.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** One after the other: each takes the service away from everyone. */
@ExtendWith(Lab.class)
@Isolated
class CallsWithoutTheServiceIT {

    private @Nullable ServiceProcess killed;
    private @Nullable ServiceProcess hung;

    @AfterEach
    void theServiceIsBack() throws IOException {
        if (killed != null) {
            killed.start();
            killed = null;
        }
        if (hung != null) {
            hung.wakeUp();
            hung = null;
        }
    }

    @Test
    void killedBeforeTheCallThePhysicianIsReachedAllTheSame(Scene scene) throws IOException {
        scene.first().letsItRing();
        scene.second().picksUpAndPresses("1");
        kill(scene);
        Leg nurse = scene.nurseRingsAndSaysWhoSheIs();
        Leg second = scene.second().isRung().isUp();
        nurse.talksWith(second);
        nurse.hangUp();

        assertThat(scene.heardBy(scene.nurse()))
                .containsExactly(
                        "bienvenue", "qui-appelle", "rappel-perimetre", "veuillez-patienter", "medecin-suivant");
        assertThat(scene.first().calls()).hasSize(1);
        assertThat(second.shownCaller()).isEqualTo(scene.line());

        theServiceIsBack();
        assertThat(scene.traceOf(scene.nurse()))
                .containsSubsequence("received", "profile", "ladder", "attempt-started:1", "attempt-ended:1")
                .contains("attempt-started:2", "attempt-ended:2")
                .endsWith("ended");
        assertThat(scene.detailOf(scene.nurse()).get("rebuilt").asBoolean()).isTrue();
        assertThat(scene.endingOf(scene.nurse())).isEqualTo("ANSWERED");
    }

    @Test
    void killedBeforeAPatientCallsThePatientIsStillTold(Scene scene) {
        kill(scene);
        Leg patient = scene.nurseRings();
        scene.hears(scene.nurse(), "qui-appelle");
        patient.press("9");
        patient.isOver();

        assertThat(scene.heardBy(scene.nurse())).containsExactly("bienvenue", "qui-appelle", "patients-proches");
        assertThat(scene.first().wasRung()).isFalse();
    }

    @Test
    void killedOutsideTheHoursTheCallerIsStillToldThem(@Closed Scene scene) {
        kill(scene);
        scene.nurseRings().isOver();

        assertThat(scene.heardBy(scene.nurse())).startsWith("ferme", "ouvert-semaine-de", "heure-18");
    }

    @Test
    void hungInTheMenuTheCallGoesOnAndTheTraceTellsIt(Scene scene) {
        scene.first().picksUpAndPresses("1");
        Leg nurse = scene.nurseRings();
        scene.hears(scene.nurse(), "qui-appelle");
        hang(scene);
        nurse.press("2");
        Leg first = scene.first().isRung().isUp();
        nurse.talksWith(first);
        scene.service().wakeUp();
        nurse.hangUp();

        assertThat(scene.first().calls()).hasSize(1);
        assertThat(scene.heardBy(scene.nurse())).containsOnlyOnce("bienvenue");
        assertThat(scene.traceOf(scene.nurse()))
                .contains("received", "profile", "attempt-started:1", "degraded:service-unavailable", "ended");
        assertThat(scene.endingOf(scene.nurse())).isEqualTo("ANSWERED");
    }

    @Test
    void killedWhileTwoTalkTheyGoOnAndNobodyIsRungAfterwards(Scene scene) throws IOException {
        scene.first().picksUpAndPresses("1");
        Leg nurse = scene.nurseRingsAndSaysWhoSheIs();
        Leg first = scene.first().isRung().isUp();
        nurse.talksWith(first);
        kill(scene);
        nurse.talksWith(first);
        first.hangUp();
        nurse.isOver();

        assertThat(scene.heardBy(scene.nurse())).endsWith("au-revoir");
        assertThat(scene.first().calls()).hasSize(1);
        assertThat(scene.second().wasRung()).isFalse();

        theServiceIsBack();
        assertThat(scene.endingOf(scene.nurse())).isEqualTo("ANSWERED");
        assertThat(scene.talkSecondsOf(scene.nurse())).isPositive();
    }

    @Test
    void killedWhileItRingsTheNextPhysicianIsRungAndTheFirstNotAgain(Scene scene) {
        scene.first().letsItRing();
        scene.second().picksUpAndPresses("1");
        Leg nurse = scene.nurseRingsAndSaysWhoSheIs();
        scene.first().isRung();
        kill(scene);
        nurse.talksWith(scene.second().isRung().isUp());
        nurse.hangUp();

        assertThat(scene.first().calls()).hasSize(1);
    }

    private void kill(Scene scene) {
        killed = scene.service();
        killed.kill();
    }

    private void hang(Scene scene) {
        hung = scene.service();
        hung.hang();
    }
}
