package fr.appui.trace;

import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The names by which events are stored and sent. They outlive the classes: a renamed class keeps its name here, a changed
 * meaning gets a new version and the old one stays readable.
 */
public final class EventNames {

    /** Told of a call, without being one of the events that make its story. */
    static final String OUTCOME_LOGGED = "fr.appui.call.outcome-logged.v1";

    static final String DECLARED = "fr.appui.call.declared.v1";

    private static final Map<Class<? extends CallEvent>, String> NAMES = Map.ofEntries(
            Map.entry(CallEvent.Received.class, "fr.appui.call.received.v1"),
            Map.entry(CallEvent.ProfileChosen.class, "fr.appui.call.profile-chosen.v1"),
            Map.entry(CallEvent.FoundClosed.class, "fr.appui.call.found-closed.v1"),
            Map.entry(CallEvent.LadderOpened.class, "fr.appui.call.ladder-opened.v1"),
            Map.entry(CallEvent.AttemptStarted.class, "fr.appui.call.attempt-started.v1"),
            Map.entry(CallEvent.AttemptEnded.class, "fr.appui.call.attempt-ended.v1"),
            Map.entry(CallEvent.Bridged.class, "fr.appui.call.bridged.v1"),
            Map.entry(CallEvent.Unbridged.class, "fr.appui.call.unbridged.v1"),
            Map.entry(CallEvent.ReliefCalled.class, "fr.appui.call.relief-called.v1"),
            Map.entry(CallEvent.Transferred.class, "fr.appui.call.transferred.v1"),
            Map.entry(CallEvent.SamuAsked.class, "fr.appui.call.samu-asked.v1"),
            Map.entry(CallEvent.SamuJoined.class, "fr.appui.call.samu-joined.v1"),
            Map.entry(CallEvent.SamuLeft.class, "fr.appui.call.samu-left.v1"),
            Map.entry(CallEvent.NobodyReached.class, "fr.appui.call.nobody-reached.v1"),
            Map.entry(CallEvent.PutThrough.class, "fr.appui.call.put-through.v1"),
            Map.entry(CallEvent.PutThroughEnded.class, "fr.appui.call.put-through-ended.v1"),
            Map.entry(CallEvent.CallBackAsked.class, "fr.appui.call.call-back-asked.v1"),
            Map.entry(CallEvent.CallBackStarted.class, "fr.appui.call.call-back-started.v1"),
            Map.entry(CallEvent.CallBackJoined.class, "fr.appui.call.call-back-joined.v1"),
            Map.entry(CallEvent.CallBackEnded.class, "fr.appui.call.call-back-ended.v1"),
            Map.entry(CallEvent.CallBackClosed.class, "fr.appui.call.call-back-closed.v1"),
            Map.entry(CallEvent.Alerted.class, "fr.appui.call.alerted.v1"),
            Map.entry(CallEvent.Degraded.class, "fr.appui.call.degraded.v1"),
            Map.entry(CallEvent.Ended.class, "fr.appui.call.ended.v1"));

    private static final Map<String, Class<? extends CallEvent>> CLASSES =
            NAMES.keySet().stream().collect(Collectors.toUnmodifiableMap(NAMES::get, Function.identity()));

    private EventNames() {}

    /** @throws IllegalStateException for an event that nobody named: a test sees to it that there is none */
    public static String of(Class<? extends CallEvent> type) {
        return Objects.requireNonNull(NAMES.get(type));
    }

    public static String of(CallEvent event) {
        String name = NAMES.get(event.getClass());
        if (name == null) {
            throw new IllegalStateException("no name for " + event.getClass());
        }
        return name;
    }

    static Class<? extends CallEvent> classOf(String name) {
        Class<? extends CallEvent> type = CLASSES.get(name);
        if (type == null) {
            throw new IllegalArgumentException(
                    "type d’événement : « " + name + " » est inconnu ; une version plus récente l’a peut-être écrit");
        }
        return type;
    }
}
