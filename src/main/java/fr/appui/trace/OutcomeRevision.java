package fr.appui.trace;

import java.time.Instant;

/**
 * One state of a call's outcome. Revisions are only ever added: the last one counts, the earlier ones are its history.
 *
 * @param number first revision is 1
 * @param author who wrote it, as signed in
 */
public record OutcomeRevision(
        CallId call,
        int number,
        OutcomeStatus status,
        String nomenclature,
        Outcome outcome,
        String author,
        Instant at) {}
