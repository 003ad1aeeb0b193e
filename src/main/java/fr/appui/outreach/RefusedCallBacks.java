package fr.appui.outreach;

import fr.appui.directory.Directory;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.trace.CallArchive;
import fr.appui.trace.CallEvent;
import fr.appui.trace.CallEventConsumer;
import fr.appui.trace.CallStory;
import fr.appui.trace.EventNames;
import fr.appui.trace.WireEvent;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts the call-backs that the switch refused to take, and tells the coordination: once an hour for a territory, as whoever tries to
 * have us dial for money tries often.
 */
@ApplicationScoped
class RefusedCallBacks implements CallEventConsumer {

    private static final String DEGRADED = EventNames.of(CallEvent.Degraded.class);
    private static final Duration SILENCE = Duration.ofHours(1);

    /** What the dialplan states (extensions-command.conf), and what a person reads. */
    private static final Map<String, String> WHY = Map.of(
            "call-back-forbidden", "vers un numéro court, surtaxé ou étranger",
            "call-backs-of-number", "trop souvent vers un même numéro en une heure",
            "call-backs-of-line", "trop souvent sur la ligne en une nuit");

    private final CallArchive archive;
    private final Directory directory;
    private final Alerts alerts;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Map<TerritoryCode, Instant> told = new ConcurrentHashMap<>();

    RefusedCallBacks(CallArchive archive, Directory directory, Alerts alerts, Clock clock, MeterRegistry meters) {
        this.archive = archive;
        this.directory = directory;
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
        String why = WHY.get(problem);
        if (!event.type().equals(DEGRADED) || why == null) {
            return;
        }
        meters.counter("appui.outreach.call.backs.refused", "why", problem).increment();
        archive.find(event.call())
                .map(CallArchive.Traced::story)
                .flatMap(CallStory::territory)
                .flatMap(directory::territory)
                .filter(territory -> isDue(territory.code()))
                .ifPresent(territory -> alerts.toCoordination(
                        new Alerts.About(territory.code(), Optional.of(event.call())), content(territory, why, event)));
    }

    private boolean isDue(TerritoryCode territory) {
        Instant now = clock.instant();
        return told.merge(territory, now, (last, next) -> last.plus(SILENCE).isAfter(next) ? last : next)
                .equals(now);
    }

    private static Alert.Content content(Territory territory, String why, WireEvent event) {
        return new Alert.Content(
                "Appui " + territory.name() + " : un rappel a été refusé",
                "Appui soins palliatifs, " + territory.name() + " : un rappel a été demandé " + why
                        + " ; l'appelant a entendu le refus. Si cela se répète, prévenir l'opérateur. Référence de l'appel : "
                        + event.call());
    }
}
