package fr.appui.outreach;

import fr.appui.directory.Territory;
import fr.appui.trace.AttemptResult;
import fr.appui.trace.CallBackResult;
import fr.appui.trace.CallEvent;
import fr.appui.trace.CallEventConsumer;
import fr.appui.trace.EventNames;
import fr.appui.trace.WireEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;

/**
 * Tells the coordination of a telephone that is forwarded, to the line itself or elsewhere: until its owner undoes that, they cannot
 * be reached on it.
 */
@ApplicationScoped
class ForwardedTelephones implements CallEventConsumer {

    private static final Map<String, Set<String>> FORWARDED = Map.of(
            EventNames.of(CallEvent.AttemptEnded.class),
            Set.of(AttemptResult.LOOP.name(), AttemptResult.DIVERTED.name()),
            EventNames.of(CallEvent.CallBackEnded.class),
            Set.of(CallBackResult.PHYSICIAN_FORWARDED.name()));

    private final TracedCalls calls;
    private final Alerts alerts;

    ForwardedTelephones(TracedCalls calls, Alerts alerts) {
        this.calls = calls;
        this.alerts = alerts;
    }

    @Override
    public String name() {
        return "forwarded-telephones";
    }

    @Override
    public void consume(WireEvent event) {
        if (!FORWARDED
                .getOrDefault(event.type(), Set.of())
                .contains(event.data().path("result").asText())) {
            return;
        }
        calls.find(event.call())
                .ifPresent(call -> alerts.toCoordination(call.about(), content(call.territory(), event)));
    }

    private static Alert.Content content(Territory territory, WireEvent event) {
        String when = event.type().equals(EventNames.of(CallEvent.CallBackEnded.class)) ? "au rappel" : "en sonnerie";
        return new Alert.Content(
                "Appui " + territory.name() + " : le téléphone d'un médecin d'astreinte est renvoyé",
                "Appui soins palliatifs, " + territory.name() + " : le téléphone appelé " + when + " n°\u00a0"
                        + event.data().path("attempt").asInt()
                        + " est renvoyé vers un autre numéro ou vers la ligne elle-même ; le médecin n'y est pas joignable."
                        + " Merci de lui demander d'ôter le renvoi. Référence de l'appel : " + event.call());
    }
}
