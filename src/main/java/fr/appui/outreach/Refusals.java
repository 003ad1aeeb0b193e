package fr.appui.outreach;

import fr.appui.directory.Territory;
import fr.appui.trace.CallEvent;
import fr.appui.trace.CallEventConsumer;
import fr.appui.trace.EventNames;
import fr.appui.trace.Incident;
import fr.appui.trace.WireEvent;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/**
 * Counts the call-backs that the switch refused to take, and tells the coordination of them and of callers whom a full trunk turned away:
 * each once an hour for a territory, as whoever tries to have us dial for money tries often, and a trunk that is full stays so for a while.
 */
@ApplicationScoped
class Refusals implements CallEventConsumer {

    private static final String DEGRADED = EventNames.of(CallEvent.Degraded.class);

    /** What the dialplan states of them (extensions-command.conf). */
    private static final Set<String> CALL_BACKS =
            Set.of("call-back-forbidden", "call-backs-of-number", "call-backs-of-line");

    private static final String TRUNK_FULL = "trunk-full";

    private final TracedCalls calls;
    private final Alerts alerts;
    private final MeterRegistry meters;

    Refusals(TracedCalls calls, Alerts alerts, MeterRegistry meters) {
        this.calls = calls;
        this.alerts = alerts;
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
        if (CALL_BACKS.contains(problem)) {
            meters.counter("appui.outreach.call.backs.refused", "why", problem).increment();
        }
        calls.find(event.call())
                .ifPresent(
                        call -> alerts.toCoordinationHourly(call.about(), content(call.territory(), problem, event)));
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
