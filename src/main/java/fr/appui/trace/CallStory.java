package fr.appui.trace;

import fr.appui.directory.TerritoryCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the events of one call say together: a fold, rebuilt at each reading. Events may come in any order and from several
 * witnesses; facts that are missing leave their place empty.
 *
 * @param events the arrival, then by time; those of the same millisecond in the order they were recorded
 * @param end when the call ended, or the last that is known of it
 */
public record CallStory(
        CallId call, List<CallEvent> events, Instant start, Instant end, List<Attempt> attempts, Phases phases) {

    /** A call begins with its arrival, though the switch may tell of it a moment after what was decided upon it. */
    private static final Comparator<CallEvent> AS_TOLD = Comparator.comparing(
                    (CallEvent event) -> !(event instanceof CallEvent.Received))
            .thenComparing(CallEvent::at);

    public CallStory {
        events = List.copyOf(events);
        attempts = List.copyOf(attempts);
    }

    /** @param recorded at least one event, in the order they were recorded */
    public static CallStory of(List<CallEvent> recorded) {
        List<CallEvent> events = recorded.stream().sorted(AS_TOLD).toList();
        Instant start = events.getFirst().at();
        Instant over = first(events, CallEvent.Ended.class)
                .map(CallEvent::at)
                .orElse(events.getLast().at());
        // the switch and the service each tell the time: what came first by its nature may bear the later one
        Instant end = over.isBefore(start) ? start : over;
        List<Span> talks = talks(events, end);
        List<Attempt> attempts = new Attempts(events, talks, end).list();
        return new CallStory(
                events.getFirst().call(),
                events,
                start,
                end,
                attempts,
                new PhaseCount(events, talks, attempts, end).count());
    }

    public Optional<CallEvent.Received> received() {
        return first(events, CallEvent.Received.class);
    }

    /** Whether it is a call that somebody made ({@link Origin#counts}); one whose beginning is not known yet is taken for one. */
    public boolean counts() {
        return received().map(CallEvent.Received::origin).map(Origin::counts).orElse(true);
    }

    public Optional<CallEvent.Ended> ended() {
        return first(events, CallEvent.Ended.class);
    }

    public Optional<TerritoryCode> territory() {
        return received().flatMap(CallEvent.Received::territory);
    }

    public Optional<Profile> profile() {
        return first(events, CallEvent.ProfileChosen.class).map(CallEvent.ProfileChosen::profile);
    }

    /** The attempt that a physician accepted. */
    public Optional<Attempt> accepted() {
        return attempts.stream()
                .filter(attempt -> attempt.result().equals(Optional.of(AttemptResult.ACCEPTED)))
                .findFirst();
    }

    /** How long the two heard each other, from the first bridge of this leg to its end. */
    Duration talkOf(CallEvent.Unbridged unbridged) {
        return events.stream()
                .filter(event -> event instanceof CallEvent.Bridged bridged
                        && bridged.leg().equals(unbridged.leg()))
                .findFirst()
                .map(bridged -> Span.between(bridged.at(), unbridged.at()).length())
                .orElse(Duration.ZERO);
    }

    private static List<Span> talks(List<CallEvent> events, Instant end) {
        var talks = new ArrayList<Span>();
        for (CallEvent event : events) {
            if (event instanceof CallEvent.Bridged bridged) {
                Instant over = events.stream()
                        .filter(later -> later instanceof CallEvent.Unbridged unbridged
                                && unbridged.leg().equals(bridged.leg()))
                        .findFirst()
                        .map(CallEvent::at)
                        .orElse(end);
                talks.add(Span.between(bridged.at(), over));
            }
        }
        return talks;
    }

    static <T extends CallEvent> Optional<T> first(List<CallEvent> events, Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).findFirst();
    }
}
