package fr.appui.web.calls;

import fr.appui.trace.Attempt;
import fr.appui.trace.CallEvent;
import fr.appui.trace.CallStory;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A call under way, as the board shows it: who is with whom, or whom it rings.
 *
 * @param doing a French sentence @param since when that began
 * @param stage {@code talk}, {@code ring} or {@code wait}
 */
record LiveCall(
        String id,
        String territory,
        String caller,
        ZonedDateTime received,
        String doing,
        ZonedDateTime since,
        String stage) {

    private record Doing(String sentence, Instant since, String stage) {}

    static LiveCall of(CallStory story, Storyteller storyteller) {
        ZoneId zone = storyteller.zone(story.territory());
        Doing doing = talking(story, storyteller)
                .or(() -> ringing(story, storyteller))
                .orElseGet(() -> waiting(story));
        return new LiveCall(
                story.call().value(),
                story.territory().map(storyteller::territory).orElse("Ligne inconnue"),
                story.profile()
                        .map(profile -> profile.label())
                        .or(() -> story.received()
                                .map(received -> received.origin().label()))
                        .orElse("appelant"),
                story.start().atZone(zone),
                doing.sentence(),
                doing.since().atZone(zone),
                doing.stage());
    }

    private static Optional<Doing> talking(CallStory story, Storyteller storyteller) {
        List<CallEvent.Bridged> open = story.events().stream()
                .filter(CallEvent.Bridged.class::isInstance)
                .map(CallEvent.Bridged.class::cast)
                .filter(bridged -> story.events().stream()
                        .noneMatch(event -> event instanceof CallEvent.Unbridged unbridged
                                && unbridged.leg().equals(bridged.leg())))
                .toList();
        return open.stream()
                .findFirst()
                .map(bridged -> new Doing(
                        "En relation avec " + last(story, storyteller).orElse("un médecin"), bridged.at(), "talk"));
    }

    private static Optional<Doing> ringing(CallStory story, Storyteller storyteller) {
        return lastAttempt(story)
                .filter(attempt -> attempt.result().isEmpty())
                .map(attempt -> new Doing(
                        "Sonne chez " + name(attempt, storyteller) + ", rang " + attempt.rung(),
                        attempt.started(),
                        "ring"));
    }

    private static String searching(CallStory story) {
        return story.counts() ? "Recherche du médecin d’astreinte" : "Appel du numéro d’essai";
    }

    private static Doing waiting(CallStory story) {
        CallEvent latest = story.events().getLast();
        String sentence = switch (latest) {
            case CallEvent.Received e -> "À l’accueil";
            case CallEvent.ProfileChosen e -> "À l’accueil";
            case CallEvent.FoundClosed e -> "Ligne fermée, les heures lui sont dites";
            case CallEvent.NobodyReached e ->
                story.counts() ? "Aucun médecin joint" : "Personne n’a pris l’appel d’essai";
            case CallEvent.PutThrough e -> "Transfert vers " + e.destination().label();
            case CallEvent.CallBackAsked e -> "Demande à être rappelé";
            case CallEvent.LadderOpened e -> searching(story);
            case CallEvent.AttemptStarted e -> searching(story);
            case CallEvent.AttemptEnded e -> "Passage au médecin suivant";
            case CallEvent.Bridged e -> "En relation";
            case CallEvent.Unbridged e -> "Fin de la conversation";
            case CallEvent.ReliefCalled e -> "Recherche du médecin d’astreinte voisin";
            case CallEvent.Transferred e -> "Confié par le SAMU";
            case CallEvent.SamuAsked e -> "Le médecin appelle le SAMU";
            case CallEvent.SamuJoined e -> "En relation, avec le SAMU";
            case CallEvent.SamuLeft e -> "En relation, sans le SAMU";
            case CallEvent.PutThroughEnded e -> "Fin du transfert";
            case CallEvent.CallBackStarted e -> "Rappel en cours";
            case CallEvent.CallBackJoined e -> "Rappel en cours";
            case CallEvent.CallBackEnded e -> "Rappel terminé";
            case CallEvent.CallBackClosed e -> "Rappel terminé";
            case CallEvent.Alerted e -> e.sent() ? "Alerte acceptée" : "Alerte impossible";
            case CallEvent.Degraded e -> "Incident technique";
            case CallEvent.Ended e -> "Terminé";
        };
        return new Doing(sentence, latest.at(), "wait");
    }

    private static Optional<String> last(CallStory story, Storyteller storyteller) {
        return lastAttempt(story).map(attempt -> name(attempt, storyteller));
    }

    private static Optional<Attempt> lastAttempt(CallStory story) {
        return story.attempts().stream().max(Comparator.comparing(Attempt::number));
    }

    private static String name(Attempt attempt, Storyteller storyteller) {
        return storyteller.physician(attempt.physician()).orElse("un médecin");
    }
}
