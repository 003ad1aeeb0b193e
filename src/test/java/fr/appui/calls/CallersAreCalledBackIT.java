package fr.appui.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@ExtendWith(Lab.class)
@Execution(ExecutionMode.CONCURRENT)
class CallersAreCalledBackIT {

    @Test
    void thePhysicianIsRungThenTheNurseAndTheyTalk(Scene scene) {
        nurseReachesNobodyAndAsksToBeCalledBack(scene, () -> {
            scene.first().picksUpAndPresses("1");
            scene.nurse().picksUp();
        });

        Leg physician = scene.first().isRungAgain(2).isUp();
        Leg nurse = scene.nurse().isRungAgain(2).isUp();
        nurse.talksWith(physician);
        nurse.hangUp();
        physician.isOver();

        assertThat(physician.shownCaller()).isEqualTo(scene.line());
        assertThat(nurse.shownCaller()).isEqualTo(scene.line());
        assertThat(scene.traceOnceItHas(scene.nurse(), "call-back-closed"))
                .containsSubsequence(
                        "nobody",
                        "call-back",
                        "ended",
                        "call-back-started:1",
                        "call-back-joined:1",
                        "call-back-ended:1")
                .contains("call-back-closed")
                .doesNotHaveDuplicates();
        assertThat(scene.detailOf(scene.nurse()).get("rebuilt").asBoolean()).isFalse();
        assertThat(scene.storyOf(scene.nurse())).anyMatch(line -> line.contains("l’appelant a été rappelé"));
    }

    @Test
    void everybodyIsAlertedWithoutASingleNumber(Scene scene) {
        nurseReachesNobodyAndAsksToBeCalledBack(scene);

        // the letter would have the message sent in twice as many parts
        assertThat(scene.smsTo(1)).hasSize(1).first().asString().contains("demande à etre rappelé");
        assertThat(scene.smsTo(2)).hasSize(1);
        assertThat(scene.mailTo(1)).hasSize(1).first().asString().contains("Appui soins palliatifs");
        assertThat(scene.smsTo(1).getFirst())
                .doesNotContain(scene.nurse().number().substring(1));
        assertThat(scene.traceOnceItHas(scene.nurse(), "alerted:")).anyMatch(key -> key.startsWith("alerted:"));
    }

    @Test
    void aPhysicianWhoDoesNotAnswerMakesRoomForTheOther(Scene scene) {
        nurseReachesNobodyAndAsksToBeCalledBack(scene, () -> {
            scene.second().picksUpAndPresses("1");
            scene.nurse().picksUp();
        });

        Leg second = scene.second().isRungAgain(2).isUp();
        scene.nurse().isRungAgain(2).isUp().talksWith(second);
        second.hangUp();

        assertThat(scene.traceOnceItHas(scene.nurse(), "call-back-closed"))
                .containsSubsequence(
                        "call-back-started:1", "call-back-ended:1", "call-back-started:2", "call-back-joined:2");
    }

