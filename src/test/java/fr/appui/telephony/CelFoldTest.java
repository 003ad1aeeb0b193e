package fr.appui.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.PhoneNumber;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.trace.AttemptResult;
import fr.appui.trace.CallEvent;
import fr.appui.trace.CallEvent.AttemptEnded;
import fr.appui.trace.CallEvent.AttemptStarted;
import fr.appui.trace.CallEvent.Bridged;
import fr.appui.trace.CallEvent.Ended;
import fr.appui.trace.CallEvent.PutThroughEnded;
import fr.appui.trace.CallEvent.Received;
import fr.appui.trace.CallEvent.Unbridged;
import fr.appui.trace.CallId;
import fr.appui.trace.Destination;
import fr.appui.trace.Ending;
import fr.appui.trace.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The records are those that Asterisk 22 writes, shortened to what is read of them. */
class CelFoldTest {

    private static final CallId CALL = new CallId("lab-100.0");
    private static final String CALLER = "100.0";
    private static final String PHYSICIAN = "100.2";
    private static final String SECOND = "00000000-0000-0000-0000-000000000002";

    private final CelFold fold = new CelFold(CALL, (dialled, at) -> Optional.of(new TerritoryCode("HDF-OISE")));
    private final List<CallEvent> events = new ArrayList<>();
    private long millis;

    @Test
    void aCallThatIsAnsweredIsToldFromArrivalToEnd() {
        stated(CALLER, "arrived|0344000001|PUBLIC|0612000001");
        stated(CALLER, "attempt-started|1|1|" + SECOND + "|20");
        stated(PHYSICIAN, "attempt-ended|1|ACCEPTED|0");
        bridge("BRIDGE_ENTER", PHYSICIAN);
        bridge("BRIDGE_ENTER", CALLER);
        bridge("BRIDGE_EXIT", CALLER);
        bridge("BRIDGE_EXIT", PHYSICIAN);
        hangUp(PHYSICIAN, 16);
        hangUp(CALLER, 16);
        end();

        assertThat(events)
                .extracting(CallEvent::key)
                .containsExactly(
                        "received",
                        "attempt-started:1",
                        "attempt-ended:1",
                        "bridged:100.2",
                        "unbridged:100.2",
                        "ended");
        assertThat(events.getFirst())
                .isEqualTo(new Received(
                        CALL,
                        at(1),
                        "0344000001",
                        Optional.of(new TerritoryCode("HDF-OISE")),
                        Origin.PUBLIC,
                        Optional.of(new PhoneNumber("+33612000001"))));
        assertThat(events.get(3)).isEqualTo(new Bridged(CALL, at(5), PHYSICIAN));
        assertThat(events.get(4)).isEqualTo(new Unbridged(CALL, at(6), PHYSICIAN));
        assertThat(events.getLast()).isEqualTo(new Ended(CALL, at(10), Ending.ANSWERED, 16));
        assertThat(fold.isOver()).isTrue();
    }

    @Test
    void aCallReadAfterwardsBelongsToTheLineThatAnsweredWhenItCame() {
        var oise = new TerritoryCode("HDF-OISE");
        Instant joined = at(1).plusMillis(1);
        var later = new CelFold(
                CALL, (dialled, at) -> Optional.of(at.isBefore(joined) ? oise : new TerritoryCode("HDF-SOMME")));
        var arrived =
                new CelRecord(CelRecord.SEEN, at(1), CALLER, CALLER, "{\"extra\":\"arrived|0344000001|PUBLIC|\"}");
        assertThat(later.accept(arrived))
                .singleElement()
                .satisfies(event -> assertThat(((Received) event).territory()).contains(oise));
    }

    @Test
    void whoLeavesAConversationThatTheyEnteredAsAnotherCallIsNoObstacle() {
        stated(CALLER, "arrived|0344000001|PUBLIC|");
        bridge("BRIDGE_EXIT", PHYSICIAN);
        hangUp(CALLER, 16);
        end();
        assertThat(events).extracting(CallEvent::key).containsExactly("received", "ended");
    }

    @Test
    void anAttemptBeginsWhenItRingsAndNotWhenItWasDecided() {
        stated(CALLER, "arrived|0344000001|PUBLIC|");
        accept(CelRecord.DECIDED, CALLER, "{\"extra\":\"attempt-started|1|1|" + SECOND + "|20\"}");
        millis = 19_000;
        stated(CALLER, "ringing|1");
        assertThat(events.getLast())
                .isEqualTo(
                        new AttemptStarted(CALL, at(19_001), 1, 1, PhysicianId.parse(SECOND), Duration.ofSeconds(20)));
    }

