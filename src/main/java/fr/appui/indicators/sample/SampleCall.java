package fr.appui.indicators.sample;

import fr.appui.trace.CallEvent;
import fr.appui.trace.CallId;
import fr.appui.trace.Outcome;
import fr.appui.trace.OutcomeStatus;
import java.util.List;
import java.util.Optional;

/** @param logged what the physician logged, if they did */
public record SampleCall(CallId id, List<CallEvent> events, Optional<Logged> logged) {

    public record Logged(OutcomeStatus status, Outcome outcome) {}

    public SampleCall {
        events = List.copyOf(events);
    }
}
