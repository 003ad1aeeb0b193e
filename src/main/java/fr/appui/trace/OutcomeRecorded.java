package fr.appui.trace;

/** Told inside the transaction that kept a revision, or that declared a call. */
public record OutcomeRecorded(CallId call) {}
