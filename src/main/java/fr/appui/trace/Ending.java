package fr.appui.trace;

/** The terminal outcome of a call; every call has exactly one (domain §6, targets). */
public enum Ending {
    ANSWERED,
    NOT_REACHED,
    PUT_THROUGH_TO_FALLBACK,
    OUT_OF_HOURS,
    TURNED_AWAY,
    UNKNOWN_LINE,
    ABANDONED,
    FAILED
}
