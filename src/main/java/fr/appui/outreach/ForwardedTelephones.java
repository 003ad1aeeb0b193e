package fr.appui.outreach;

import fr.appui.directory.Directory;
import fr.appui.directory.Territory;
import fr.appui.trace.AttemptResult;
import fr.appui.trace.CallArchive;
import fr.appui.trace.CallEvent;
import fr.appui.trace.CallEventConsumer;
import fr.appui.trace.CallStory;
import fr.appui.trace.EventNames;
import fr.appui.trace.WireEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/**
 * Tells the coordination of a telephone that is forwarded, to the line itself or elsewhere: until its owner undoes that, they cannot
 * be reached on it.
 */
@ApplicationScoped
class ForwardedTelephones implements CallEventConsumer {

    private static final String ENDED = EventNames.of(CallEvent.AttemptEnded.class);
    private static final Set<String> FORWARDED = Set.of(AttemptResult.LOOP.name(), AttemptResult.DIVERTED.name());

    private final CallArchive archive;
    private final Directory directory;
    private final Alerts alerts;

    ForwardedTelephones(CallArchive archive, Directory directory, Alerts alerts) {
        this.archive = archive;
        this.directory = directory;
        this.alerts = alerts;
    }

    @Override
    public String name() {
        return "forwarded-telephones";
    }

    @Override
    public void consume(WireEvent event) {
        if (!event.type().equals(ENDED)
                || !FORWARDED.contains(event.data().path("result").asText())) {
            return;
        }
        int attempt = event.data().path("attempt").asInt();
        Optional<CallStory> story = archive.find(event.call()).map(CallArchive.Traced::story);
        story.flatMap(CallStory::territory)
                .flatMap(directory::territory)
                .ifPresent(territory -> alerts.toCoordination(
                        new Alerts.About(territory.code(), Optional.of(event.call())),
                        content(territory, attempt, event)));
    }

    private static Alert.Content content(Territory territory, int attempt, WireEvent event) {
        return new Alert.Content(
                "Appui " + territory.name() + " : le téléphone d'un médecin d'astreinte est renvoyé",
                "Appui soins palliatifs, " + territory.name() + " : le téléphone appelé en sonnerie n°\u00a0" + attempt
                        + " est renvoyé vers un autre numéro ou vers la ligne elle-même ; le médecin n'y est pas joignable."
                        + " Merci de lui demander d'ôter le renvoi. Référence de l'appel : " + event.call());
    }
}
