package fr.appui.indicators;

import fr.appui.trace.Outcome;
import fr.appui.trace.OutcomeStatus;
import java.util.Optional;

/** One call as every indicator sees it: what the trace says and what the physician logged. */
public record CountedCall(CallFacts facts, Optional<Logged> logged) {

    /** @param nomenclature the version the codes belong to */
    public record Logged(OutcomeStatus status, String nomenclature, Outcome outcome) {}

    public static CountedCall unlogged(CallFacts facts) {
        return new CountedCall(facts, Optional.empty());
    }

    public CountedCall logged(OutcomeStatus status, String nomenclature, Outcome outcome) {
        return new CountedCall(facts, Optional.of(new Logged(status, nomenclature, outcome)));
    }

    /** Only a final outcome is counted: a draft may still change. */
    Optional<Logged> counted() {
        return logged.filter(outcome -> outcome.status() == OutcomeStatus.FINAL);
    }
}
