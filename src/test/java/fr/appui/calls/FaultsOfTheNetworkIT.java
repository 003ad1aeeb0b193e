package fr.appui.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.appui.Whole;
import fr.appui.calls.SipMessage.Header;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What telephone networks do besides ringing and answering. The longest of all: it begins first. */
@ExtendWith(Lab.class)
@Order(1)
@Execution(ExecutionMode.CONCURRENT)
class FaultsOfTheNetworkIT {

    @Test
    void aCallWhoseNetworkDiedIsOverAndThePhysicianIsFreeAgain(Scene scene) {
        scene.first().picksUpAndPresses("1");
        Leg nurse = scene.nurseRingsAndSaysWhoSheIs();
        Leg physician = scene.first().isRung().isUp();
        nurse.talksWith(physician);
        nurse.dies();
        physician.dies();

        assertThat(scene.endingOf(scene.nurse())).isEqualTo("ANSWERED");
        Leg another = scene.anotherNurse().rings(scene.line()).isUp();
        scene.hears(scene.anotherNurse(), "qui-appelle");
        another.press("2");
        another.talksWith(scene.first().isRungAgain(2).isUp());
        another.hangUp();
    }

    /** For longer than a dead network is given: no sound comes from either, one is on hold, and both answer when they are asked. */
    @Test
    void oneWhoIsMutedAndOneWhoIsOnHoldAreNotCutOff(Scene scene) throws InterruptedException {
        scene.first().picksUpAndPresses("1");
        Leg nurse = scene.nurseRingsAndSaysWhoSheIs();
        Leg physician = scene.first().isRung().isUp();
        nurse.talksWith(physician);
        nurse.fallsSilent();
        physician.putsOnHold();
        Thread.sleep(Duration.ofSeconds(95));

        assertThat(List.of(nurse.state(), physician.state())).containsOnly(Leg.State.UP);
        nurse.hangUp();
        physician.isOver();
    }

    @Test
    void aRedirectionIsNotFollowed(Scene scene) {
        scene.first().redirectsTo(scene.line());
        assertTheSecondAnswers(scene, "DIVERTED");
        assertThat(scene.heardBy(scene.nurse())).doesNotContain("numero-inconnu");
    }

    /** Dial does not tell it as a redirection. */
    @Test
    void aRedirectionThatNamesNoSipAddressIsOneAllTheSame(Scene scene) {
        scene.first().redirectsToATelephone("+33612345678");
        assertTheSecondAnswers(scene, "DIVERTED");
    }

    /** What the caller's own telephone answers to the switch meanwhile is not what a physician's answers, whichever is kept first. */
    @Test
    void whatTheCallersTelephoneAnswersIsNotThePhysiciansAnswer(Scene scene) {
        scene.regulator().offering(Media::silently).hesitating(Duration.ofSeconds(2));
        scene.first().declinesAfter(Duration.ofSeconds(3));
        scene.second().declinesAfter(Duration.ofSeconds(3));
        Leg regulator = scene.regulator().rings(scene.line()).isUp();
        await().until(() -> regulator.timesAsked() > 0);
        // heard by this, while the question is still open
        regulator.press("5");
        scene.second().isRung().isOver();
        regulator.hangUp();

        for (int attempt : List.of(1, 2)) {
            assertThat(scene.attemptOf(scene.regulator(), attempt).get("result").asText())
                    .isEqualTo("BUSY");
        }
    }

    /** While one caller talks to a switchboard, it diverts others to the line: no telephone that rings is forwarded. */
    @Test
    void whomASwitchboardDivertsWhileItTalksIsACaller(Scene scene) {
        Person switchboard = scene.someone(scene.samuOfTheLine().number().replaceFirst("^032215", "032216"))
                .picksUp();
        scene.lineHas("fallback = '+33" + switchboard.number().substring(1) + "'");
        scene.first().answers("486 Busy Here");
        scene.second().answers("486 Busy Here");
        Leg regulator = scene.regulator().rings(scene.line()).isUp();
        regulator.talksWith(switchboard.isRung().isUp());

        Leg diverted = scene.anotherNurse()
                .rings(
                        scene.line(),
                        new Header("Diversion", "<sip:" + switchboard.number() + "@x>;reason=unconditional"))
                .isUp();
        scene.hears(scene.anotherNurse(), "bienvenue");
        diverted.hangUp();
        regulator.hangUp();
    }

