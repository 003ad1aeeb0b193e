package fr.appui.trace;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Pairs each attempt's start with how it ended. The switch tells of an accepted one only after the talk: its ringing ends at the bridge. */
final class Attempts {

    private final List<CallEvent> events;
    private final List<Span> talks;
    private final Instant end;

    Attempts(List<CallEvent> events, List<Span> talks, Instant end) {
        this.events = events;
        this.talks = talks;
        this.end = end;
    }

    /** As they were made: what two witnesses tell of a call may bear times of two clocks. */
    List<Attempt> list() {
        return events.stream()
                .filter(CallEvent.AttemptStarted.class::isInstance)
                .map(CallEvent.AttemptStarted.class::cast)
                .sorted(Comparator.comparingInt(CallEvent.AttemptStarted::attempt))
                .map(this::attempt)
                .toList();
    }

    private Attempt attempt(CallEvent.AttemptStarted started) {
        Optional<CallEvent.AttemptEnded> ended = ended(started.attempt());
        Instant givenUp = ended.map(CallEvent::at).orElseGet(() -> nextStart(started));
        Optional<Instant> bridged = talks.stream()
                .map(Span::start)
                .filter(t -> !t.isBefore(started.at()) && !t.isAfter(givenUp))
                .findFirst();
        return new Attempt(
                started.attempt(),
                started.rung(),
                started.physician(),
                started.at(),
                started.ring(),
                Span.between(started.at(), bridged.orElse(givenUp)).length(),
                ended.map(CallEvent.AttemptEnded::result)
                        .or(() -> bridged.map(t -> AttemptResult.ACCEPTED))
                        .map(result -> result == AttemptResult.ACCEPTED && wasCutOff(started)
                                ? AttemptResult.CUT_OFF
                                : result),
                ended.map(CallEvent.AttemptEnded::cause).orElse(0));
    }

    /** Told as accepted once the two were joined; nobody is looked for any more after a physician who was not cut off moments later. */
    private boolean wasCutOff(CallEvent.AttemptStarted accepted) {
        return talks.stream()
                .filter(talk -> !talk.start().isBefore(accepted.at()))
                .findFirst()
                .filter(talk -> events.stream()
                        .filter(event -> event instanceof CallEvent.NobodyReached
                                || event instanceof CallEvent.AttemptStarted next
                                        && next.attempt() > accepted.attempt())
                        .anyMatch(sought -> !sought.at().isBefore(talk.end())))
                .isPresent();
    }

    private Optional<CallEvent.AttemptEnded> ended(int attempt) {
        return events.stream()
                .filter(CallEvent.AttemptEnded.class::isInstance)
                .map(CallEvent.AttemptEnded.class::cast)
                .filter(ended -> ended.attempt() == attempt)
                .findFirst();
    }

    private Instant nextStart(CallEvent.AttemptStarted started) {
        return events.stream()
                .filter(event ->
                        event instanceof CallEvent.AttemptStarted next && next.attempt() == started.attempt() + 1)
                .findFirst()
                .map(CallEvent::at)
                .orElse(end);
    }
}
