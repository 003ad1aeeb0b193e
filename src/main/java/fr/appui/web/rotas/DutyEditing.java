package fr.appui.web.rotas;

import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.french.WrittenValue;
import fr.appui.planning.DateRange;
import fr.appui.planning.life.Edited;
import fr.appui.planning.life.Placing;
import fr.appui.planning.life.PlacingDesk;
import fr.appui.planning.life.RotaReader;
import fr.appui.planning.life.RotaView;
import fr.appui.web.request.Author;
import fr.appui.web.request.Faults;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** Turns what the form says into dates to place; {@link PlacingDesk} decides what becomes of them. */
@ApplicationScoped
class DutyEditing {

    private final PlanningDoor door;
    private final PlacingDesk placings;
    private final RotaReader reader;
    private final Author author;

    DutyEditing(PlanningDoor door, PlacingDesk placings, RotaReader reader, Author author) {
        this.door = door;
        this.placings = placings;
        this.reader = reader;
        this.author = author;
    }

    /** Empty when the form is not readable; {@code faults} then say why. */
    Optional<Edited> edit(Planned at, RotaView view, DutyEntry entry, Faults faults) {
        Optional<LocalDate> from = faults.requiredDate("du", "Date", entry.du);
        LocalDate to = faults.date("au", "Dernière date", entry.au)
                .orElseGet(() -> from.orElse(at.quarter().first()));
        if (PlacingDesk.wantsReason(view.isPublished(), entry.derogation)) {
            faults.required("raison", "Raison", entry.raison);
        }
        Optional<PhysicianId> physician = physician(at, entry, faults);
        Optional<DateRange> dates = from.flatMap(first -> dates(at, first, to, faults));
        Optional<LocalTime> time = faults.time("heure", "À partir de", entry.heure);
        return dates.filter(readable -> faults.isEmpty()).map(range -> {
            List<LocalDate> all = range.dates().toList();
            return placings.place(
                    at.code(),
                    at.quarter(),
                    Placing.of(all, entry.rung(), physician, entry.derogation).by(entry.seen()),
                    time.map(known -> reader.moment(at.code(), range.from(), known)),
                    author.by(entry.raison));
        });
    }

    private Optional<PhysicianId> physician(Planned at, DutyEntry entry, Faults faults) {
        if (entry.leaves()) {
            return Optional.empty();
        }
        if (WrittenValue.isNothing(entry.medecin)) {
            faults.add("medecin", "Médecin : en choisir un ; pour ne laisser personne, « Retirer »");
            return Optional.empty();
        }
        Optional<PhysicianId> found =
                door.physician(at.territory(), entry.medecin).map(Physician::id);
        if (found.isEmpty()) {
            faults.add("medecin", "Médecin : il n’exerce pas sur ce territoire ; en choisir un de la liste");
        }
        return found;
    }

    private static Optional<DateRange> dates(Planned at, LocalDate from, LocalDate to, Faults faults) {
        LocalDate first = from.isAfter(to) ? to : from;
        LocalDate last = from.isAfter(to) ? from : to;
        if (!at.quarter().contains(first) || !at.quarter().contains(last)) {
            faults.add("du", "Date : elle n’est pas au " + at.quarter().label());
            return Optional.empty();
        }
        return Optional.of(new DateRange(first, last));
    }
}
