package fr.appui.calls;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(scene.detailOf(scene.nurse()).at("/phases/talkSeconds").asDouble())
                .isPositive();
    }
}
