package fr.appui.calls;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.Whole;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Takes the service away from everyone in the middle of what it began. */
@Whole
@ExtendWith(Lab.class)
@WithoutService
class CallBacksWithoutTheServiceIT {

    @Test
    void killedWhileThePhysicianIsRungTheTwoTalkAllTheSameAndTheTraceIsWhole(Scene scene) throws IOException {
        Leg call = scene.nurseRingsAndSaysWhoSheIs();
        scene.hears(scene.nurse(), "rappel-meme-numero");
        scene.first().letsItRing();
        call.press("1");
        call.isOver();
        scene.nurse().picksUp();
        Leg physician = scene.first().isRungAgain(2);

        scene.service().kill();
        physician.pickUp();
        physician.later(Duration.ofMillis(1500), () -> physician.press("1"));
        Leg nurse = scene.nurse().isRungAgain(2).isUp();
        nurse.talksWith(physician);
        physician.hangUp();
        nurse.isOver();
        scene.service().start();

        assertThat(scene.traceOnceItHas(scene.nurse(), "call-back-closed"))
                .containsSubsequence("call-back-started:1", "call-back-joined:1", "call-back-ended:1")
                .doesNotContain("call-back-started:2")
                .doesNotHaveDuplicates();
        assertThat(scene.detailOf(scene.nurse()).get("rebuilt").asBoolean()).isTrue();
    }
}