    /** As the static ladder states them, so that the telephone rings the sooner. */
    @Test
    void factsThatAreStatedTogetherAreToldOneByOne() {
        stated(CALLER, "arrived|0344000001|SAMU|");
        stated(CALLER, "degraded|service-unavailable~ladder|2026-11-22|2~attempt-started|1|1|" + SECOND + "|20");
        assertThat(events)
                .extracting(CallEvent::key)
                .containsExactly("received", "degraded:service-unavailable", "ladder", "attempt-started:1");
    }

    @Test
    void aCallerWhoHangsUpDuringTheAnnouncementRangNobody() {
        stated(CALLER, "arrived|0344000001|PUBLIC|");
        accept(CelRecord.DECIDED, CALLER, "{\"extra\":\"attempt-started|1|1|" + SECOND + "|20\"}");
        hangUp(CALLER, 16);
        end();
        assertThat(events).extracting(CallEvent::key).containsExactly("received", "ended");
    }

    @Test
    void aCallerWhoHangsUpWhileItRingsEndsTheAttemptAndAbandonsTheCall() {
        stated(CALLER, "arrived|0344000001|PUBLIC|");
        stated(CALLER, "attempt-started|1|1|" + SECOND + "|20");
        hangUp(CALLER, 16);
        hangUp(PHYSICIAN, 16);
        end();
        assertThat(events.get(2)).isEqualTo(new AttemptEnded(CALL, at(3), 1, AttemptResult.CALLER_GONE, 0));
        assertEnding(Ending.ABANDONED);
    }

    @Test
    void aPhysicianWhoPressedOneTooLateIsNotAnAnswer() {
        stated(CALLER, "arrived|0344000001|PUBLIC|");
        stated(CALLER, "attempt-started|1|1|" + SECOND + "|20");
        hangUp(CALLER, 16);
        stated(PHYSICIAN, "attempt-ended|1|ACCEPTED|0");
        end();
        assertEnding(Ending.ABANDONED);
    }

    @Test
    void whoIsInABridgeWithoutHavingAcceptedTalksWithNobody() {
        stated(CALLER, "arrived|0344000001|PUBLIC|");
        stated(CALLER, "attempt-started|1|1|" + SECOND + "|20");
        bridge("BRIDGE_ENTER", PHYSICIAN);
        bridge("BRIDGE_ENTER", CALLER);
        bridge("BRIDGE_EXIT", CALLER);
        stated(CALLER, "attempt-ended|1|NOT_CONFIRMED|16");
        hangUp(CALLER, 16);
        end();
        assertThat(events).extracting(CallEvent::key).noneMatch(key -> key.startsWith("bridged"));
        assertEnding(Ending.ABANDONED);
    }

    @Test
    void aLineThatWasLeftBeforeItWasJoinedIsNoAnswer() {
        stated(CALLER, "arrived|0344000001|PUBLIC|");
        stated(CALLER, "nobody");
        stated(CALLER, "put-through|FALLBACK_LINE");
        stated(PHYSICIAN, "put-through-ended|FALLBACK_LINE|1|0");
        hangUp(CALLER, 16);
        end();
        assertThat(events).contains(new PutThroughEnded(CALL, at(6), Destination.FALLBACK_LINE, false, 0));
        assertEnding(Ending.NOT_REACHED);
    }

    @Test
    void whoWasCutOffAnsweredNobody() {
        stated(CALLER, "arrived|0344000001|PUBLIC|");
        stated(CALLER, "attempt-started|1|1|" + SECOND + "|20");
        stated(PHYSICIAN, "attempt-ended|1|ACCEPTED|0");
        bridge("BRIDGE_ENTER", PHYSICIAN);
        bridge("BRIDGE_ENTER", CALLER);
        bridge("BRIDGE_EXIT", PHYSICIAN);
        bridge("BRIDGE_EXIT", CALLER);
        stated(CALLER, "cut-off|1");
        stated(CALLER, "nobody");
        hangUp(CALLER, 16);
        end();
        assertEnding(Ending.NOT_REACHED);
    }

    @Test
    void whoWasCutOffBeforeTheyWereJoinedIsToldSo() {
        stated(CALLER, "arrived|0344000001|PUBLIC|");
        stated(CALLER, "attempt-started|1|1|" + SECOND + "|20");
        stated(PHYSICIAN, "attempt-ended|1|ACCEPTED|0");
        stated(CALLER, "cut-off|1");
        assertThat(events.getLast()).isEqualTo(new AttemptEnded(CALL, at(4), 1, AttemptResult.CUT_OFF, 0));
    }

