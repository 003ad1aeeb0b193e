package fr.appui.trace.store;

/** Fired after a commit: calls have something new, and the outbox too. */
public record CallsStored() {}
