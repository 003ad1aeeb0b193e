package fr.appui.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.appui.calls.SipMessage.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The SAMU hands callers over, and is called into the conversation. */
@ExtendWith(Lab.class)
@Execution(ExecutionMode.CONCURRENT)
class CallsComeFromTheSamuIT {

    @Test
    void theSamuAnswersFirstAndTransfersAtOnce(Scene scene) {
        Person samu = scene.samu(Lab.SAMU_FIRST.get(0)).picksUp();
        scene.hearsItAllAndPresses(scene.first(), "1");
        Leg nurse = scene.nurse().rings(samu.number()).isUp();
        Leg regulator = samu.isRung().isUp();
        nurse.talksWith(regulator);
        regulator.transfersTo(scene.line());
        Leg physician = scene.first().isRung().isUp();
        nurse.talksWith(physician);
        regulator.hangUp();
        nurse.talksWith(physician);
        nurse.hangUp();
        physician.isOver();

        assertThat(scene.whisperedTo(scene.first()))
                .containsSubsequence("chuchotement-intro", "transfert-du-samu", "samu-60", "confirmer");
        assertThat(scene.heardBy(scene.nurse())).containsExactly("veuillez-patienter");
        assertThat(scene.detailOf(scene.nurse()).get("origin").asText()).isEqualTo("SAMU");
        assertThat(scene.endingOf(scene.nurse())).isEqualTo("ANSWERED");
        assertThat(scene.traceOf(scene.nurse()))
                .containsSubsequence("received", "ladder", "attempt-started:1", "attempt-ended:1")
                .anyMatch(key -> key.startsWith("bridged:"))
                .endsWith("ended")
                .doesNotHaveDuplicates();
        assertThat(scene.talkSecondsOf(scene.nurse())).isPositive();
    }

    @Test
    void theSamuSpeaksToThePhysicianFirstThenLeavesTheTwoTogether(Scene scene) {
        Person samu = scene.samu(Lab.SAMU_FIRST.get(1)).picksUp();
        scene.first().picksUpAndPresses("1");
        Leg nurse = scene.nurse().rings(samu.number()).isUp();
        Leg regulator = samu.isRung().isUp();
        nurse.talksWith(regulator);
        Leg announcement = scene.samuDesk().rings(scene.line()).isUp();
        Leg physician = scene.first().isRung().isUp();
        announcement.talksWith(physician);
        regulator.transfersTo(announcement);
        nurse.talksWith(physician);
        regulator.hangUp();
        announcement.hangUp();
        nurse.talksWith(physician);
        nurse.hangUp();
        physician.isOver();

        assertThat(scene.traceOf(scene.samuDesk()))
                .containsSubsequence("received", "ladder", "attempt-started:1", "attempt-ended:1")
                .anyMatch(key -> key.startsWith("transferred:"))
                .endsWith("ended")
                .doesNotHaveDuplicates();
        assertThat(scene.endingOf(scene.samuDesk())).isEqualTo("ANSWERED");
        assertThat(scene.traceOf(scene.samuDesk()))
                .filteredOn(key -> key.startsWith("bridged:"))
                .hasSizeBetween(1, 2);
        assertThat(scene.storyOf(scene.samuDesk())).anyMatch(line -> line.contains("transfert après annonce"));
    }

    /** Sooner than a telephone that is cut off would be taken for one that answered nobody. */
    @Test
    void theSamuThatLeavesTheTwoTogetherAtOnceRingsNobodyElse(Scene scene) {
        Person samu = scene.samu(Lab.SAMU_FIRST.get(3)).picksUp();
        scene.first().picksUpAndPresses("1");
        Leg nurse = scene.nurse().rings(samu.number()).isUp();
        Leg regulator = samu.isRung().isUp();
        Leg announcement = scene.samuDesk().rings(scene.line()).isUp();
        Leg physician = scene.first().isRung().isUp();
        await().until(() -> announcement.heard(physician));
        regulator.transfersTo(announcement);
        nurse.talksWith(physician);
        regulator.hangUp();
        nurse.hangUp();
        physician.isOver();
        announcement.hangUp();

        assertThat(scene.endingOf(scene.samuDesk())).isEqualTo("ANSWERED");
        assertThat(scene.traceOf(scene.samuDesk())).doesNotContain("attempt-started:2");
        assertThat(scene.second().calls()).isEmpty();
    }

