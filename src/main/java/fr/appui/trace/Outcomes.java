package fr.appui.trace;

import fr.appui.directory.TerritoryCode;
import fr.appui.trace.OutcomeRules.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What physicians logged of their calls. */
public interface Outcomes {

    /** What came of an attempt to write. */
    sealed interface Writing {

        record Kept(OutcomeRevision revision) implements Writing {}

        record Refused(List<Refusal> refusals) implements Writing {
            public Refused {
                refusals = List.copyOf(refusals);
            }
        }

        /** Somebody else wrote since; what they wrote is to be shown before it is written over. */
        record ChangedMeanwhile(OutcomeRevision latest) implements Writing {}

        /** No physician answered such a call, and nobody declared it. */
        record NoSuchCall() implements Writing {}
    }

    /**
     * Adds a revision, one writer of a call at a time. A final outcome is corrected by another final one, never turned back into
     * a draft. What is there already word for word is kept as it is: an answer lost on a poor network makes a phone send twice.
     *
     * @param seen the revision the writer saw, 0 when there was none ({@link OutcomeRevision#yieldsTo}); empty, what is there is
     *     written over without a question
     */
    Writing write(CallId call, OptionalInt seen, OutcomeStatus status, Outcome outcome, String author);

    /** Declares a call outside the line, under an identifier of its own. */
    void declare(DeclaredCall call, String author);

    Optional<LoggableCall> call(CallId call);

    /** The revision that counts. */
    Optional<OutcomeRevision> latest(CallId call);

    /** First revision first. */
    List<OutcomeRevision> history(CallId call);

    Optional<DeclaredCall> declared(CallId call);

    /** Calls whose outcome this author validated since, the one validated last first. */
    List<LoggableCall> validatedBy(String author, Instant since, int most);

    /** What was validated of the territory's latest calls, whose number is bounded by {@code most}; in any order. */
    List<Outcome> recent(TerritoryCode territory, int most);

    /** Whether the coordinator of this call's territory opened the free text. */
    boolean noteAllowed(LoggableCall call);

    /** The lists a call of that moment is logged with. */
    Nomenclature nomenclatureFor(LoggableCall call);
}
