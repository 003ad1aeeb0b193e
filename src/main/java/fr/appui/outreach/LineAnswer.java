package fr.appui.outreach;

import fr.appui.trace.AttemptResult;
import java.util.Optional;
import java.util.UUID;

/** Fired when a check of a line is over. @param result how ringing ended, where the switch tells it */
public record LineAnswer(UUID check, Outcome outcome, Optional<AttemptResult> result) {

    public enum Outcome {
        /** A human pressed 1. */
        CONFIRMED,
        UNCONFIRMED,
        /** Nobody was rung: callers had what the trunk carries, or who was to be rung was in a call of ours. */
        NO_ROOM,
        /** Ours or the operator's doing, and not the physician's. */
        FAILED
    }

    boolean confirmed() {
        return outcome == Outcome.CONFIRMED;
    }
}
