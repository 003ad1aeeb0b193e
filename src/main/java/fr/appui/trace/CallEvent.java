package fr.appui.trace;

import fr.appui.directory.PhoneNumber;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One fact about one call. Times are UTC with milliseconds. Within a call {@link #key()} tells facts apart: the same key
 * twice is the same fact seen by two witnesses (decision and switch, or live and rebuilt), and only the first is kept.
 */
public sealed interface CallEvent {

    CallId call();

    Instant at();

    /** Unique within the call, at most 64 characters. */
    String key();

    /**
     * @param dialled as the switch received it, digits only
     * @param territory empty for an unknown line
     * @param caller kept apart from the event and erased after a set time; empty when withheld
     */
    record Received(
            CallId call,
            Instant at,
            String dialled,
            Optional<TerritoryCode> territory,
            Origin origin,
            Optional<PhoneNumber> caller)
            implements CallEvent {
        @Override
        public String key() {
            return "received";
        }
    }

    record ProfileChosen(CallId call, Instant at, Profile profile) implements CallEvent {
        @Override
        public String key() {
            return "profile";
        }
    }

    /** Outside the hours. @param nextOpening when the line opens next, if a perimeter is in force */
    record FoundClosed(CallId call, Instant at, Optional<Instant> nextOpening) implements CallEvent {
        @Override
        public String key() {
            return "closed";
        }
    }

    /** The ladder was fixed for this call. @param rungs 0 when nobody is rostered; @param reason French, from the rota */
    record LadderOpened(CallId call, Instant at, LocalDate dutyDate, int rungs, String reason) implements CallEvent {
        @Override
        public String key() {
            return "ladder";
        }
    }

    /** @param attempt first attempt of the call is 1; @param ring how long it may ring */
    record AttemptStarted(CallId call, Instant at, int attempt, int rung, PhysicianId physician, Duration ring)
            implements CallEvent {
        @Override
        public String key() {
            return "attempt-started:" + attempt;
        }
    }

    /** @param cause the Q.850 hang-up cause of the physician's leg; 0 when there was none */
    record AttemptEnded(CallId call, Instant at, int attempt, AttemptResult result, int cause) implements CallEvent {
        @Override
        public String key() {
            return "attempt-ended:" + attempt;
        }
    }

    /** Two people hear each other. @param leg the switch's id of the leg that joined the caller */
    record Bridged(CallId call, Instant at, String leg) implements CallEvent {
        @Override
        public String key() {
            return "bridged:" + leg;
        }
    }

    record Unbridged(CallId call, Instant at, String leg) implements CallEvent {
        @Override
        public String key() {
            return "unbridged:" + leg;
        }
    }

    /** The neighbouring territory whose duty is rung from now on. */
    record ReliefCalled(CallId call, Instant at, TerritoryCode territory) implements CallEvent {
        @Override
        public String key() {
            return "relief:" + territory;
        }
    }

    /**
     * Who was on the line handed the call over and left; caller and physician stay.
     *
     * @param leg the switch's id of the leg that stays in place of the one that left
     * @param consultation the trace of the call in which it was announced, where that has one of its own
     */
    record Transferred(CallId call, Instant at, TransferKind kind, String leg, Optional<CallId> consultation)
            implements CallEvent {
        @Override
        public String key() {
            return "transferred:" + leg;
        }
    }

    /** The physician calls the SAMU into the conversation. @param leg the switch's id of that leg */
    record SamuAsked(CallId call, Instant at, String leg) implements CallEvent {
        @Override
        public String key() {
            return "samu-asked:" + leg;
        }
    }

    /** The SAMU is in the conversation. */
    record SamuJoined(CallId call, Instant at, String leg) implements CallEvent {
        @Override
        public String key() {
            return "samu-joined:" + leg;
        }
    }

    /** The SAMU is no longer in the conversation, or never was. @param cause Q.850 of its leg, 0 when there was none */
    record SamuLeft(CallId call, Instant at, String leg, int cause) implements CallEvent {
        @Override
        public String key() {
            return "samu-left:" + leg;
        }
    }

    /** No rung was left. */
    record NobodyReached(CallId call, Instant at) implements CallEvent {
        @Override
        public String key() {
            return "nobody";
        }
    }

    /** The caller is being put through to another line. */
    record PutThrough(CallId call, Instant at, Destination destination) implements CallEvent {
        @Override
        public String key() {
            return "put-through:" + destination;
        }
    }

    /** @param answered whether the other line answered; @param cause Q.850 of that leg, 0 when there was none */
    record PutThroughEnded(CallId call, Instant at, Destination destination, boolean answered, int cause)
            implements CallEvent {
        @Override
        public String key() {
            return "put-through-ended:" + destination;
        }
    }

    /** The caller asked to be called back. @param number kept apart from the event, like a caller's number */
    record CallBackAsked(CallId call, Instant at, Optional<PhoneNumber> number) implements CallEvent {
        @Override
        public String key() {
            return "call-back";
        }
    }

    /**
     * The caller is being called back: the physician is rung first, then the caller.
     *
     * @param attempt first attempt of the call-back is 1
     */
    record CallBackStarted(CallId call, Instant at, int attempt, PhysicianId physician) implements CallEvent {
        @Override
        public String key() {
            return "call-back-started:" + attempt;
        }
    }

    /** The two hear each other. */
    record CallBackJoined(CallId call, Instant at, int attempt) implements CallEvent {
        @Override
        public String key() {
            return "call-back-joined:" + attempt;
        }
    }

    /** @param cause Q.850 of the leg that was not reached, 0 when there was none */
    record CallBackEnded(CallId call, Instant at, int attempt, CallBackResult result, int cause) implements CallEvent {
        @Override
        public String key() {
            return "call-back-ended:" + attempt;
        }
    }

    /** Nobody will be rung for this call-back any more. */
    record CallBackClosed(CallId call, Instant at, CallBackClosing closing) implements CallEvent {
        @Override
        public String key() {
            return "call-back-closed";
        }
    }

    /**
     * Somebody was told of the call otherwise than by telephone.
     *
     * @param alert identifier of the message; @param physician empty for the coordination
     * @param sent whether it could be sent in the end
     */
    record Alerted(
            CallId call, Instant at, String alert, AlertChannel channel, Optional<PhysicianId> physician, boolean sent)
            implements CallEvent {
        @Override
        public String key() {
            return "alerted:" + alert;
        }
    }

    /** Something of ours broke and the call went another way. @param problem an English code, no data of the call */
    record Degraded(CallId call, Instant at, String problem) implements CallEvent {
        @Override
        public String key() {
            return "degraded:" + problem;
        }
    }

    /** The last leg is gone. @param cause Q.850 of the caller's leg */
    record Ended(CallId call, Instant at, Ending ending, int cause) implements CallEvent {
        @Override
        public String key() {
            return "ended";
        }
    }
}
