package fr.appui.indicators;

import fr.appui.directory.TerritoryCode;
import fr.appui.indicators.CallFacts.Answered;
import fr.appui.trace.Attempt;
import fr.appui.trace.CallEvent;
import fr.appui.trace.CallEvent.Bridged;
import fr.appui.trace.CallEvent.CallBackAsked;
import fr.appui.trace.CallEvent.Degraded;
import fr.appui.trace.CallEvent.Ended;
import fr.appui.trace.CallEvent.PutThroughEnded;
import fr.appui.trace.CallEvent.Received;
import fr.appui.trace.CallStory;
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
 * and repeats change nothing; the story they tell is the trace's own, so that a figure and the call's page agree.
 */
final class FactsFold {

    private static final Comparator<CallEvent> IN_TIME_ORDER =
            Comparator.comparing(CallEvent::at).thenComparing(CallEvent::key);

    private FactsFold() {}

    static Optional<CallFacts> fold(Collection<CallEvent> eventsOfOneCall) {
        Map<String, CallEvent> byKey = new TreeMap<>();
        eventsOfOneCall.forEach(event -> byKey.merge(event.key(), event, FactsFold::earlier));
        List<CallEvent> events = byKey.values().stream().sorted(IN_TIME_ORDER).toList();
        return events.isEmpty() ? Optional.empty() : facts(CallStory.of(events));
    }

    private static Optional<CallFacts> facts(CallStory story) {
        return story.received()
                .flatMap(received -> Channel.of(received.origin())
                        .flatMap(channel ->
                                received.territory().map(territory -> facts(story, received, channel, territory))));
    }

    private static CallFacts facts(CallStory story, Received received, Channel channel, TerritoryCode territory) {
        return new CallFacts(
                story.call(),
                territory,
                received.at(),
                channel,
                story.profile().orElse(Profile.UNKNOWN),
                story.ended().map(Ended::ending),
                story.accepted().map(accepted -> answered(accepted, story, received)),
                story.phases().talk(),
                story.attempts().size(),
                all(story, PutThroughEnded.class)
                        .filter(PutThroughEnded::answered)
                        .map(PutThroughEnded::destination)
                        .collect(Collectors.toSet()),
                all(story, CallBackAsked.class).findAny().isPresent(),
                all(story, Degraded.class).findAny().isPresent());
    }

    private static Answered answered(Attempt accepted, CallStory story, Received received) {
        Instant human = all(story, Bridged.class)
                .map(CallEvent::at)
                .filter(bridged -> !bridged.isBefore(accepted.started()))
                .findFirst()
                .orElse(accepted.started().plus(accepted.rang()));
        return new Answered(accepted.physician(), accepted.rung(), Duration.between(received.at(), human));
    }

    private static <E extends CallEvent> Stream<E> all(CallStory story, Class<E> kind) {
        return story.events().stream().filter(kind::isInstance).map(kind::cast);
    }

    private static CallEvent earlier(CallEvent one, CallEvent other) {
        return one.at().isAfter(other.at()) ? other : one;
    }
}