    @Test
    void aFallbackLineThatIsRedirectedIsNotFollowedAndItsCallerHearsWhomToCall(@WithFallback Scene scene) {
        scene.first().answers("486 Busy Here");
        scene.second().answers("486 Busy Here");
        scene.fallback().redirectsTo(scene.line());
        Leg nurse = scene.nurseRingsAndSaysWhoSheIs();
        scene.hears(scene.nurse(), "urgence-15");
        nurse.isOver();

        assertThat(scene.fallback().calls()).hasSize(1);
        assertThat(scene.heardBy(scene.nurse())).doesNotContain("numero-inconnu");
        assertThat(scene.traceOf(scene.nurse())).contains("put-through-ended:FALLBACK_LINE");
        assertThat(scene.storyOf(scene.nurse()))
                .anyMatch(told -> told.contains("la ligne de secours (renvoyé vers un autre numéro"));
        await("the coordination is told").until(() -> scene.alerts() > 0);
    }

    @ParameterizedTest
    @CsvSource({
        "403 Forbidden, OPERATOR",
        "503 Service Unavailable, OPERATOR",
        "603 Decline, REFUSED",
        "480 Temporarily Unavailable, UNREACHABLE",
        "600 Busy Everywhere, BUSY"
    })
    void theTraceSaysWhoFailed(String answer, String result, Scene scene) {
        scene.first().answers(answer);
        assertTheSecondAnswers(scene, result);
    }

    @ParameterizedTest
    @Whole
    @CsvSource({
        "401 Unauthorized, OPERATOR",
        "407 Proxy Authentication Required, OPERATOR",
        "500 Server Internal Error, OPERATOR",
        "488 Not Acceptable Here, OPERATOR",
        "484 Address Incomplete, OPERATOR",
        "606 Not Acceptable, OPERATOR",
        "487 Request Terminated, OPERATOR",
        "404 Not Found, UNREACHABLE"
    })
    void theTraceSaysWhoFailedWhateverTheAnswer(String answer, String result, Scene scene) {
        scene.first().answers(answer);
        assertTheSecondAnswers(scene, result);
    }

    /** They picked up, at the other end of a trunk that answers: neither is out of order nor silent. */
    @Test
    @Whole
    void whatWeDoNotCarryIsNobodysSilence(Scene scene) {
        scene.first()
                .offering(media -> media.describe("m=audio PORT RTP/AVP 18"))
                .picksUp();
        assertTheSecondAnswers(scene, "OPERATOR");
    }

    @Test
    void aTelephoneForwardedToTheLineIsBusyAndToldAsALoop(Scene scene) {
        scene.first()
                .does(leg -> leg.later(Duration.ZERO, () -> {
                    Leg forwarded = scene.someone(scene.line())
                            .rings(
                                    scene.line(),
                                    new Header(
                                            "Diversion", "<sip:" + scene.firstNumber() + "@x>;reason=unconditional"));
                    forwarded.isOver();
                    leg.refuse(forwarded.status() + " As It Was");
                }));
        assertTheSecondAnswers(scene, "LOOP");
        assertThat(scene.first().calls()).hasSize(1);
        assertThat(scene.traceOnceItHas(scene.nurse(), "alerted:")).isNotEmpty();
    }

    @Test
    void aTelephoneForwardedToTheLineIsKnownByTheCallItCarries(Scene scene) {
        scene.first()
                .does(leg -> leg.later(Duration.ZERO, () -> {
                    Leg forwarded = scene.someone(scene.line()).rings(scene.line(), leg.header("X-Appui-Call"));
                    forwarded.isOver();
                    leg.refuse(forwarded.status() + " As It Was");
                }));
        assertTheSecondAnswers(scene, "LOOP");
    }

