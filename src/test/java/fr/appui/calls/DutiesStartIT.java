package fr.appui.calls;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.Whole;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@ExtendWith(Lab.class)
@Execution(ExecutionMode.CONCURRENT)
class DutiesStartIT {

    @Test
    void thePhysicianConfirmsByAKey(@StartsSoon Scene scene) {
        scene.first().picksUpAndPresses("1");
        scene.dutyStartsSoon();
        Leg check = scene.first().isRung().isUp();
        check.isOver();

        assertThat(check.shownCaller()).isEqualTo(scene.line());
        scene.lineCheckIs("CONFIRMED", "TELEPHONE");
        assertThat(scene.first().calls()).hasSize(1);
        assertThat(scene.second().wasRung()).isFalse();
    }

    @Test
    void aTapIsAsGood(@StartsSoon Scene scene) {
        scene.dutyStartsSoon();
        scene.first().isRung();
        var answer = scene.service()
                .post("/api/physicians/" + scene.physicianId(1) + "/duties/" + Seeds.NIGHT + "/confirmation", "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        scene.lineCheckIs("CONFIRMED", "PAGE");
    }

    @Test
    void withoutAnAnswerTheBackUpGoesFirstAndIsTold(@StartsSoon Scene scene) {
        scene.dutyStartsSoon();
        scene.lineCheckIs("UNCONFIRMED", null);

        assertThat(scene.first().calls()).hasSize(2);
        scene.isInAstDb(scene.physicianId(2) + "/2/6/", scene.physicianId(1) + "/1/6/");
        assertThat(scene.smsTo(2)).hasSize(1).first().asString().contains("n'a pas confirmé sa présence");
        assertThat(scene.substitutionReasons())
                .as("the duty and its pay are where they were")
                .isEmpty();
    }

    /** Refused by the operator: that is nobody's answer, and costs the physician neither an attempt nor their place. */
    @Test
    void whomTheOperatorDidNotRingIsRungAgain(@StartsSoon Scene scene) {
        scene.first().picksUpAndPresses("1").refusesFirst("503 Service Unavailable");
        scene.dutyStartsSoon();
        scene.first().isRung();
        scene.lineCheckAttemptsAre(0);
        scene.lineCheckIs("CONFIRMED", "TELEPHONE");
    }

    /** One recording is all that is said to them: they are asked before it whether they are there, and not after the wait for a key. */
    @Test
    void aHangUpThatOvertookItsAnswerIsNotSpokenTo(@StartsSoon Scene scene) {
        scene.first().does(Leg::picksUpAfterHavingHungUp);
        scene.dutyStartsSoon();
        assertThat(scene.first().isRung().untilAskedInVain()).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aWrongKeyThatComesTwoWaysIsOneKey(@StartsSoon Scene scene) {
        scene.first().does(leg -> {
            leg.ring();
            leg.later(Duration.ofMillis(300), leg::pickUp);
            leg.later(Duration.ofMillis(1500), () -> {
                leg.pressBothWays("5");
                leg.later(Duration.ofMillis(700), () -> leg.press("1"));
            });
        });
        scene.dutyStartsSoon();
        scene.lineCheckIs("CONFIRMED", "TELEPHONE");
        assertThat(scene.first().calls()).hasSize(1);
    }

    @Test
    @Whole
    void aVoicemailConfirmsNothing(@StartsSoon Scene scene) {
        scene.first().picksUp();
        scene.dutyStartsSoon();
        scene.lineCheckIs("UNCONFIRMED", null);
    }
}
