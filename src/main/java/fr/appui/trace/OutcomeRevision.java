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
        Instant at) {

    /**
     * Whether a writer who last saw revision {@code seen} may write after this one without being shown it first. Of one
     * author the later write counts, as on two phones of theirs; but a draft kept on a phone never undoes what they validated
     * meanwhile, and what somebody else wrote is shown before it is written over.
     */
    public boolean yieldsTo(int seen, String writer, OutcomeStatus written) {
        return number == seen
                || author.equals(writer) && (status == OutcomeStatus.DRAFT || written == OutcomeStatus.FINAL);
    }

    /** Whether this is what is being written: an answer lost on a poor network makes a phone send it twice. */
    public boolean says(OutcomeStatus written, Outcome same) {
        return status == written && outcome.equals(same);
    }
}
