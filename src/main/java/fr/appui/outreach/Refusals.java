package fr.appui.outreach;

import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.trace.CallEvent;
import fr.appui.trace.CallEventConsumer;
import fr.appui.trace.EventNames;
import fr.appui.trace.Incident;
import fr.appui.trace.WireEvent;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts the call-backs that the switch refused to take, and tells the coordination of them and of callers whom a full trunk turned away:
 * each once an hour for a territory, as whoever tries to have us dial for money tries often, and a trunk that is full stays so for a while.
 */
@ApplicationScoped
class Refusals implements CallEventConsumer {

    private static final String DEGRADED = EventNames.of(CallEvent.Degraded.class);
    private static final Duration SILENCE = Duration.ofHours(1);

    /** What the dialplan states of them (extensions-command.conf). */
    private static final Set<String> CALL_BACKS =
            Set.of("call-back-forbidden", "call-backs-of-number", "call-backs-of-line");

    private static final String TRUNK_FULL = "trunk-full";

    private final TracedCalls calls;
    private final Alerts alerts;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Map<Told, Instant> told = new ConcurrentHashMap<>();

    Refusals(TracedCalls calls, Alerts alerts, Clock clock, MeterRegistry meters) {
        this.calls = calls;
        this.alerts = alerts;
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public String name() {
        return "refused-call-backs";
    }

    @Override
    public boolean wants(WireEvent event) {
        String problem = problem(event);
        return event.type().equals(DEGRADED) && (CALL_BACKS.contains(problem) || problem.equals(TRUNK_FULL));
    }

    private static String problem(WireEvent event) {
        return event.data().path("problem").asText();
    }

    @Override
    public void consume(WireEvent event) {
        String problem = problem(event);
        boolean callBack = CALL_BACKS.contains(problem);
        if (callBack) {
            meters.counter("appui.outreach.call.backs.refused", "why", problem).increment();
        }
        calls.find(event.call())
                .filter(call -> isDue(new Told(call.territory().code(), callBack)))
                .ifPresent(call -> alerts.toCoordination(call.about(), content(call.territory(), problem, event)));
    }

    private record Told(TerritoryCode territory, boolean callBack) {}

    private boolean isDue(Told what) {
        Instant now = clock.instant();
        return told.merge(what, now, (last, next) -> last.plus(SILENCE).isAfter(next) ? last : next)
                .equals(now);
    }

    private static Alert.Content content(Territory territory, String problem, WireEvent event) {
        boolean full = problem.equals(TRUNK_FULL);
        return new Alert.Content(
                "Appui " + territory.name() + (full ? " : un appel n’est pas entré" : " : un rappel a été refusé"),
                "Appui soins palliatifs, " + territory.name() + " : " + Incident.inFrench(problem)
                        + (full
                                ? " ; rappeler l’appelant si son numéro est connu, et prévenir l’informatique."
                                : " ; l’appelant a entendu le refus. Si cela se répète, prévenir l’opérateur.")
                        + " Référence de l’appel : " + event.call());
    }
}
