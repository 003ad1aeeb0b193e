package fr.appui.trace;

import fr.appui.directory.TerritoryCode;
import fr.appui.trace.OutcomeRules.Refusal;
import java.util.List;
import java.util.Optional;

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

        /** No physician answered such a call, and nobody declared it. */
        record NoSuchCall() implements Writing {}
    }

    /** Adds a revision. A final outcome is corrected by another final one, never turned back into a draft. */
    Writing write(CallId call, OutcomeStatus status, Outcome outcome, String author);

    /** Declares a call outside the line, under an identifier of its own. */
    void declare(DeclaredCall call, String author);

    Optional<LoggableCall> call(CallId call);

    /** The revision that counts. */
    Optional<OutcomeRevision> latest(CallId call);

    /** First revision first. */
    List<OutcomeRevision> history(CallId call);

    Optional<DeclaredCall> declared(CallId call);

    /** What was validated of the territory's latest calls, whose number is bounded by {@code most}; in any order. */
    List<Outcome> recent(TerritoryCode territory, int most);

    /** Whether the coordinator of this call's territory opened the free text. */
    boolean noteAllowed(LoggableCall call);

    /** The lists a call of that moment is logged with. */
    Nomenclature nomenclatureFor(LoggableCall call);
}