    @Test
    void nobodyIsRungAnyMoreOnceAPhysicianSaysThatItIsDone(Scene scene) {
        nurseReachesNobodyAndAsksToBeCalledBack(scene);
        String call = scene.callOf(scene.nurse());
        scene.first().isRungAgain(2);

        assertThat(scene.service()
                        .post("/api/calls/" + call + "/call-back/handled", "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(scene.service()
                        .post("/api/calls/" + call + "/call-back/handled", "")
                        .statusCode())
                .isEqualTo(409);
        assertThat(scene.traceOnceItHas(scene.nurse(), "call-back-ended:1"))
                .contains("call-back-closed")
                .doesNotContain("call-back-started:2");
        assertThat(scene.storyOf(scene.nurse())).anyMatch(line -> line.contains("un médecin indique que c’est fait"));
    }

    /** By what it carries, whoever its operator shows as who calls. */
    @Test
    void aTelephoneForwardedToTheLineIsRecognisedByACallBackToo(Scene scene) {
        nurseReachesNobodyAndAsksToBeCalledBack(
                scene,
                () -> scene.first()
                        .does(leg -> leg.later(Duration.ZERO, () -> {
                            Leg forwarded = scene.anotherNurse().rings(scene.line(), leg.header("X-Appui-Call"));
                            forwarded.isOver();
                            leg.refuse(forwarded.status() + " As It Was");
                        })));

        scene.traceOnceItHas(scene.nurse(), "call-back-ended:1");
        assertThat(scene.storyOf(scene.nurse())).anyMatch(line -> line.contains("le téléphone du médecin est renvoyé"));
    }

    /** The caller has picked up, and is told who calls, when the physician's leg ends. */
    @Test
    void aPhysicianWhoIsGoneByThenIsJoinedWithNobody(Scene scene) {
        nurseReachesNobodyAndAsksToBeCalledBack(scene, () -> {
            scene.first().picksUpAndPresses("1");
            scene.nurse()
                    .does(leg -> leg.later(Duration.ofMillis(500), () -> {
                        leg.pickUp();
                        scene.first().calls().getLast().hangUp();
                    }));
        });

        assertThat(scene.traceOnceItHas(scene.nurse(), "call-back-ended:1")).doesNotContain("call-back-joined:1");
    }

    @Test
    void withoutSuccessTheCoordinationTakesOver(Scene scene) {
        nurseReachesNobodyAndAsksToBeCalledBack(scene);

        assertThat(scene.traceOnceItHas(scene.nurse(), "call-back-closed"))
                .containsSubsequence("call-back-started:3", "call-back-ended:3", "call-back-closed")
                .doesNotContain("call-back-started:4");
        assertThat(scene.storyOf(scene.nurse())).anyMatch(line -> line.contains("confié à la coordination"));
    }

    @Test
    void thePhysicianCallsBackFromThePage(Scene scene) {
        Leg call = scene.nurseRingsAndSaysWhoSheIs();
        scene.hears(scene.nurse(), "rappel-meme-numero");
        call.hangUp();
        scene.detailOf(scene.nurse());
        scene.second().picksUpAndPresses("1");
        scene.nurse().picksUp();

        var answer = scene.service()
                .post(
                        "/api/calls/" + scene.callOf(scene.nurse()) + "/call-back",
                        "{\"physician\":\"" + scene.physicianId(2) + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        Leg second = scene.second().isRungAgain(2).isUp();
        Leg nurse = scene.nurse().isRungAgain(2).isUp();
        nurse.talksWith(second);
        assertThat(nurse.shownCaller()).isEqualTo(scene.line());
        second.hangUp();
        nurse.isOver();
        assertThat(scene.traceOnceItHas(scene.nurse(), "call-back-ended:1"))
                .contains("call-back-started:1", "call-back-joined:1")
                .doesNotContain("call-back");
    }

    @Test
    void aNumberGivenForTheDutyIsRungAtOnce(Scene scene) {
        Person countryHouse = scene.someone("0353019901").picksUpAndPresses("1");
        var answer = scene.service()
                .put(
                        "/api/physicians/" + scene.physicianId(1) + "/duties/" + Seeds.NIGHT + "/number",
                        "{\"number\":\"03 53 01 99 01\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);

        Leg nurse = scene.nurseRingsAndSaysWhoSheIs();
        nurse.talksWith(countryHouse.isRung().isUp());
        assertThat(scene.first().wasRung()).isFalse();
        scene.isInAstDb("+33353019901/" + scene.physicianId(1));
    }

    private static void nurseReachesNobodyAndAsksToBeCalledBack(Scene scene) {
        nurseReachesNobodyAndAsksToBeCalledBack(scene, () -> {});
    }

    /** @param meanwhile what people decide before she asks: the service rings them as soon as she has */
    private static void nurseReachesNobodyAndAsksToBeCalledBack(Scene scene, Runnable meanwhile) {
        Leg call = scene.nurseRingsAndSaysWhoSheIs();
        scene.hears(scene.nurse(), "rappel-meme-numero");
        meanwhile.run();
        call.press("1");
        call.isOver();
        assertThat(scene.heardBy(scene.nurse())).contains("personne", "rappel-enregistre", "urgence-15");
    }
}
