package fr.appui.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.appui.Whole;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** An operator's trunk that carries so many conversations at once: who is in reaches a physician, whoever else calls. */
@ExtendWith(Lab.class)
@WithoutService
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrunksFillUpIT {

    private @Nullable Scene last;
    private @Nullable ServiceProcess killed;

    @AfterEach
    void nobodyCounts() throws IOException {
        if (last != null) {
            last.asterisk().cli("dialplan set global APPUI_CHANNELS 0");
            last = null;
        }
        theServiceIsUp();
    }

    @Test
    void theSecondCallerIsRefusedAndTheFirstReachesAPhysician(Scene scene, Scene other) {
        carries(scene, 3);
        Leg nurse = reachesThePhysicianWhileAnotherIsRefused(scene, other);
        nurse.hangUp();

        assertThat(other.traceOfTheOnlyCall()).startsWith("received", "degraded:trunk-full", "ended");
        assertThat(other.callsOfTheLine("&ending=FAILED")).hasSize(1);
        assertThat(other.first().wasRung()).isFalse();
        await("the node reads it")
                .atMost(Duration.ofSeconds(30))
                .until(() -> scene.service().well().contains("attention.lab.communications"));
        assertThat(scene.service().well()).contains("sur 3\"");
        assertThat(scene.service().get("/q/metrics").body())
                .contains("appui_telephony_trunk_channels{switch=\"lab\"} 3.0")
                .containsPattern("appui_telephony_trunk_full_total\\{by=\"switch\",switch=\"lab\"\\} [1-9]");

        Leg again = other.nurse().rings(other.line()).isUp();
        again.hangUp();
    }

    @Test
    @Whole
    void withoutTheServiceTheSameIsSo(Scene scene, Scene other) throws IOException {
        carries(scene, 2);
        killed = scene.service();
        killed.kill();
        Leg nurse = reachesThePhysicianWhileAnotherIsRefused(scene, other);
        nurse.hangUp();

        theServiceIsUp();
        assertThat(other.traceOfTheOnlyCall()).startsWith("received", "degraded:trunk-full", "ended");
        assertThat(scene.endingOf(scene.nurse())).isEqualTo("ANSWERED");
    }

    @Test
    void aSamuOnItsOwnTrunkTakesWhatRingsThePhysicianAndIsNeverRefused(Scene scene, Scene other) {
        carries(scene, 2);
        scene.first().picksUpAndPresses("1");
        Leg samu = scene.regulator().rings(scene.line()).isUp();
        samu.talksWith(scene.first().isRung().isUp());
        isBusy(other.nurse().rings(other.line()));
        other.first().picksUpAndPresses("1");
        Leg second = other.regulator().rings(other.line()).isUp();
        second.talksWith(other.first().isRung().isUp());
        samu.hangUp();
        second.hangUp();
    }

    /** As a datagram with a false sender makes them. */
    @Test
    void aCallThatIsNeverAcknowledgedTakesNoCallersPlace(Scene scene, Scene other) {
        carries(scene, 3);
        scene.nurse().ringsWithoutAcknowledging(scene.line());
        scene.asterisk()
                .says(
                        "group show channels",
                        "it is known as one who is not heard",
                        said -> said.contains("unheard"),
                        Duration.ofMinutes(1));
        other.first().picksUpAndPresses("1");
        Leg nurse = other.nurseRingsAndSaysWhoSheIs();
        nurse.talksWith(other.first().isRung().isUp());
        nurse.hangUp();

        assertThat(scene.endingOf(scene.nurse())).isEqualTo("ABANDONED");
    }

    @Test
    @Whole
    void aTrialWaitsUntilCallersHaveRoom(Scene scene, Scene other) {
        carries(scene, 5);
        scene.first().picksUpAndPresses("1");
        Leg nurse = scene.nurseRingsAndSaysWhoSheIs();
        nurse.talksWith(scene.first().isRung().isUp());
        Person test = other.anotherNurse();
        test.picksUpAndPresses("1");
        assertThat(other.tries(test.number())).isEqualTo(202);
        assertThat(other.trialEndsAs()).as("the last two are for a caller").isEqualTo("FAILED");
        assertThat(other.troubleOfTrial()).contains("le raccordement n’avait plus de place");
        assertThat(test.wasRung()).isFalse();
        nurse.hangUp();
        nurse.isOver();

        assertThat(other.tries(test.number())).isEqualTo(202);
        assertThat(other.trialEndsAs()).isEqualTo("CONFIRMED");
    }

    /** On a trunk with room for one caller and no more. */
    private static Leg reachesThePhysicianWhileAnotherIsRefused(Scene scene, Scene other) {
        scene.first().picksUpAndPresses("1");
        Leg nurse = scene.nurseRings();
        isBusy(other.nurse().rings(other.line()));
        scene.hears(scene.nurse(), "qui-appelle");
        nurse.press("2");
        nurse.talksWith(scene.first().isRung().isUp());
        return nurse;
    }

    private void theServiceIsUp() throws IOException {
        if (killed != null) {
            killed.start();
            killed = null;
        }
    }

    private static void isBusy(Leg caller) {
        caller.isOver();
        assertThat(caller.status()).isEqualTo(486);
    }

    private void carries(Scene scene, int channels) {
        last = scene;
        scene.asterisk()
                .says(
                        "group show channels",
                        "nobody of the story before is in",
                        said -> said.contains("0 active channels"),
                        Duration.ofMinutes(1));
        scene.asterisk().cli("dialplan set global APPUI_CHANNELS " + channels);
    }
}
