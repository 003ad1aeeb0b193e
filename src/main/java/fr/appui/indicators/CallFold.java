package fr.appui.indicators;

import fr.appui.indicators.CallFacts.Answered;
import fr.appui.trace.AttemptResult;
import fr.appui.trace.CallEvent;
import fr.appui.trace.CallEvent.AttemptEnded;
import fr.appui.trace.CallEvent.AttemptStarted;
import fr.appui.trace.CallEvent.Bridged;
import fr.appui.trace.CallEvent.CallBackAsked;
import fr.appui.trace.CallEvent.Degraded;
import fr.appui.trace.CallEvent.Ended;
import fr.appui.trace.CallEvent.ProfileChosen;
import fr.appui.trace.CallEvent.PutThroughEnded;
import fr.appui.trace.CallEvent.Received;
import fr.appui.trace.CallEvent.Unbridged;
import fr.appui.trace.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Events of one call to facts. Events are first laid out by key and in time order, so that the order in which they arrived
 * and repeats change nothing.
 */
final class CallFold {

    private static final Comparator<CallEvent> IN_TIME_ORDER =
            Comparator.comparing(CallEvent::at).thenComparing(CallEvent::key);

    private final List<CallEvent> events;

    CallFold(Collection<CallEvent> eventsOfOneCall) {
        Map<String, CallEvent> byKey = new TreeMap<>();
        eventsOfOneCall.forEach(event -> byKey.merge(event.key(), event, CallFold::earlier));
        this.events = byKey.values().stream().sorted(IN_TIME_ORDER).toList();
    }

    Optional<CallFacts> facts() {
        return first(Received.class)
                .flatMap(received -> received.territory()
                        .map(territory -> new CallFacts(
                                received.call(),
                                territory,
                                received.at(),
                                Channel.of(received.origin()),
                                first(ProfileChosen.class)
                                        .map(ProfileChosen::profile)
                                        .orElse(Profile.UNKNOWN),
                                first(Ended.class).map(Ended::ending),
                                answer(received.at()),
                                talk(),
                                (int) all(AttemptStarted.class).count(),
                                all(PutThroughEnded.class)
                                        .filter(PutThroughEnded::answered)
                                        .map(PutThroughEnded::destination)
                                        .collect(Collectors.toSet()),
                                first(CallBackAsked.class).isPresent(),
                                first(Degraded.class).isPresent())));
    }

    /** The attempt in which a human pressed 1, and the bridge that followed it. */
    private Optional<Answered> answer(Instant receivedAt) {
        return all(AttemptEnded.class)
                .filter(ended -> ended.result() == AttemptResult.ACCEPTED)
                .findFirst()
                .flatMap(accepted -> all(AttemptStarted.class)
                        .filter(started -> started.attempt() == accepted.attempt())
                        .findFirst()
                        .map(started -> new Answered(
                                started.physician(),
                                started.rung(),
                                Duration.between(receivedAt, humanAt(started.at(), accepted.at())))));
    }

    private Instant humanAt(Instant attemptStarted, Instant accepted) {
        return all(Bridged.class)
                .map(CallEvent::at)
                .filter(bridged -> !bridged.isBefore(attemptStarted))
                .findFirst()
                .orElse(accepted);
    }

    /** Bridges may overlap (a regulator stays on while the physician joins): a minute is counted once. */
    private Duration talk() {
        Duration talk = Duration.ZERO;
        Instant reached = Instant.MIN;
        for (Bridged bridged : all(Bridged.class).toList()) {
            Instant from = bridged.at().isBefore(reached) ? reached : bridged.at();
            Instant to = endOf(bridged);
            if (from.isBefore(to)) {
                talk = talk.plus(Duration.between(from, to));
                reached = to;
            }
        }
        return talk;
    }

    private Instant endOf(Bridged bridged) {
        return all(Unbridged.class)
                .filter(unbridged -> unbridged.leg().equals(bridged.leg()))
                .map(CallEvent::at)
                .findFirst()
                .or(() -> first(Ended.class).map(CallEvent::at))
                .orElse(bridged.at());
    }

    private <E extends CallEvent> Stream<E> all(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast);
    }

    private <E extends CallEvent> Optional<E> first(Class<E> kind) {
        return all(kind).findFirst();
    }

    private static CallEvent earlier(CallEvent one, CallEvent other) {
        return one.at().isAfter(other.at()) ? other : one;
    }
}