    /** As exchanges let one do: the regulator announces nobody, and leaves while the physician is looked for. */
    @Test
    void theSamuMayLeaveWhileATelephoneRings(Scene scene) {
        Person samu = scene.samu(Lab.SAMU_FIRST.get(6)).picksUp();
        scene.first().letsItRing();
        Leg nurse = scene.nurse().rings(samu.number()).isUp();
        Leg regulator = samu.isRung().isUp();
        nurse.talksWith(regulator);
        Leg announcement = scene.samuDesk().rings(scene.line()).isUp();
        Leg physician = scene.first().isRung();
        regulator.transfersTo(announcement);
        announcement.isOver();
        regulator.hangUp();
        physician.pickUp();
        scene.isWhispered(scene.first(), "confirmer");
        physician.press("1");
        nurse.talksWith(physician);
        physician.hangUp();
        nurse.isOver();

        assertThat(scene.second().wasRung())
                .as("nobody is looked for after they talked")
                .isFalse();
        assertThat(scene.endingOf(scene.samuDesk())).isEqualTo("ANSWERED");
        assertThat(scene.traceOf(scene.samuDesk()))
                .containsSubsequence("received", "attempt-started:1", "attempt-ended:1", "ended")
                .doesNotHaveDuplicates();
        assertThat(scene.attemptOf(scene.samuDesk(), 1).get("result").asText()).isEqualTo("ACCEPTED");
        assertThat(scene.traceOf(scene.samuDesk()))
                .filteredOn(key -> key.startsWith("bridged:"))
                .hasSize(1);
    }

    @Test
    void andTheSearchForItsCallerGoesOn(Scene scene) {
        Person samu = scene.samu(Lab.SAMU_FIRST.get(7)).picksUp();
        scene.first().letsItRing();
        scene.second().picksUpAndPresses("1");
        Leg nurse = scene.nurse().rings(samu.number()).isUp();
        Leg regulator = samu.isRung().isUp();
        nurse.talksWith(regulator);
        Leg announcement = scene.samuDesk().rings(scene.line()).isUp();
        Leg first = scene.first().isRung();
        regulator.transfersTo(announcement);
        announcement.isOver();
        first.refuse("486 Busy Here");
        Leg second = scene.second().isRung().isUp();
        nurse.talksWith(second);
        nurse.hangUp();
        second.isOver();

        assertThat(scene.endingOf(scene.samuDesk())).isEqualTo("ANSWERED");
        assertThat(scene.attemptOf(scene.samuDesk(), 1).get("result").asText()).isEqualTo("BUSY");
        assertThat(scene.attemptOf(scene.samuDesk(), 2).get("result").asText()).isEqualTo("ACCEPTED");
        assertThat(scene.traceOf(scene.samuDesk()))
                .filteredOn(key -> key.startsWith("bridged:"))
                .hasSize(1);
    }

    @Test
    void aSamuThatDoesNotAnswerIsNoDeadEnd(Scene scene) {
        scene.samu(Lab.SAMU_FIRST.get(2)).answers("503 Service Unavailable");
        Leg nurse = scene.nurse().rings(Lab.SAMU_FIRST.get(2)).isUp();
        nurse.isOver();
        assertThat(scene.heardBy(scene.nurse())).containsExactly("numero-inconnu");
    }

    @Test
    void aSamuThatIsCutOffMomentsAfterItAnsweredIsNoDeadEnd(Scene scene) {
        Person samu = scene.samu(Lab.SAMU_FIRST.get(5)).picksUp();
        Leg nurse = scene.nurse().rings(samu.number()).isUp();
        Leg regulator = samu.isRung().isUp();
        nurse.talksWith(regulator);
        regulator.hangUp();
        nurse.isOver();

        assertThat(scene.heardBy(scene.nurse())).containsExactly("numero-inconnu");
    }

    /** Followed, it would have come in by our own entrance, and been told as answered. */
    @Test
    void aSamuThatRedirectsIsNotFollowedAndNoDeadEnd(Scene scene) {
        scene.samu(Lab.SAMU_FIRST.get(4)).redirectsTo(scene.line());
        scene.nurse().rings(Lab.SAMU_FIRST.get(4)).isUp().isOver();

        assertThat(scene.heardBy(scene.nurse())).containsExactly("numero-inconnu");
        assertThat(scene.first().wasRung()).isFalse();
    }

