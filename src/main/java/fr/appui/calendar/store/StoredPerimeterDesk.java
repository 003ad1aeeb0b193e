package fr.appui.calendar.store;

import fr.appui.calendar.ArsAgreement;
import fr.appui.calendar.KeptCalendars;
import fr.appui.calendar.Perimeter;
import fr.appui.calendar.PerimeterDesk;
import fr.appui.calendar.PerimetersChanged;
import fr.appui.directory.Audit;
import fr.appui.directory.Reach;
import fr.appui.directory.TerritoryCode;
import fr.appui.directory.Written;
import fr.appui.french.FrenchDate;
import fr.appui.french.InvalidInput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;

@ApplicationScoped
@Transactional
class StoredPerimeterDesk implements PerimeterDesk {

    private final KeptCalendars calendars;
    private final EntityManager database;
    private final Audit audit;
    private final Event<PerimetersChanged> changed;

    StoredPerimeterDesk(
            KeptCalendars calendars, EntityManager database, Audit audit, Event<PerimetersChanged> changed) {
        this.calendars = calendars;
        this.database = database;
        this.audit = audit;
        this.changed = changed;
    }

    @Override
    public Written announce(TerritoryCode territory, Perimeter version, String by) {
        alone(territory);
        if (PerimeterRow.of(territory, version.inForceFrom()).isPresent()) {
            return new Written.Refused(
                    "inForceFrom",
                    "entrée en vigueur : une version est déjà annoncée pour le " + FrenchDate.of(version.inForceFrom())
                            + " ; la retirer, ou choisir une autre date");
        }
        return write(territory, version, "inForceFrom", by, "perimeter.announced", "Annoncé à l’ARS");
    }

    @Override
    public Written agree(TerritoryCode territory, LocalDate inForceFrom, ArsAgreement agreement, String by) {
        alone(territory);
        Optional<Perimeter> announced = PerimeterRow.of(territory, inForceFrom).map(PerimeterRow::toPerimeter);
        if (announced.isEmpty()) {
            return new Written.Unknown();
        }
        if (announced.get().isAgreed()) {
            return new Written.Refused("agreedOn", "accord de l’ARS : il est déjà enregistré pour cette version");
        }
        try {
            Perimeter agreed = announced.get().agreed(agreement.date(), agreement.reference());
            return write(territory, agreed, "agreedOn", by, "perimeter.agreed", agreement.reference());
        } catch (InvalidInput outOfOrder) {
            return new Written.Refused("agreedOn", outOfOrder.sentence());
        }
    }

    @Override
    public Written withdraw(TerritoryCode territory, LocalDate inForceFrom, String by) {
        alone(territory);
        Optional<PerimeterRow> row = PerimeterRow.of(territory, inForceFrom);
        if (row.isEmpty()) {
            return new Written.Unknown();
        }
        if (row.get().toPerimeter().isAgreed()) {
            return new Written.Refused(
                    "inForceFrom",
                    "périmètre : l’ARS a donné son accord, il ne se retire plus ; annoncer une version suivante");
        }
        row.get().delete();
        return kept(by, "perimeter.withdrawn", territory, inForceFrom, "Annonce retirée");
    }

    /** Versions follow one another: each is checked against the others, so one is written at a time. Before any reading. */
    private void alone(TerritoryCode territory) {
        database.createNativeQuery("select code from territory where code = ?1 for update", String.class)
                .setParameter(1, territory.value())
                .getResultList();
    }

    private Written write(
            TerritoryCode territory, Perimeter version, String field, String by, String act, String detail) {
        try {
            calendars.save(territory, version);
        } catch (InvalidInput refused) {
            return new Written.Refused(field, refused.sentence());
        }
        return kept(by, act, territory, version.inForceFrom(), detail);
    }

    private Written kept(String by, String act, TerritoryCode territory, LocalDate inForceFrom, String detail) {
        audit.record(by, act, territory.value() + " " + inForceFrom, detail);
        changed.fire(new PerimetersChanged(Reach.of(territory)));
        return new Written.Kept(0);
    }
}
