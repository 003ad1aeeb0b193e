package fr.appui.trace;

import fr.appui.trace.CallEvent.AttemptEnded;
import fr.appui.trace.CallEvent.AttemptStarted;
import fr.appui.trace.CallEvent.Bridged;
import fr.appui.trace.CallEvent.Degraded;
import fr.appui.trace.CallEvent.Ended;
import fr.appui.trace.CallEvent.FoundClosed;
import fr.appui.trace.CallEvent.NobodyReached;
import fr.appui.trace.CallEvent.PutThrough;
import fr.appui.trace.CallEvent.PutThroughEnded;
import fr.appui.trace.CallEvent.SamuAsked;
import fr.appui.trace.CallEvent.SamuLeft;
import fr.appui.trace.CallEvent.Unbridged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a call ends in the trace when its switch died in it: whatever had begun is over. A caller who had not got anywhere did not
 * give up: it broke.
 */
public final class CutShort {

    private CutShort() {}

    /** Of a call of which no more is known than what was told. @param told in order, at least one; nothing follows an end */
    public static List<CallEvent> closing(List<CallEvent> told) {
        return told.stream().anyMatch(Ended.class::isInstance)
                ? List.of()
                : closing(
                        told,
                        told.stream()
                                .map(CallEvent::at)
                                .max(Comparator.naturalOrder())
                                .orElseThrow(),
                        ending(told));
    }

    /**
     * @param told all events of the call so far, in order, at least one
     * @param last when the switch was last heard of in it
     * @return the end of what was open, then of the call
     */
    public static List<CallEvent> closing(List<CallEvent> told, Instant last, Ending ending) {
        CallId call = told.getFirst().call();
        Set<String> keys = told.stream().map(CallEvent::key).collect(Collectors.toSet());
        List<CallEvent> closing = new ArrayList<>(List.of(new Degraded(call, last, "switch-stopped")));
        Instant heard = of(told, Bridged.class)
                .map(CallEvent::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        told.stream()
                .flatMap(event -> endOf(event, last, heard).stream())
                .filter(end -> !keys.contains(end.key()))
                .forEach(closing::add);
        closing.add(new Ended(call, last, ending == Ending.ABANDONED ? Ending.FAILED : ending, 0));
        return List.copyOf(closing);
    }

    /** @param heard when somebody was joined with the caller last: who was rung afterwards was not */
    private static Optional<CallEvent> endOf(CallEvent event, Instant at, Instant heard) {
        return Optional.ofNullable(
                switch (event) {
                    case AttemptStarted rung ->
                        new AttemptEnded(
                                rung.call(),
                                at,
                                rung.attempt(),
                                heard.isBefore(rung.at()) ? AttemptResult.CALLER_GONE : AttemptResult.ACCEPTED,
                                0);
                    case Bridged joined -> new Unbridged(joined.call(), at, joined.leg());
                    case PutThrough line -> new PutThroughEnded(line.call(), at, line.destination(), false, 0);
                    case SamuAsked samu -> new SamuLeft(samu.call(), at, samu.leg(), 0);
                    default -> null;
                });
    }

    private static Ending ending(List<CallEvent> told) {
        if (of(told, Bridged.class).findAny().isPresent()) {
            Optional<Destination> line = of(told, PutThroughEnded.class)
                    .filter(PutThroughEnded::answered)
                    .map(PutThroughEnded::destination)
                    .findAny();
            if (line.isPresent() || !isSoughtOn(CallStory.of(told))) {
                return line.map(Destination::ending).orElse(Ending.ANSWERED);
            }
        }
        if (of(told, FoundClosed.class).findAny().isPresent()) {
            return Ending.OUT_OF_HOURS;
        }
        return of(told, NobodyReached.class).findAny().isPresent() ? Ending.NOT_REACHED : Ending.FAILED;
    }

    /** The only one who took the call was cut off moments later. */
    private static boolean isSoughtOn(CallStory story) {
        return story.accepted().isEmpty()
                && story.attempts().stream()
                        .anyMatch(attempt -> attempt.result().equals(Optional.of(AttemptResult.CUT_OFF)));
    }

    private static <E extends CallEvent> Stream<E> of(List<CallEvent> told, Class<E> kind) {
        return told.stream().filter(kind::isInstance).map(kind::cast);
    }
}
