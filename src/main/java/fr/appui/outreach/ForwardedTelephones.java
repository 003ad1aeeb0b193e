package fr.appui.outreach;

import fr.appui.directory.Directory;
import fr.appui.directory.Territory;
import fr.appui.nodes.JobLease;
import fr.appui.trace.AttemptResult;
import fr.appui.trace.CallBackResult;
import fr.appui.trace.CallEvent;
import fr.appui.trace.CallEventConsumer;
import fr.appui.trace.CallId;
import fr.appui.trace.CallStory;
import fr.appui.trace.Destination;
import fr.appui.trace.EventNames;
import fr.appui.trace.HangUpCause;
import fr.appui.trace.Journal;
import fr.appui.trace.WireEvent;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells the coordination of a telephone that is forwarded, to the line itself or elsewhere, and of another line that is: until its owner
 * undoes that, they cannot be reached on it. Once an hour for a territory: whoever is rung all night is forwarded all night.
 */
@ApplicationScoped
class ForwardedTelephones implements CallEventConsumer {

    private static final Map<String, Set<String>> FORWARDED = Map.of(
            EventNames.of(CallEvent.AttemptEnded.class),
            Set.of(AttemptResult.LOOP.name(), AttemptResult.DIVERTED.name()),
            EventNames.of(CallEvent.CallBackEnded.class),
            Set.of(CallBackResult.PHYSICIAN_FORWARDED.name()));

    private static final String PUT_THROUGH = EventNames.of(CallEvent.PutThroughEnded.class);

    private static final Duration AFTERWARDS = Duration.ofMinutes(1);

    private final TracedCalls calls;
    private final Directory directory;
    private final Journal journal;
    private final JobLease lease;
    private final Alerts alerts;
    private final Clock clock;

    ForwardedTelephones(
            TracedCalls calls, Directory directory, Journal journal, JobLease lease, Alerts alerts, Clock clock) {
        this.calls = calls;
        this.directory = directory;
        this.journal = journal;
        this.lease = lease;
        this.alerts = alerts;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forwarded-telephones";
    }

    @Override
    public boolean wants(WireEvent event) {
        return FORWARDED
                        .getOrDefault(event.type(), Set.of())
                        .contains(event.data().path("result").asText())
                || event.type().equals(PUT_THROUGH)
                        && event.data().path("cause").asInt() == HangUpCause.REDIRECTED;
    }

    @Override
    public void consume(WireEvent event) {
        calls.find(event.call())
                .ifPresent(call -> alerts.toCoordinationHourly(call.about(), content(call.territory(), event)));
    }

    /**
     * Its own switch knows it as busy alone, or as one that rang in vain; where it came back, the switch says more to every node that
     * follows it, at the same moment: one of them tells.
     */
    void looped(@ObservesAsync LoopedBack loop) {
        QuarkusTransaction.requiringNew().run(() -> tell(loop));
    }

    private void tell(LoopedBack loop) {
        Optional<TracedCalls.Traced> call =
                loop.call().flatMap(calls::find).filter(known -> mayRingNow(known.story(), clock.instant()));
        Optional<CallId> id = call.map(known -> known.story().call());
        id.ifPresent(known ->
                journal.append(List.of(new CallEvent.Degraded(known, clock.instant(), "looped-by-another-switch"))));
        call.map(TracedCalls.Traced::territory)
                .or(() -> loop.territory().flatMap(directory::territory))
                .ifPresent(territory -> lease.runOnce(
                        "outreach.looped-back." + territory.code(),
                        Alerts.SILENCE,
                        () -> alerts.toCoordination(
                                new Alerts.About(territory.code(), id), loopedBack(territory, id))));
    }

    /** Who kept what a call carried, or made it up, writes nothing into one that is over; its last telephone may have rung a moment ago. */
    static boolean mayRingNow(CallStory story, Instant now) {
        return story.ended().map(end -> now.isBefore(end.at().plus(AFTERWARDS))).orElse(true);
    }

    private static Alert.Content content(Territory territory, WireEvent event) {
        if (event.type().equals(PUT_THROUGH)) {
            String line = Destination.valueOf(event.data().path("destination").asText())
                    .label();
            return new Alert.Content(
                    "Appui " + territory.name() + " : un numéro où passent les appelants est renvoyé",
                    "Appui soins palliatifs, " + territory.name() + " : le numéro où sont passés les appelants (" + line
                            + ") est renvoyé vers un autre, ce qui n’est pas suivi ; personne n’y est joignable. Merci de"
                            + " faire ôter le renvoi. Référence de l’appel : " + event.call());
        }
        String when = event.type().equals(EventNames.of(CallEvent.CallBackEnded.class)) ? "au rappel" : "en sonnerie";
        return forwarded(
                territory,
                " appelé " + when + " n°\u00a0" + event.data().path("attempt").asInt(),
                Optional.of(event.call()));
    }

    /** A physician's, or the fallback's, or that of a caller who is called back: the switch where it came in does not know. */
    private static Alert.Content loopedBack(Territory territory, Optional<CallId> call) {
        return new Alert.Content(
                "Appui " + territory.name() + " : un téléphone que la ligne appelle est renvoyé vers elle",
                "Appui soins palliatifs, " + territory.name()
                        + " : un téléphone que la ligne appelle est renvoyé vers la"
                        + " ligne elle-même ; qui l’a n’y est pas joignable. Merci de lui demander d’ôter le renvoi."
                        + call.map(id -> " Référence de l’appel : " + id).orElse(""));
    }

    private static Alert.Content forwarded(Territory territory, String which, Optional<CallId> call) {
        return new Alert.Content(
                "Appui " + territory.name() + " : le téléphone d’un médecin d’astreinte est renvoyé",
                "Appui soins palliatifs, " + territory.name() + " : le téléphone" + which
                        + " est renvoyé vers un autre numéro ou vers la ligne elle-même ; le médecin n’y est pas"
                        + " joignable. Merci de lui demander d’ôter le renvoi."
                        + call.map(id -> " Référence de l’appel : " + id).orElse(""));
    }
}