    /** By its own trunk; whom it hands over at that very moment is a caller. */
    @Test
    void aSamuThatIsRungAndForwardedToTheLineIsBusyAndItsCallersAreNot(Scene scene) {
        scene.lineHas("asks_profile = FALSE");
        scene.first().answers("486 Busy Here");
        scene.second().answers("486 Busy Here");
        Person samu = scene.samuOfTheLine();
        var diversion = new Header("Diversion", "<sip:" + samu.number() + "@samu.example>;reason=unconditional");
        samu.does(leg -> leg.ring());
        Leg nurse = scene.nurse().rings(scene.line()).isUp();
        Leg rings = samu.isRung();
        Leg forwarded = scene.samu(scene.line()).rings(scene.line(), diversion).isOver();
        Leg handedOver = scene.samuDesk().rings(scene.line(), diversion).isUp();

        assertThat(forwarded.status()).isEqualTo(486);
        rings.refuse("486 Busy Here");
        scene.hears(scene.nurse(), "urgence-15");
        nurse.hangUp();
        handedOver.hangUp();
    }

    @Test
    void aCallerDivertedBySamuOverThePublicNetworkIsKnownAsSuch(Scene scene) {
        scene.hearsItAllAndPresses(scene.first(), "1");
        Leg nurse = scene.nurse()
                .rings(
                        scene.line(),
                        new Header(
                                "Diversion", "<sip:" + Lab.SAMU_THAT_DIVERTS + "@samu.example>;reason=unconditional"))
                .isUp();
        nurse.talksWith(scene.first().isRung().isUp());
        nurse.hangUp();

        assertThat(scene.whisperedTo(scene.first())).contains("transfert-du-samu", "samu-80");
        assertThat(scene.heardBy(scene.nurse())).containsExactly("veuillez-patienter");
        assertThat(scene.detailOf(scene.nurse()).get("origin").asText()).isEqualTo("SAMU");
    }

    @Test
    void theCallerThatASamuTellsOfIsTheFirstOne(Scene scene) {
        scene.first().picksUpAndPresses("1");
        Leg desk = scene.samuDesk()
                .rings(
                        scene.line(),
                        new Header("Diversion", "<sip:" + scene.nurse().number() + "@samu.example>;reason=deflection"))
                .isUp();
        desk.talksWith(scene.first().isRung().isUp());
        desk.hangUp();

        assertThat(scene.detailOf(scene.nurse()).get("origin").asText()).isEqualTo("SAMU");
    }

    @Test
    void thePhysicianCallsTheSamuInAndMayLeave(Scene scene) {
        Person samu = scene.samu(Lab.SAMU).picksUp();
        scene.first().picksUpAndPresses("1");
        Leg nurse = scene.nurseRingsAndSaysWhoSheIs();
        Leg physician = scene.first().isRung().isUp();
        nurse.talksWith(physician);
        physician.press("*15");
        Leg regulator = samu.isRung().isUp();
        physician.fallsSilent();
        nurse.talksWith(regulator);
        physician.hangUp();
        nurse.talksWith(regulator);
        Leg other = scene.anotherNurse().rings(scene.line()).isUp();
        scene.hears(scene.anotherNurse(), "qui-appelle");
        other.press("2");
        other.talksWith(scene.first().isRungAgain(2).isUp());
        other.hangUp();
        nurse.talksWith(regulator);
        nurse.hangUp();
        regulator.isOver();

        assertThat(scene.second().wasRung())
                .as("who left the two together is in no call")
                .isFalse();
        assertThat(scene.traceOf(scene.nurse()))
                .anyMatch(key -> key.startsWith("samu-asked:"))
                .anyMatch(key -> key.startsWith("samu-joined:"))
                .anyMatch(key -> key.startsWith("samu-left:"))
                .endsWith("ended")
                .doesNotHaveDuplicates();
        assertThat(scene.storyOf(scene.nurse()))
                .containsSubsequence("Le médecin appelle le SAMU", "Le SAMU entre dans la conversation");
        assertThat(scene.endingOf(scene.nurse())).isEqualTo("ANSWERED");
    }
}