    /** Where its operator keeps neither of these: what it shows is the line. */
    @Test
    void aTelephoneForwardedToTheLineWithoutAWordIsNoCallAndTheCoordinationIsTold(Scene scene) {
        scene.first().does(leg -> {
            leg.ring();
            Leg forwarded = scene.someone(scene.line()).rings(scene.line());
            leg.later(Duration.ZERO, () -> {
                leg.isOver();
                forwarded.hangUp();
            });
        });
        assertTheSecondAnswers(scene, "NO_ANSWER");
        assertThat(scene.callersTold()).hasSize(1);
        await("the coordination is told").until(() -> scene.alerts() > 0);
    }

    /** Its put-through to our line, or a call that it rings somebody for: its switch is none of ours, and nobody of ours diverted it. */
    @Test
    void theCallOfAnotherAppuiIsACall(Scene scene) {
        List<String> numbers =
                List.of(scene.line().substring(1), scene.first().number().substring(1));
        for (int call = 0; call < numbers.size(); call++) {
            Person caller = scene.someone(scene.nurse().number().replaceFirst("0$", Integer.toString(call + 1)));
            Leg leg = caller.rings(
                            scene.line(), new Header("X-Appui-Call", "elsewhere-1767225600.1/" + numbers.get(call)))
                    .isUp();
            scene.hears(caller, "bienvenue");
            leg.hangUp();
        }
    }

    @Test
    void theLineThatWasDialledDivertedNothingWhicheverSwitchRangIt(Scene scene) {
        Leg leg = scene.nurse()
                .rings(
                        scene.line(),
                        new Header(
                                "X-Appui-Call",
                                "lab-b-1767225600.1/" + scene.line().substring(1)))
                .isUp();
        scene.hears(scene.nurse(), "bienvenue");
        leg.hangUp();
    }

    @Test
    void aForgedHeaderDoesNotMakeAPhysiciansTelephoneForwarded(Scene scene) {
        Leg forged = scene.anotherNurse()
                .rings(
                        scene.line(),
                        new Header(
                                "X-Appui-Call",
                                "lab-b-1767225600.1/" + scene.first().number().substring(1)))
                .isUp();
        scene.hears(scene.anotherNurse(), "bienvenue");
        forged.hangUp();

        scene.first().answers("486 Busy Here");
        assertTheSecondAnswers(scene, "BUSY");
    }

    /** It is no secret what our switch is called, nor what a physician's number is: which call rings it now is told to their operator alone. */
    @Test
    void whoWritesThatOurSwitchRangIsACallerAndMakesNoTelephoneForwarded(Scene scene) {
        scene.first().letsItRing();
        scene.second().picksUpAndPresses("1");
        Leg regulator = scene.regulator().rings(scene.line()).isUp();
        Leg first = scene.first().isRung();
        Leg forged = scene.anotherNurse()
                .rings(
                        scene.line(),
                        new Header(
                                "X-Appui-Call",
                                SwitchProcess.NAME + "-1767225600.1/"
                                        + scene.first().number().substring(1)))
                .isUp();
        first.refuse("486 Busy Here");
        scene.hears(scene.anotherNurse(), "bienvenue");
        forged.hangUp();
        regulator.talksWith(scene.second().isRung().isUp());
        regulator.hangUp();

        assertThat(scene.attemptOf(scene.regulator(), 1).get("result").asText()).isIn("BUSY", "NO_ANSWER");
        assertThat(scene.callsOfTheLine(""))
                .containsExactlyInAnyOrder("SAMU répondu par un médecin", "PUBLIC abandonné par l’appelant");
    }

    /** A proxy that forks reaches the switch twice: RFC 3261, 8.2.2.2. */
    @Test
    void theSameCallByAnotherPathIsNoSecondOneAndTheFirstGoesOn(Scene scene) {
        scene.first().letsItRing();
        scene.second().picksUpAndPresses("1");
        Leg regulator = scene.regulator().rings(scene.line());
        Leg first = scene.first().isRung();
        Leg.Path other = regulator.isUp().byAnotherPath();
        assertThat(other.status()).isEqualTo(482);
        other.cancel();
        assertThat(scene.second().wasRung()).isFalse();
        first.pickUp();
        scene.isWhispered(scene.first(), "confirmer");
        first.press("1");
        regulator.talksWith(first);
        regulator.putsOnHold();
        regulator.hangUpAndIsHeard();

        assertThat(scene.endingOf(scene.regulator())).isEqualTo("ANSWERED");
        assertThat(scene.callsOfTheLine("")).containsExactly("SAMU répondu par un médecin");
        assertThat(scene.second().wasRung()).isFalse();
        // one that comes once it is over is a call
        Leg.Path again = regulator.byAnotherPath();
        assertThat(again.status()).isEqualTo(200);
        again.hangUp();
    }

