package fr.appui.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What {@code appui check} finds out, on a site where all is there. */
@ExtendWith(Lab.class)
@Execution(ExecutionMode.CONCURRENT)
class SitesAreCheckedIT {

    @Test
    void theSwitchsQuestionsComeAndOurAnswersReachIt(Scene scene) {
        assertThat(scene.service().well())
                .contains("\"" + scene.asterisk().name() + ".questions\": \"vont et viennent\"");
    }

    @Test
    void aTrialRingsATestNumberAndIsHeardBothWays(Scene scene) {
        Person test = scene.anotherNurse();
        test.picksUpAndPresses("1");
        assertThat(scene.service().tries("telephone", test.number())).isEmpty();
        assertThat(scene.whisperedTo(test)).containsExactly("appel-essai");
        assertThat(scene.service().well()).contains("\"téléphone\": \"réussi\"");
        assertThat(scene.service().tries("telephone", "abc")).startsWith("400 ").contains("numéro de téléphone");
        assertThat(scene.service().get("/q/check").statusCode()).isIn(404, 405);
    }

    @Test
    void aTrialOfALineIsACallInTheTraceThatCountsNowhereAndWakesNobody(Scene scene) {
        Person test = scene.anotherNurse();
        test.picksUpAndPresses("1");
        assertThat(scene.tries(test.number())).isEqualTo(202);
        Leg leg = test.isRung().isUp();
        leg.isOver();

        assertThat(leg.shownCaller()).isEqualTo(scene.line());
        assertThat(scene.trialEndsAs()).isEqualTo("CONFIRMED");
        assertThat(scene.callsOfTheLine("")).containsExactly("TRIAL essai réussi");
        assertThat(scene.callsOfTheLine("&ending=ANSWERED")).isEmpty();
        assertThat(scene.callsOfTheLine("&outcome=AWAITED")).isEmpty();
        assertThat(scene.first().wasRung()).isFalse();
        assertThat(scene.second().wasRung()).isFalse();
    }

    @Test
    void aTrialOutsideTheHoursRingsAllTheSame(@Closed Scene scene) {
        Person test = scene.anotherNurse();
        test.picksUpAndPresses("1");
        await("no other story tries this line, the first of the site, at this moment")
                .atMost(Duration.ofSeconds(180))
                .until(() -> scene.tries(test.number()) == 202);
        assertThat(scene.trialEndsAs()).isEqualTo("CONFIRMED");
    }

    @Test
    void aTrialThatNobodyTakesIsToldAndWhoIsOnDutyIsNotRung(Scene scene) {
        assertThat(scene.tries(scene.first().number()))
                .as("they are on duty at this moment")
                .isEqualTo(400);
        Person test = scene.anotherNurse();
        test.picksUp();
        assertThat(scene.tries(test.number())).isEqualTo(202);
        assertThat(scene.tries(test.number())).as("one at a time").isEqualTo(409);
        assertThat(scene.trialEndsAs()).isEqualTo("FAILED");
        assertThat(scene.callsOfTheLine("")).containsExactly("TRIAL essai sans réponse");
        assertThat(scene.first().wasRung()).isFalse();
        assertThat(scene.second().wasRung()).isFalse();
    }

    @Test
    void theSitesTestNumberTakesACallByKeysAndLosesToALine(Scene scene) {
        Leg call = scene.nurse().rings(Wiring.TEST_NUMBER).isUp();
        await("it presses 1, and again")
                .atMost(Duration.ofSeconds(60))
                .until(() -> call.keysHeard().startsWith("11"));
        call.hangUp();

        setsTestNumber(scene, scene.line());
        try {
            Leg caller = scene.nurse().rings(scene.line()).isUp();
            caller.press("1");
            scene.first().isRung();
            assertThat(caller.keysHeard()).isEmpty();
            caller.hangUp();
        } finally {
            setsTestNumber(scene, Wiring.TEST_NUMBER);
        }
    }

    private static void setsTestNumber(Scene scene, String number) {
        scene.asterisk().cli("dialplan set global APPUI_TEST_NUMBER " + number);
    }

    @Test
    void trialMessagesArriveWhereThereIsAWayForThem(Scene scene) {
        assertThat(scene.service().tries("mail", "essai@example.org")).isEmpty();
        assertThat(scene.service().tries("sms", "0611223344")).isEmpty();
        assertThat(scene.trialsReceived("essai@example.org", "+33611223344"))
                .hasSize(2)
                .satisfiesExactlyInAnyOrder(
                        mail -> assertThat(mail).contains("message d’essai"),
                        sms -> assertThat(sms).contains("message d'essai"));
        assertThat(scene.service().tries("secure-mail", "essai@example.org"))
                .as("no such server")
                .contains("quarkus.mailer");
        assertThat(scene.service().well()).contains("attention.mssanté");
    }
}
