package fr.appui.rota.store;

import fr.appui.calendar.KeptCalendars;
import fr.appui.calendar.PerimetersChanged;
import fr.appui.directory.Audit;
import fr.appui.directory.Directory;
import fr.appui.directory.Joining;
import fr.appui.directory.Joinings;
import fr.appui.directory.Reach;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.directory.Written;
import fr.appui.french.FrenchDate;
import fr.appui.rota.DutyLocks;
import fr.appui.rota.JoiningDesk;
import fr.appui.rota.JoiningRules;
import fr.appui.rota.JoiningRules.Side;
import fr.appui.rota.JoiningRules.Situation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
@Transactional
class StoredJoiningDesk implements JoiningDesk {

    private final Directory directory;
    private final KeptCalendars calendars;
    private final Joinings joinings;
    private final DutyLocks duties;
    private final EntityManager database;
    private final Audit audit;
    private final Event<PerimetersChanged> changed;
    private final Clock clock;

    StoredJoiningDesk(
            Directory directory,
            KeptCalendars calendars,
            Joinings joinings,
            DutyLocks duties,
            EntityManager database,
            Audit audit,
            Event<PerimetersChanged> changed,
            Clock clock) {
        this.directory = directory;
        this.calendars = calendars;
        this.joinings = joinings;
        this.duties = duties;
        this.database = database;
        this.audit = audit;
        this.changed = changed;
        this.clock = clock;
    }

    @Override
    public Written join(Joining joining, String by) {
        duties.hold(joining.territory(), List.of());
        alone(joining.territory(), joining.into());
        Optional<Territory> own = directory.territory(joining.territory());
        if (own.isEmpty()) {
            return new Written.Unknown();
        }
        Optional<Territory> into = directory.territory(joining.into());
        if (into.isEmpty()) {
            return new Written.Refused(
                    "into",
                    "territoire qui répondra : « " + joining.into() + " » n’est pas connu ; en choisir un autre");
        }
        Optional<Written.Refused> refused = JoiningRules.refuse(
                joining, new Situation(today(own.get()), side(own.get()), side(into.get()), joinings.all()));
        if (refused.isPresent()) {
            return refused.get();
        }
        joinings.save(joining);
        calendars.end(joining.territory(), Optional.of(joining.firstDay().minusDays(1)));
        return kept(
                by,
                "line.joined",
                joining.territory(),
                "Réunie à « " + joining.into() + " » à partir du " + FrenchDate.of(joining.firstDay()) + ", accord de"
                        + " l’ARS du " + FrenchDate.of(joining.agreedOn()) + ", " + joining.reference());
    }

    @Override
    public Written withdraw(TerritoryCode territory, LocalDate firstDay, String by) {
        alone(territory, territory);
        if (joinings.of(territory)
                .filter(known -> known.firstDay().equals(firstDay))
                .isEmpty()) {
            return new Written.Unknown();
        }
        Optional<Written.Refused> refused = JoiningRules.refuseWithdrawal(
                firstDay, today(directory.territory(territory).orElseThrow()));
        if (refused.isPresent()) {
            return refused.get();
        }
        joinings.remove(territory);
        calendars.end(territory, Optional.empty());
        return kept(
                by, "line.joining.withdrawn", territory, "La réunion du " + FrenchDate.of(firstDay) + " est annulée");
    }

    /**
     * After whoever publishes or moves duties, who hold them first and then refer to the territory. Of both lines in the order of
     * their codes: two that join one another do not wait for each other for ever. Before any reading, which would show what was
     * before the wait.
     */
    private void alone(TerritoryCode one, TerritoryCode other) {
        database.createNativeQuery(
                        "select code from territory where code in (?1, ?2) order by code for update", String.class)
                .setParameter(1, one.value())
                .setParameter(2, other.value())
                .getResultList();
    }

    private Side side(Territory territory) {
        return new Side(
                territory, calendars.of(territory.code()).orElseThrow(), PublicationRow.lastDuty(territory.code()));
    }

    private LocalDate today(Territory territory) {
        return LocalDate.ofInstant(clock.instant(), territory.timeZone());
    }

    private Written kept(String by, String act, TerritoryCode territory, String detail) {
        audit.record(by, act, territory.value(), detail);
        changed.fire(new PerimetersChanged(Reach.of(territory)));
        return new Written.Kept(0);
    }
}
