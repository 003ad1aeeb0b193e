package fr.appui.trace;

/** A physician may not have been told: not knowing is an answer of its own, never a no. */
public enum EligibilityAnswer {
    YES,
    NO,
    NOT_KNOWN
}
