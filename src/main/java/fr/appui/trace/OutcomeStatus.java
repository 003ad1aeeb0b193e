package fr.appui.trace;

/** A draft may be left and taken up again; a final outcome is counted, transmitted, and changes only by correction. */
public enum OutcomeStatus {
    DRAFT,
    FINAL
}
