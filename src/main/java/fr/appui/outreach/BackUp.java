package fr.appui.outreach;

import fr.appui.directory.Directory;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Territory;
import fr.appui.french.FrenchDate;
import fr.appui.outreach.LineCheckLedger.State;
import fr.appui.outreach.LineCheckLedger.Way;
import fr.appui.outreach.OpenLineCheck.HeldDuty;
import fr.appui.rota.BusySpells;
import fr.appui.rota.BusySpells.BusySpell;
import fr.appui.rota.BusySpells.Reason;
import fr.appui.rota.PublishedRotas;
import fr.appui.rota.Rung;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The physician of a duty that is about to start did not confirm: whoever is next on the ladder is rung first, and the one who
 * did not answer last. The duty stays theirs until a person decides otherwise; the coordination is told.
 */
@ApplicationScoped
class BackUp {

    private final LineCheckLedger ledger;
    private final PublishedRotas rotas;
    private final BusySpells spells;
    private final Alerts alerts;
    private final Directory directory;
    private final Clock clock;

    BackUp(
            LineCheckLedger ledger,
            PublishedRotas rotas,
            BusySpells spells,
            Alerts alerts,
            Directory directory,
            Clock clock) {
        this.ledger = ledger;
        this.rotas = rotas;
        this.spells = spells;
        this.alerts = alerts;
        this.directory = directory;
        this.clock = clock;
    }

    /** @param why they could not be heard, where it is known */
    void moveUp(HeldDuty duty, List<Rung> ladder, Optional<String> why) {
        Instant from = Stream.of(clock.instant(), duty.startsAt())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        rotas.days(duty.territory(), duty.date(), duty.date()).stream()
                .map(day -> day.window().end())
                .filter(from::isBefore)
                .forEach(end -> spells.begin(new BusySpell(duty.physician(), from, end, Reason.NOT_CONFIRMED)));
        Optional<Rung> second = ladder.stream().skip(1).findFirst();
        directory.territory(duty.territory()).ifPresent(territory -> tell(duty, second, why, territory));
    }

    /** Nobody could be rung, which is not theirs: who is rung first does not change, and the coordination knows. */
    void notChecked(HeldDuty duty, Optional<String> why) {
        directory
                .territory(duty.territory())
                .ifPresent(territory -> alerts.toCoordination(
                        new Alerts.About(duty.territory(), Optional.empty()),
                        new Alert.Content(
                                "Appui " + territory.name() + " : présence non vérifiée",
                                "Appui soins palliatifs, " + territory.name() + ", astreinte du "
                                        + FrenchDate.of(duty.date()) + " : la ligne de " + name(duty.physician())
                                        + " n’a pas pu être vérifiée avant l’astreinte"
                                        + why.map(reason -> " (" + reason + ")").orElse("")
                                        + ". Cela ne vient pas du médecin ; l’ordre d’appel ne change pas.")));
    }

    /** A key pressed at the last ring, when the others were already rung first, counts too; in one transaction. */
    @Transactional
    void confirmed(UUID check, Way way) {
        if (ledger.confirm(check, way, clock.instant())
                .filter(State.UNCONFIRMED::equals)
                .isPresent()) {
            ledger.duty(check).ifPresent(this::confirmedLate);
        }
    }

    /** They confirmed in the end: they are rung in their turn again. */
    private void confirmedLate(HeldDuty duty) {
        spells.end(duty.physician(), Reason.NOT_CONFIRMED, clock.instant());
        directory
                .territory(duty.territory())
                .ifPresent(territory -> alerts.toCoordination(
                        new Alerts.About(duty.territory(), Optional.empty()),
                        new Alert.Content(
                                "Appui " + territory.name() + " : présence confirmée tardivement",
                                "Appui soins palliatifs, " + territory.name() + ", astreinte du "
                                        + FrenchDate.of(duty.date()) + " : " + name(duty.physician())
                                        + " a confirmé sa présence après le délai. L’ordre d’appel est rétabli.")));
    }

    private void tell(HeldDuty duty, Optional<Rung> second, Optional<String> why, Territory territory) {
        String who = second.map(next -> name(next.physician()) + " passe en premier.")
                .orElse("Aucun autre médecin n’est au planning.");
        var content = new Alert.Content(
                "Appui " + territory.name() + " : présence non confirmée",
                "Appui soins palliatifs, " + territory.name() + ", astreinte du " + FrenchDate.of(duty.date()) + " : "
                        + name(duty.physician()) + " n’a pas confirmé sa présence"
                        + why.map(reason -> " (" + reason + ")").orElse("") + ". " + who
                        + " L’astreinte reste la sienne ; un remplacement se décide au planning.");
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
