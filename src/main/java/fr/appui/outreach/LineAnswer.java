package fr.appui.outreach;

import java.util.UUID;

/** Fired when a check of a line is over. */
public record LineAnswer(UUID check, Outcome outcome) {

    public enum Outcome {
        /** A human pressed 1. */
        CONFIRMED,
        UNCONFIRMED,
        /** Nobody was rung: callers had what the trunk carries. */
        NO_ROOM
    }

    boolean confirmed() {
        return outcome == Outcome.CONFIRMED;
    }
}