    @Test
    void nobodyReachedStaysSoWhenTheCallerHangsUpOnTheQuestion() {
        stated(CALLER, "arrived|0344000001|PUBLIC|");
        stated(CALLER, "ladder|2026-11-22|0");
        stated(CALLER, "nobody");
        hangUp(CALLER, 16);
        end();
        assertEnding(Ending.NOT_REACHED);
    }

    @Test
    void whatTheDecisionLedToIsTheEndingOfACallWithoutTalk() {
        stated(CALLER, "arrived|0344000001|PUBLIC|");
        accept(CelRecord.DECIDED, CALLER, "{\"extra\":\"profile|PATIENT_OR_FAMILY~finished|TURNED_AWAY\"}");
        hangUp(CALLER, 16);
        end();
        assertThat(events).extracting(CallEvent::key).containsExactly("received", "profile", "ended");
        assertEnding(Ending.TURNED_AWAY);
    }

    @Test
    void talkWithTheFallbackLineIsNotAPhysiciansAnswer() {
        stated(CALLER, "arrived|0344000001|PUBLIC|");
        stated(CALLER, "nobody");
        stated(CALLER, "put-through|FALLBACK_LINE");
        stated(PHYSICIAN, "put-through-ended|FALLBACK_LINE|1|0");
        bridge("BRIDGE_ENTER", PHYSICIAN);
        bridge("BRIDGE_ENTER", CALLER);
        end();
        assertEnding(Ending.PUT_THROUGH_TO_FALLBACK);
    }

    @Test
    void aFactThatCannotBeReadIsToldAndHidesNoOther() {
        stated(CALLER, "arrived|0344000001|PUBLIC|");
        stated(CALLER, "attempt-started|one~nobody~dance");
        end();
        assertThat(events)
                .extracting(CallEvent::key)
                .containsExactly("received", "degraded:unreadable-fact", "nobody", "degraded:unknown-fact", "ended");
    }

    @Test
    void callsOnOneSwitchAreKeptApartAndForgottenWhenOver() {
        CelCalls calls = new CelCalls("lab", (dialled, at) -> Optional.empty());
        for (String call : List.of("1.1", "2.2")) {
            calls.accept(new CelRecord(CelRecord.SEEN, at(1), call, call, "{\"extra\":\"arrived|15|SAMU|\"}"));
        }
        assertThat(calls.accept(new CelRecord("LINKEDID_END", at(2), "1.1", "1.1", "")))
                .containsExactly(new Ended(new CallId("lab-1.1"), at(2), Ending.ABANDONED, 0));
        assertThat(calls.underWay()).isEqualTo(1);
        assertThat(calls.accept(new CelRecord("HANGUP", at(2), "9.9", "9.9", "")))
                .isEmpty();
    }

    @Test
    void whatTheServiceDecidedIsNotRecordedTwiceLive() {
        CelCalls calls = new CelCalls("lab", (dialled, at) -> Optional.empty());
        calls.acceptLive(new CelRecord(CelRecord.SEEN, at(1), "1.1", "1.1", "{\"extra\":\"arrived|15|SAMU|\"}"));
        assertThat(calls.acceptLive(new CelRecord(
                        CelRecord.DECIDED, at(2), "1.1", "1.1", "{\"extra\":\"nobody~finished|NOT_REACHED\"}")))
                .isEmpty();
        assertThat(calls.acceptLive(new CelRecord("LINKEDID_END", at(3), "1.1", "1.1", "")))
                .containsExactly(new Ended(new CallId("lab-1.1"), at(3), Ending.NOT_REACHED, 0));
    }

    private void assertEnding(Ending ending) {
        assertThat(events.getLast())
                .isInstanceOfSatisfying(
                        Ended.class, end -> assertThat(end.ending()).isEqualTo(ending));
    }

    private void stated(String channel, String fact) {
        accept(CelRecord.SEEN, channel, "{\"extra\":\"" + fact + "\"}");
    }

    private void bridge(String type, String channel) {
        accept(type, channel, "{\"bridge_id\":\"634e4c86\",\"bridge_technology\":\"simple_bridge\"}");
    }

    private void hangUp(String channel, int cause) {
        accept("HANGUP", channel, "{\"hangupcause\":" + cause + ",\"hangupsource\":\"\",\"dialstatus\":\"\"}");
    }

    private void end() {
        accept("LINKEDID_END", CALLER, "");
    }

    private void accept(String type, String channel, String extra) {
        events.addAll(fold.accept(new CelRecord(type, at(++millis), channel, CALLER, extra)));
    }

    private static Instant at(long millis) {
        return Instant.ofEpochMilli(millis);
    }
}
