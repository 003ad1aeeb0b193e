package fr.appui.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.PhysicianId;
import fr.appui.trace.CallBackResult;
import fr.appui.trace.CallEvent;
import fr.appui.trace.CallEvent.CallBackEnded;
import fr.appui.trace.CallEvent.CallBackJoined;
import fr.appui.trace.CallEvent.CallBackStarted;
import fr.appui.trace.CallId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CallBackFoldTest {

    private static final CallId CALL = new CallId("lab-100.0");
    private static final String REFERENCE = "lab-100.0|2|" + new UUID(0, 1);

    private final CelFolds folds = new CelFolds("lab", (dialled, at) -> Optional.empty());
    private final List<CallEvent> events = new ArrayList<>();
    private Optional<CallFold> fold = Optional.empty();
    private long millis;

    @Test
    void itBelongsToTheCallThatItAnswersAndNotToItsOwnChannels() {
        stated("call-back-started|" + REFERENCE);
        stated("call-back-accepted|" + REFERENCE);
        stated("call-back-joined|" + REFERENCE);
        record("LINKEDID_END", "");
        assertThat(events)
                .containsExactly(
                        new CallBackStarted(CALL, at(1), 2, new PhysicianId(new UUID(0, 1))),
                        new CallBackJoined(CALL, at(3), 2),
                        new CallBackEnded(CALL, at(4), 2, CallBackResult.JOINED, 0));
        assertThat(fold.orElseThrow().isOver()).isTrue();
    }

    @Test
    void whatTheDialplanSaysOfTheEndIsNotSaidAgain() {
        stated("call-back-started|" + REFERENCE);
        stated("call-back-ended|" + REFERENCE + "|PHYSICIAN_NOT_REACHED|19");
        record("LINKEDID_END", "");
        assertThat(events)
                .hasSize(2)
                .last()
                .isEqualTo(new CallBackEnded(CALL, at(2), 2, CallBackResult.PHYSICIAN_NOT_REACHED, 19));
    }

    @Test
    void aPhysicianWhoHangsUpWhileTheCallerIsRungIsNotACallerWhoDidNotAnswer() {
        stated("call-back-started|" + REFERENCE);
        stated("call-back-accepted|" + REFERENCE);
        record("LINKEDID_END", "");
        assertThat(events).last().isEqualTo(new CallBackEnded(CALL, at(3), 2, CallBackResult.PHYSICIAN_DECLINED, 0));
    }

    @Test
    void nobodyIsBlamedForWhatTheSwitchTookWithItAfterThePhysicianAccepted() {
        stated("call-back-started|" + REFERENCE);
        stated("call-back-accepted|" + REFERENCE);
        events.addAll(fold.orElseThrow().cutOff(List.copyOf(events), at(9)));
        assertThat(events).last().isEqualTo(new CallBackEnded(CALL, at(9), 2, CallBackResult.FAILED, 0));
    }

    @Test
    void anAttemptThatTheSwitchTookWithItFailed() {
        stated("call-back-started|" + REFERENCE);
        events.addAll(fold.orElseThrow().cutOff(List.copyOf(events), at(9)));
        assertThat(events).last().isEqualTo(new CallBackEnded(CALL, at(9), 2, CallBackResult.FAILED, 0));
    }

    @Test
    void whatIsNotOursBeginsNothing() {
        stated("call-back-started|lab-100.0|two|someone");
        assertThat(fold).isEmpty();
        assertThat(events).isEmpty();
    }

    private void stated(String fact) {
        record(CelRecord.SEEN, "{\"extra\":\"" + fact + "\"}");
    }

    private void record(String type, String extra) {
        millis++;
        var record = new CelRecord(type, at(millis), "200.1", "200.0", extra);
        fold = fold.or(() -> folds.begunBy(record));
        fold.ifPresent(known -> events.addAll(known.accept(record)));
    }

    private static Instant at(long millis) {
        return Instant.ofEpochMilli(millis);
    }
}