    /** Either of the two may be taken, and no more than one is. */
    @Test
    void theSameCallByTwoPathsAtOneMomentIsTakenOnce(Scene scene) {
        scene.first().letsItRing();
        scene.second().letsItRing();
        Leg regulator = scene.regulator().rings(scene.line());
        Leg.Path other = regulator.byAnotherPath();
        scene.first().isRung();
        await("both are answered").until(() -> !other.isOpen() && regulator.status() > 0);
        assertThat(List.of(regulator.status(), other.status())).containsExactlyInAnyOrder(200, 482);
        if (other.status() == 200) {
            other.hangUp();
        }
        regulator.hangUp();

        assertThat(scene.callsOfTheLine("")).containsExactly("SAMU abandonné par l’appelant");
        assertThat(scene.first().calls()).hasSize(1);
        assertThat(scene.second().wasRung()).isFalse();
    }

    /** The way by which the first one came is dead: what was answered reached nobody, and whoever sends it tries another. */
    @Test
    void whoIsHeardByAnotherPathAloneReachesAPhysician(Scene scene) {
        scene.first().picksUpAndPresses("1");
        Leg regulator = scene.regulator().ringsWithoutAcknowledging(scene.line());
        assertThat(scene.callersTold()).hasSize(1);
        Leg.Path other = regulator.byAnotherPath();
        assertThat(other.status()).isEqualTo(200);
        scene.first().isRung().isUp();
        other.hangUp();
    }

    @Test
    void nobodyIsRungForACallThatIsNeverAcknowledged(Scene scene) {
        scene.first().picksUpAndPresses("1");
        scene.regulator().ringsWithoutAcknowledging(scene.line());

        assertThat(scene.callersTold()).hasSize(1);
        assertThat(scene.endingOf(scene.regulator())).isEqualTo("ABANDONED");
        assertThat(scene.traceOf(scene.regulator()))
                .as("nobody is said to have been rung")
                .noneMatch(key -> key.startsWith("attempt-started"));
        assertThat(scene.first().wasRung()).isFalse();
    }

    /** Behind an exchange that sends no sound while nobody speaks: the switch asks, and who answers is there. */
    @Test
    void whoSendsNoSoundIsAskedAndThePhysicianIsRung(Scene scene) {
        scene.first().picksUpAndPresses("1");
        Leg regulator =
                scene.regulator().offering(Media::silently).rings(scene.line()).isUp();
        scene.first().isRung();

        assertThat(regulator.timesAsked()).isPositive();
        regulator.hangUp();
    }

