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
 * Counts the call-backs that the switch refused to take, and tells the coordination: once an hour for a territory, as whoever tries to
 * have us dial for money tries often.
 */
@ApplicationScoped
class RefusedCallBacks implements CallEventConsumer {

    private static final String DEGRADED = EventNames.of(CallEvent.Degraded.class);
    private static final Duration SILENCE = Duration.ofHours(1);

    /** What the dialplan states of them (extensions-command.conf). */
    private static final Set<String> REFUSALS =
            Set.of("call-back-forbidden", "call-backs-of-number", "call-backs-of-line");

    private final TracedCalls calls;
    private final Alerts alerts;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Map<TerritoryCode, Instant> told = new ConcurrentHashMap<>();

    RefusedCallBacks(TracedCalls calls, Alerts alerts, Clock clock, MeterRegistry meters) {
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
    public void consume(WireEvent event) {
        String problem = event.data().path("problem").asText();
        if (!event.type().equals(DEGRADED) || !REFUSALS.contains(problem)) {
            return;
        }
        meters.counter("appui.outreach.call.backs.refused", "why", problem).increment();
        calls.find(event.call())
                .filter(call -> isDue(call.territory().code()))
                .ifPresent(call -> alerts.toCoordination(call.about(), content(call.territory(), problem, event)));
    }

    private boolean isDue(TerritoryCode territory) {
        Instant now = clock.instant();
        return told.merge(territory, now, (last, next) -> last.plus(SILENCE).isAfter(next) ? last : next)
                .equals(now);
    }

    private static Alert.Content content(Territory territory, String problem, WireEvent event) {
        return new Alert.Content(
                "Appui " + territory.name() + " : un rappel a été refusé",
                "Appui soins palliatifs, " + territory.name() + " : " + Incident.inFrench(problem)
                        + " ; l'appelant a entendu le refus. Si cela se répète, prévenir l'opérateur. Référence de l'appel : "
                        + event.call());
    }
}
