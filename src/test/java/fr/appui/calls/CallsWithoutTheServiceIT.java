package fr.appui.calls;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.Whole;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** One after the other: each takes the service away from everyone. Those that find it dead leave it so for the next. */
@ExtendWith(Lab.class)
@WithoutService
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CallsWithoutTheServiceIT {

    private @Nullable ServiceProcess killed;

    @AfterAll
    void theServiceIsUp() throws IOException {
        if (killed != null) {
            killed.start();
            killed = null;
        }
    }

    @Test
    @Order(4)
    void killedBeforeTheCallThePhysicianIsReachedAllTheSame(Scene scene) throws IOException {
        scene.first().letsItRing();
        scene.second().picksUp();
        kill(scene);
        Leg nurse = scene.nurseRingsAndSaysWhoSheIs();
        Leg second = scene.second().isRung().isUp();
        scene.isWhispered(scene.second(), "confirmer");
        second.press("1");
        nurse.talksWith(second);
        nurse.hangUp();

        assertThat(scene.heardBy(scene.nurse()))
                .containsExactly(
                        "bienvenue", "qui-appelle", "rappel-perimetre", "veuillez-patienter", "medecin-suivant");
        assertThat(scene.whisperedTo(scene.second())).startsWith("chuchotement-intro", "appelant-infirmier");
        assertThat(scene.first().calls()).hasSize(1);
        assertThat(second.shownCaller()).isEqualTo(scene.line());

        theServiceIsUp();
        assertThat(scene.traceOf(scene.nurse()))
                .containsSubsequence("received", "profile", "ladder", "attempt-started:1", "attempt-ended:1")
                .contains("attempt-started:2", "attempt-ended:2")
                .endsWith("ended");
        assertThat(scene.detailOf(scene.nurse()).get("rebuilt").asBoolean()).isTrue();
        assertThat(scene.endingOf(scene.nurse())).isEqualTo("ANSWERED");
    }

    @Test
    @Order(1)
    void killedBeforeAPatientCallsThePatientIsStillTold(@WithFallback Scene scene) {
        kill(scene);
        Leg patient = scene.nurseRings();
        scene.hears(scene.nurse(), "nombre-22");
        patient.press("9");
        patient.isOver();

        assertThat(scene.heardBy(scene.nurse()))
                .startsWith("bienvenue", "qui-appelle", "appui-pediatrique")
                .containsSequence(Scene.aboutMinors())
                .endsWith("patients-proches");
        assertThat(scene.first().wasRung()).isFalse();
    }

    @Test
    @Order(2)
    void aLadderWrittenAnewWhileATelephoneRingsStillHasItsFallback(@WithFallback Scene scene) {
        kill(scene);
        scene.first().letsItRing();
        scene.second().answers("486 Busy Here");
        scene.fallback().picksUp();
        Leg nurse = scene.nurseRingsAndSaysWhoSheIs();
        Leg first = scene.first().isRung();
        scene.ladderIsWrittenAnew();
        first.refuse("486 Busy Here");
        nurse.talksWith(scene.fallback().isRung().isUp());
        nurse.hangUp();

        assertThat(scene.heardBy(scene.nurse()))
                .containsSubsequence("medecin-suivant", "personne", "transfert-secours");
    }

    @Test
    @Whole
    @Order(3)
    void killedOutsideTheHoursTheCallerIsStillToldThem(@Closed Scene scene) {
        kill(scene);
        scene.nurseRings().isOver();

        assertThat(scene.heardBy(scene.nurse())).startsWith("ferme", "ouvert-semaine-de", "heure-18");
    }

    @Test
    @Order(5)
    void hungInTheMenuTheCallGoesOnAndTheTraceTellsIt(Scene scene) throws IOException {
        theServiceIsUp();
        scene.first().picksUpAndPresses("1");
        Leg nurse = scene.nurseRings();
        scene.hears(scene.nurse(), "qui-appelle");
        scene.service().hang();
        try {
            nurse.press("2");
            nurse.talksWith(scene.first().isRung().isUp());
        } finally {
            scene.service().wakeUp();
        }
        nurse.hangUp();

        assertThat(scene.first().calls()).hasSize(1);
        assertThat(scene.heardBy(scene.nurse())).containsOnlyOnce("bienvenue");
        assertThat(scene.traceOf(scene.nurse()))
                .contains("received", "profile", "attempt-started:1", "degraded:service-unavailable", "ended");
        assertThat(scene.endingOf(scene.nurse())).isEqualTo("ANSWERED");
    }

    @Test
    @Whole
    @Order(6)
    void killedWhileTwoTalkTheyGoOnAndNobodyIsRungAfterwards(Scene scene) throws IOException, InterruptedException {
        theServiceIsUp();
        scene.first().picksUpAndPresses("1");
        Leg nurse = scene.nurseRingsAndSaysWhoSheIs();
        Leg first = scene.first().isRung().isUp();
        nurse.talksWith(first);
        kill(scene);
        Thread.sleep(Duration.ofSeconds(7)); // longer than what the lab takes for a call that was cut off
        nurse.talksWith(first);
        first.hangUp();
        nurse.isOver();

        assertThat(scene.heardBy(scene.nurse())).endsWith("au-revoir");
        assertThat(scene.first().calls()).hasSize(1);
        assertThat(scene.second().wasRung()).isFalse();

        theServiceIsUp();
        assertThat(scene.endingOf(scene.nurse())).isEqualTo("ANSWERED");
        assertThat(scene.talkSecondsOf(scene.nurse())).isPositive();
    }

    @Test
    @Order(7)
    void killedWhileItRingsTheNextPhysicianIsRungAndTheFirstNotAgain(Scene scene) throws IOException {
        theServiceIsUp();
        scene.first().letsItRing();
        scene.second().picksUpAndPresses("1");
        Leg nurse = scene.nurseRingsAndSaysWhoSheIs();
        scene.first().isRung();
        kill(scene);
        nurse.talksWith(scene.second().isRung().isUp());
        nurse.hangUp();

        assertThat(scene.first().calls()).hasSize(1);
        assertThat(scene.whisperedTo(scene.second())).contains("appelant-infirmier");
    }

    @Test
    @Order(8)
    void killedAfterTheLadderTheLineThatIsLeftIsRungAllTheSame(@WithFallback Scene scene) throws IOException {
        theServiceIsUp();
        scene.first().answers("486 Busy Here");
        scene.second().answers("486 Busy Here");
        scene.fallback().picksUp();
        Leg nurse = scene.nurseRingsAndSaysWhoSheIs();
        scene.hears(scene.nurse(), "rappel-meme-numero");
        kill(scene);
        nurse.press("1");
        nurse.talksWith(scene.fallback().isRung().isUp());
        nurse.hangUp();

        assertThat(scene.heardBy(scene.nurse()))
                .containsSubsequence("personne", "rappel-enregistre", "transfert-secours");
        theServiceIsUp();
        assertThat(scene.endingOf(scene.nurse())).isEqualTo("PUT_THROUGH_TO_FALLBACK");
        assertThat(scene.traceOf(scene.nurse()))
                .containsSubsequence("nobody", "call-back", "put-through:FALLBACK_LINE")
                .contains("degraded:service-unavailable", "put-through-ended:FALLBACK_LINE");
    }

    private void kill(Scene scene) {
        if (killed == null) {
            killed = scene.service();
            killed.kill();
        }
    }
}