    @Test
    void whoKnowsTheTagsOfACallDoesNotTakeItsPlace(Scene scene) {
        scene.first().picksUpAndPresses("1");
        Leg nurse = scene.nurseRingsAndSaysWhoSheIs();
        Leg physician = scene.first().isRung().isUp();
        nurse.talksWith(physician);
        Leg intruder = scene.anotherNurse().rings(scene.line(), nurse.replaced());
        intruder.isOver();

        assertThat(intruder.status()).isEqualTo(401);
        nurse.talksWith(physician);
        nurse.hangUp();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 2_500})
    void aHangUpWithoutAKeyIsNoConversation(int millis, Scene scene) {
        assertNoConversation(millis, scene);
    }

    @ParameterizedTest
    @Whole
    @ValueSource(ints = {100, 900, 1_500, 4_000})
    void aHangUpWithoutAKeyIsNoConversationWheneverItComes(int millis, Scene scene) {
        assertNoConversation(millis, scene);
    }

    private static void assertNoConversation(int millis, Scene scene) {
        scene.first().picksUpAndHangsUpAfter(Duration.ofMillis(millis));
        scene.second().picksUpAndPresses("1");
        Leg nurse = scene.nurseRingsAndSaysWhoSheIs();
        Leg second = scene.second().isRung().isUp();
        nurse.talksWith(second);
        nurse.hangUp();

        assertThat(scene.attemptOf(scene.nurse(), 1).get("result").asText()).isEqualTo("NOT_CONFIRMED");
        assertThat(scene.traceOf(scene.nurse()))
                .filteredOn(key -> key.startsWith("bridged:"))
                .hasSize(1);
    }

    /** It is over at once for the caller, who would wait for twice the whisper. */
    @Test
    void aHangUpThatOvertookItsAnswerIsNotSpokenTo(Scene scene) {
        scene.first().does(Leg::picksUpAfterHavingHungUp);
        scene.second().picksUpAndPresses("1");
        Leg nurse = scene.nurseRingsAndSaysWhoSheIs();
        Leg second = scene.second().isRung();
        assertThat(Duration.between(scene.first().isRung().since(), second.since()))
                .isLessThan(Duration.ofSeconds(8));
        nurse.talksWith(second.isUp());
        nurse.hangUp();

        assertThat(scene.attemptOf(scene.nurse(), 1).get("result").asText()).isEqualTo("NOT_CONFIRMED");
    }

    /** Nor is the caller joined with nobody, for the minute and a half after which a dead network is found. */
    @Test
    void aLineWhoseHangUpOvertookItsAnswerIsNotTalkedWith(@WithFallback Scene scene) {
        scene.first().answers("486 Busy Here");
        scene.second().answers("486 Busy Here");
        scene.fallback().does(Leg::picksUpAfterHavingHungUp);
        Leg nurse = scene.nurseRingsAndSaysWhoSheIs();
        scene.fallback().isRung();
        scene.hears(scene.nurse(), "urgence-15");
        nurse.isOver();

        assertThat(scene.endingOf(scene.nurse())).isEqualTo("NOT_REACHED");
    }

    @Test
    void whoIsRungIsNotSpokenToForACallerWhoIsGone(Scene scene) {
        scene.first().picksUpAndPresses("1", Duration.ofSeconds(8));
        Leg nurse = scene.nurseRingsAndSaysWhoSheIs();
        Leg physician = scene.first().isRung().isUp();
        scene.isWhispered(scene.first(), "chuchotement-intro");
        nurse.hangUp();
        physician.isOver();

        assertThat(scene.whisperedTo(scene.first()))
                .filteredOn("chuchotement-intro"::equals)
                .hasSize(1);
        assertThat(scene.endingOf(scene.nurse())).isEqualTo("ABANDONED");
        assertThat(scene.attemptOf(scene.nurse(), 1).get("result").asText()).isEqualTo("CALLER_GONE");
        assertThat(scene.traceOf(scene.nurse())).noneMatch(key -> key.startsWith("bridged:"));
    }

    @Test
    void whoPressesOneAsTheCallerLeavesAnsweredNobody(Scene scene) {
        scene.first().picksUp();
        Leg nurse = scene.nurseRingsAndSaysWhoSheIs();
        Leg physician = scene.first().isRung().isUp();
        scene.isWhispered(scene.first(), "chuchotement-intro");
        nurse.hangUpAndIsHeard();
        physician.press("1");
        physician.isOver();

        assertThat(scene.endingOf(scene.nurse())).isEqualTo("ABANDONED");
    }

    @Test
    void theSearchGoesOnWhenTheTelephoneIsCutOffMomentsAfterTheKey(Scene scene) {
        scene.first().picksUpAndPresses("1");
        scene.second().picksUpAndPresses("1");
        Leg nurse = scene.nurseRingsAndSaysWhoSheIs();
        Leg first = scene.first().isRung().isUp();
        await().until(() -> nurse.heard(first));
        first.hangUp();
        Leg second = scene.second().isRung().isUp();
        nurse.talksWith(second);
        nurse.hangUp();

        assertThat(scene.heardBy(scene.nurse())).doesNotContain("au-revoir");
        assertThat(scene.endingOf(scene.nurse())).isEqualTo("ANSWERED");
        assertThat(scene.attemptOf(scene.nurse(), 1).get("result").asText()).isEqualTo("CUT_OFF");
        assertThat(scene.attemptOf(scene.nurse(), 2).get("result").asText()).isEqualTo("ACCEPTED");
    }

    @Test
    void neitherTheNextNorTheLineWhoIsCutOffMomentsAfterAnsweringEndsTheSearch(@WithFallback Scene scene) {
        scene.first().picksUpAndPresses("1");
        scene.second().picksUpAndPresses("1");
        scene.fallback().picksUp();
        Leg nurse = scene.nurseRingsAndSaysWhoSheIs();
        for (Person answering : List.of(scene.first(), scene.second(), scene.fallback())) {
            Leg leg = answering.isRung().isUp();
            await().until(() -> nurse.heard(leg));
            leg.hangUp();
        }
        scene.hears(scene.nurse(), "urgence-15");
        nurse.isOver();

        assertThat(scene.heardBy(scene.nurse())).containsSubsequence("personne", "transfert-secours", "urgence-15");
        assertThat(scene.endingOf(scene.nurse())).isEqualTo("NOT_REACHED");
    }

    @Test
    void tonesInTheSoundAreHeardOnBothSides(Scene scene) {
        scene.first().offering(Media::soundAlone).picksUp();
        Leg nurse =
                scene.nurse().offering(Media::soundAlone).rings(scene.line()).isUp();
        scene.hears(scene.nurse(), "qui-appelle");
        nurse.pressInTheSound('2');
        Leg physician = scene.first().isRung().isUp();
        scene.isWhispered(scene.first(), "chuchotement-intro");
        physician.pressInTheSound('1');
        nurse.talksWith(physician);
        nurse.hangUp();

        assertThat(scene.detailOf(scene.nurse()).get("profile").asText()).isEqualTo("NURSE");
        assertThat(scene.endingOf(scene.nurse())).isEqualTo("ANSWERED");
    }

    @Test
    void aFaxAdapterThatOffersAnImageBesideTheSoundIsHeardAndHears(Scene scene) {
        scene.first().picksUpAndPresses("1");
        Leg nurse =
                scene.nurse().offering(Media::soundAndImage).rings(scene.line()).isUp();
        scene.hears(scene.nurse(), "qui-appelle");
        nurse.press("2");
        nurse.talksWith(scene.first().isRung().isUp());
        nurse.hangUp();
        assertThat(scene.detailOf(scene.nurse()).get("profile").asText()).isEqualTo("NURSE");
    }

    @Test
    void whatIsOfferedIsCarriedOrRefusedAndNeverSilent(Scene scene) {
        List<String> carried = List.of(
                "m=audio PORT RTP/AVP 0",
                "m=audio PORT RTP/AVP 18 8",
                "m=audio PORT RTP/AVP 8|m=video 40002 RTP/AVP 97|a=rtpmap:97 H264/90000",
                "m=image 40002 udptl t38|m=audio PORT RTP/AVP 8",
                "m=audio PORT RTP/AVP 8|m=text 40004 RTP/AVP 98|a=rtpmap:98 t140/1000",
                "m=audio PORT RTP/AVP 8|m=application 40008 UDP/BFCP *");
        List<String> refused = List.of(
                "m=audio PORT RTP/AVP 9",
                "m=audio PORT RTP/AVP 18",
                "m=audio PORT RTP/AVP 96|a=rtpmap:96 opus/48000/2",
                "m=audio PORT RTP/SAVP 8",
                "m=audio PORT RTP/SAVPF 8",
                "m=video 40002 RTP/AVP 97|a=rtpmap:97 H264/90000",
                "m=image 40002 udptl t38",
                "m=audio 0 RTP/AVP 8");
        for (String lines : carried) {
            Leg nurse = scene.nurse()
                    .offering(media -> media.describe(lines))
                    .rings(scene.line())
                    .isUp();
            await(lines).until(() -> nurse.packetsHeard() > 10);
            nurse.hangUp();
        }
        for (String lines : refused) {
            Leg nurse = scene.nurse().offering(media -> media.describe(lines)).rings(scene.line());
            await(lines).until(() -> nurse.status() > 0);
            assertThat(nurse.status()).as(lines).isEqualTo(488);
        }
    }

    @Test
    void optionsOfANumberAreNoPartOfIt(Scene scene) {
        for (String dialled : List.of(
                scene.line() + ";npdi;rn=+33699999999",
                scene.line() + ";phone-context=+33",
                scene.line() + ";rn=+33699999999;npdi",
                scene.line().substring(1) + ";phone-context=+33")) {
            Person caller =
                    scene.someone(scene.nurse().number().replaceFirst("0$", Integer.toString(dialled.length() % 10)));
            Leg call = caller.rings(dialled).isUp();
            scene.hears(caller, "bienvenue");
            call.hangUp();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Privacy|id",
                "Privacy|user;id",
                "Remote-Party-ID|<sip:+33612345678@x>;party=calling;privacy=full",
            })
    void aNumberThatIsWithheldIsNotKept(String name, String value, Scene scene) {
        Leg nurse = scene.nurse().rings(scene.line(), new Header(name, value)).isUp();
        assertThat(scene.callersTold()).isEqualTo(List.of(""));
        nurse.hangUp();
    }

    @Test
    void anAnonymousCallersAssertedNumberIsNotKept(Scene scene) {
        Leg nurse = scene.someone("anonymous")
                .rings(scene.line(), new Header("P-Asserted-Identity", "<sip:+33612345678@x>"))
                .isUp();
        assertThat(scene.callersTold()).isEqualTo(List.of(""));
        nurse.hangUp();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Diversion|<sip:+33612345678@x>;privacy=full;reason=unconditional",
                "History-Info|<sip:+33612345678@x?Privacy=history>;index=1",
            })
    void aWithheldNumberOnTheWayIsNotKept(String name, String value, Scene scene) {
        Leg regulator =
                scene.regulator().rings(scene.line(), new Header(name, value)).isUp();
        assertThat(scene.callersTold()).isEqualTo(List.of(""));
        regulator.hangUp();
    }

    @Test
    void whatASamuTransfersToNoLineStaysWithIt(Scene scene) {
        scene.first().picksUpAndPresses("1");
        Leg regulator = scene.regulator().rings(scene.line()).isUp();
        Leg physician = scene.first().isRung().isUp();
        regulator.talksWith(physician);
        regulator.transfersTo("0399999999");
        await().until(() -> regulator.notified().contains("404"));

        regulator.talksWith(physician);
        regulator.hangUp();
    }

    @Test
    void aPhysicianWhoCallsTheLineIsNotRungForThemselves(Scene scene) {
        scene.second().picksUpAndPresses("1");
        Leg physician = scene.first().rings(scene.line()).isUp();
        scene.hears(scene.first(), "qui-appelle");
        physician.press("1");
        physician.talksWith(scene.second().isRung().isUp());
        physician.hangUp();

        assertThat(scene.first().calls()).hasSize(1);
        assertThat(scene.attemptOf(scene.first(), 1).get("result").asText()).isEqualTo("IS_CALLING");
    }

    @Test
    void aNumberThatCostsMoneyIsNotDialledWhoeverHasIt(Scene scene) {
        scene.firstHasNoNumberBut("+33899001122");
        Person dear = scene.someone("0899001122").picksUpAndPresses("1");
        scene.second().picksUpAndPresses("1");
        Leg nurse = scene.nurseRingsAndSaysWhoSheIs();
        nurse.talksWith(scene.second().isRung().isUp());
        nurse.hangUp();

        assertThat(scene.endingOf(scene.nurse())).isEqualTo("ANSWERED");
        assertThat(dear.wasRung()).isFalse();
        assertThat(scene.first().wasRung()).isFalse();
    }

    /** Not by the service, which names no such number: the switch itself, asked for one that is a line of ours. */
    @Test
    void theSwitchDialsNoLineOfOursWhoeverAsks(Scene scene) {
        Person fallback = scene.someone(scene.samuOfTheLine().number().replaceFirst("^032215", "032216"));
        scene.lineHas("fallback = '+33" + fallback.number().substring(1) + "'");
        for (Person person : List.of(scene.first(), fallback)) {
            scene.asterisk()
                    .cli("database put appui/dialled 33" + person.number().substring(1) + " "
                            + scene.line().replaceFirst("0", "33"));
        }
        scene.second().answers("486 Busy Here");
        Leg regulator = scene.regulator().rings(scene.line()).isUp();
        scene.hears(scene.regulator(), "urgence-15");
        regulator.hangUp();

        assertThat(scene.attemptOf(scene.regulator(), 1).get("result").asText()).isEqualTo("FORBIDDEN");
        assertThat(scene.first().wasRung()).isFalse();
        assertThat(fallback.wasRung()).isFalse();
    }

    @Test
    void aNumberThatCostsMoneyIsNotCalledBack(Scene scene) {
        scene.first().answers("486 Busy Here");
        scene.second().answers("486 Busy Here");
        Leg nurse = scene.nurseRingsAndSaysWhoSheIs();
        scene.hears(scene.nurse(), "rappel-meme-numero");
        nurse.press("0899001122#");
        scene.hears(scene.nurse(), "rappel-numero-refuse");
        nurse.press("0612345678#");
        scene.hears(scene.nurse(), "rappel-valider");
        nurse.press("1");
        scene.hears(scene.nurse(), "rappel-enregistre");
        nurse.hangUp();
    }

    /** Three call-backs to one number within an hour; who calls is put through all the same, and hears why there is no fourth. */
    @Test
    void aFourthCallBackToOneNumberIsRefusedAndSaid(Scene scene) {
        scene.first().answers("486 Busy Here");
        scene.second().answers("486 Busy Here");
        for (int call = 1; call <= 4; call++) {
            Person nurse = scene.someone(scene.nurse().number().replaceFirst("0$", Integer.toString(call)));
            Leg leg = nurse.rings(scene.line()).isUp();
            scene.hears(nurse, "qui-appelle");
            leg.press("2");
            scene.hears(nurse, "rappel-meme-numero");
            leg.press("0687654321#");
            scene.hears(nurse, "rappel-valider");
            leg.press("1");
            scene.hears(nurse, call < 4 ? "rappel-enregistre" : "rappel-trop-demande");
            leg.hangUp();
            assertThat(scene.attemptOf(nurse, 1).get("result").asText()).isEqualTo("BUSY");
        }
        Person last = scene.someone(scene.nurse().number().replaceFirst("0$", "4"));
        assertThat(scene.traceOnceItHas(last, "alerted:"))
                .contains("degraded:call-backs-of-number")
                .doesNotContain("call-back");
    }

    @Test
    void oneKeyThatComesTwoWaysIsOneKey(Scene scene) {
        Leg nurse = scene.nurseRings();
        scene.hears(scene.nurse(), "qui-appelle");
        nurse.pressBothWays("5");
        scene.hears(scene.nurse(), "choix-non-compris");
        nurse.pressBothWays("2");
        scene.first().isRung();
        nurse.hangUp();

        assertThat(scene.heardBy(scene.nurse()))
                .filteredOn("choix-non-compris"::equals)
                .hasSize(1);
        // the service tells what it decided, the switch that the call ended: either may be written first
        await("who called is told")
                .atMost(Duration.ofMinutes(1))
                .until(() ->
                        scene.detailOf(scene.nurse()).get("profile").asText().equals("NURSE"));
    }

    @Test
    void aNumberOfWhichEachKeyComesTwoWaysIsThatNumber(Scene scene) {
        scene.first().answers("486 Busy Here");
        scene.second().answers("486 Busy Here");
        Leg nurse = scene.nurseRingsAndSaysWhoSheIs();
        scene.hears(scene.nurse(), "rappel-meme-numero");
        nurse.pressBothWays("0612345678#");
        scene.hears(scene.nurse(), "rappel-valider");
        nurse.pressBothWays("1");
        scene.hears(scene.nurse(), "rappel-enregistre");
        nurse.hangUp();
        assertThat(scene.asterisk().heard().tells("call-back|0612345678")).isTrue();
    }

    private static void assertTheSecondAnswers(Scene scene, String result) {
        scene.second().picksUpAndPresses("1");
        Leg nurse = scene.nurseRingsAndSaysWhoSheIs();
        nurse.talksWith(scene.second().isRung().isUp());
        nurse.hangUp();
        assertThat(scene.attemptOf(scene.nurse(), 1).get("result").asText()).isEqualTo(result);
        assertThat(scene.endingOf(scene.nurse())).isEqualTo("ANSWERED");
    }
}
