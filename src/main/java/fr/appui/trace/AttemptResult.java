package fr.appui.trace;

/** How ringing one physician ended. Only {@link #ACCEPTED} is a human who pressed 1 (domain §6.4). */
public enum AttemptResult {
    ACCEPTED,
    PASSED,
    NOT_CONFIRMED,
    NO_ANSWER,
    BUSY,
    REFUSED,
    UNREACHABLE,
    CALLER_GONE
}
