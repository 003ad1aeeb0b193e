package fr.appui.outreach;

import fr.appui.directory.Directory;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Territory;
import fr.appui.french.FrenchDate;
import fr.appui.outreach.OpenLineCheck.HeldDuty;
import fr.appui.rota.PublishedRotas;
import fr.appui.rota.Rung;
import fr.appui.rota.Slot;
import fr.appui.rota.Substitution;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The physician of a duty that is about to start did not confirm: whoever is next on the ladder goes first and the two
 * change places, so that the one who did not answer is still rung in the end. The coordination is told, and undoes it if it
 * must.
 */
@ApplicationScoped
class BackUp {

    private static final String AUTHOR = "Contrôle de présence";
    private static final String REASON =
            "la présence du premier médecin n'a pas été confirmée avant le début de l'astreinte";

    private final PublishedRotas rotas;
    private final Alerts alerts;
    private final Directory directory;
    private final Clock clock;

    BackUp(PublishedRotas rotas, Alerts alerts, Directory directory, Clock clock) {
        this.rotas = rotas;
        this.alerts = alerts;
        this.directory = directory;
        this.clock = clock;
    }

    void moveUp(HeldDuty duty, List<Rung> ladder) {
        Optional<Rung> second = ladder.stream().skip(1).findFirst();
        second.ifPresent(next -> {
            place(duty, ladder.getFirst().position(), next.physician());
            place(duty, next.position(), duty.physician());
        });
        directory.territory(duty.territory()).ifPresent(territory -> tell(duty, second, territory));
    }

    /** They confirmed in the end: what to make of it is for the coordination. */
    void confirmedLate(HeldDuty duty) {
        directory
                .territory(duty.territory())
                .ifPresent(territory -> alerts.toCoordination(
                        new Alerts.About(duty.territory(), Optional.empty()),
                        new Alert.Content(
                                "Appui " + territory.name() + " : présence confirmée tardivement",
                                "Appui soins palliatifs, " + territory.name() + ", astreinte du "
                                        + FrenchDate.of(duty.date()) + " : " + name(duty.physician())
                                        + " a confirmé sa présence après le délai. L'ordre d'appel n'a pas été rétabli."
                                        + " Le rétablir si besoin.")));
    }

    private void place(HeldDuty duty, int rung, PhysicianId physician) {
        Instant now = clock.instant();
        var effect = now.isBefore(duty.startsAt()) ? Substitution.Effect.wholeDuty() : Substitution.Effect.from(now);
        String id = duty.territory() + "/" + duty.date() + "/" + duty.physician() + "/" + rung;
        rotas.record(new Substitution(
                UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)),
                new Slot(duty.territory(), duty.date(), rung),
                Substitution.Kind.OVERRIDE,
                Optional.of(physician),
                effect,
                new Substitution.Act(AUTHOR, REASON, now)));
    }

    private void tell(HeldDuty duty, Optional<Rung> second, Territory territory) {
        String who = second.map(next -> name(next.physician()) + " passe en premier.")
                .orElse("Aucun autre médecin n'est au planning.");
        var content = new Alert.Content(
                "Appui " + territory.name() + " : présence non confirmée",
                "Appui soins palliatifs, " + territory.name() + ", astreinte du " + FrenchDate.of(duty.date()) + " : "
                        + name(duty.physician()) + " n'a pas confirmé sa présence. " + who);
        alerts.toEverybody(
                new Alerts.About(duty.territory(), Optional.empty()),
                second.map(Rung::physician).stream().toList(),
                content);
    }

    private String name(PhysicianId physician) {
        return directory
                .physician(physician)
                .map(known -> "Dr " + known.name().family())
                .orElse("le médecin");
    }
}
