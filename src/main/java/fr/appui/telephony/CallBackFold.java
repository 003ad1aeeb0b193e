package fr.appui.telephony;

import fr.appui.directory.PhysicianId;
import fr.appui.trace.CallBackResult;
import fr.appui.trace.CallEvent;
import fr.appui.trace.CallEvent.CallBackEnded;
import fr.appui.trace.CallEvent.CallBackJoined;
import fr.appui.trace.CallEvent.CallBackStarted;
import fr.appui.trace.CallId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One attempt to call somebody back (extensions-outreach.conf), folded into events of the call that it answers. What the
 * dialplan could not state because a leg hung up is said at the last leg's end.
 */
final class CallBackFold implements CallFold {

    private enum Stage {
        RINGING_PHYSICIAN,
        RINGING_CALLER,
        JOINED,
        OVER
    }

    private final CallId call;
    private final int attempt;
    private final PhysicianId physician;
    private Stage stage = Stage.RINGING_PHYSICIAN;
    private boolean told;

    private CallBackFold(CallId call, int attempt, PhysicianId physician) {
        this.call = call;
        this.attempt = attempt;
        this.physician = physician;
    }

    /** @param started the fact with which the dialplan begins; empty when it is not as ours are */
    static Optional<CallFold> of(String started) {
        try {
            List<String> fields = Wire.parse(started);
            return Optional.of(new CallBackFold(
                    new CallId(fields.get(1)), Integer.parseInt(fields.get(2)), PhysicianId.parse(fields.get(3))));
        } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public boolean isOver() {
        return stage == Stage.OVER;
    }

    @Override
    public List<CallEvent> accept(CelRecord record) {
        if (stage == Stage.OVER) {
            return List.of();
        }
        return record.type().equals("LINKEDID_END")
                ? end(record.at(), CallBackResult.PHYSICIAN_DECLINED)
                : record.stated()
                        .map(fact -> state(Wire.parse(fact), record.at()))
                        .orElse(List.of());
    }

    @Override
    public List<CallEvent> cutOff(List<CallEvent> given, Instant last) {
        return end(last, CallBackResult.FAILED);
    }

    private List<CallEvent> state(List<String> fields, Instant at) {
        return switch (fields.getFirst()) {
            case "call-back-started" -> List.of(new CallBackStarted(call, at, attempt, physician));
            case "call-back-accepted" -> {
                stage = Stage.RINGING_CALLER;
                yield List.of();
            }
            case "call-back-joined" -> {
                stage = Stage.JOINED;
                yield List.of(new CallBackJoined(call, at, attempt));
            }
            case "call-back-ended" -> {
                told = true;
                yield List.of(ended(CallBackResult.valueOf(fields.get(4)), at, Integer.parseInt(fields.get(5))));
            }
            default -> List.of();
        };
    }

    /** @param unjoined how it ended where the physician had accepted and nobody was joined: by their hanging up, or by the switch */
    private List<CallEvent> end(Instant at, CallBackResult unjoined) {
        CallBackResult result = switch (stage) {
            case JOINED -> CallBackResult.JOINED;
            case RINGING_CALLER -> unjoined;
            case RINGING_PHYSICIAN, OVER -> CallBackResult.FAILED;
        };
        boolean known = told || stage == Stage.OVER;
        stage = Stage.OVER;
        return known ? List.of() : List.of(ended(result, at, 0));
    }

    private CallBackEnded ended(CallBackResult result, Instant at, int cause) {
        return new CallBackEnded(call, at, attempt, result, cause);
    }
}
