package fr.appui.web.coordinator;

import fr.appui.calendar.DutyCalendar;
import fr.appui.calendar.DutyCalendars;
import fr.appui.calendar.DutyWindow;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.planning.DateRange;
import fr.appui.planning.life.DraftDesk;
import fr.appui.planning.life.Edit;
import fr.appui.planning.life.Edited;
import fr.appui.planning.life.OverrideDesk;
import fr.appui.planning.life.Placing;
import fr.appui.planning.life.RotaView;
import fr.appui.web.planning.Author;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** Turns what the form says into an edit of the draft, or into an act on what is published. */
@ApplicationScoped
class DutyEditing {

    private final PlanningDoor door;
    private final DraftDesk drafts;
    private final OverrideDesk overrides;
    private final DutyCalendars calendars;
    private final Author author;

    DutyEditing(PlanningDoor door, DraftDesk drafts, OverrideDesk overrides, DutyCalendars calendars, Author author) {
        this.door = door;
        this.drafts = drafts;
        this.overrides = overrides;
        this.calendars = calendars;
        this.author = author;
    }

    /** Whether dates change by traced acts, each with its reason: there is a version in force and no draft. */
    static boolean isPublished(RotaView view) {
        return view.version() > 0 && view.draft().isEmpty();
    }

    /** Empty when the form is not readable; {@code faults} then say why. */
    Optional<Edited> edit(Planned at, RotaView view, DutyEntry entry, Faults faults) {
        Optional<LocalDate> from = faults.requiredDate("du", "Date", entry.du);
        LocalDate to = faults.date("au", "Dernière date", entry.au)
                .orElseGet(() -> from.orElse(at.quarter().first()));
        boolean published = isPublished(view);
        if (published || entry.derogation) {
            faults.required("raison", "Raison", entry.raison);
        }
        Optional<PhysicianId> physician = physician(at, entry, faults);
        Optional<DateRange> dates = from.flatMap(first -> dates(at, first, to, faults));
        if (!faults.isEmpty() || dates.isEmpty()) {
            return Optional.empty();
        }
        return published
                ? override(at, dates.get(), physician, entry, faults)
                : Optional.of(draft(at, dates.get(), physician, entry));
    }

    private Edited draft(Planned at, DateRange dates, Optional<PhysicianId> physician, DutyEntry entry) {
        List<LocalDate> all = dates.dates().toList();
        return drafts.place(
                at.code(),
                at.quarter(),
                Placing.of(all, entry.rung(), physician, entry.derogation).by(entry.seen()),
                author.act(entry.raison, "modification du brouillon"));
    }

    private Optional<Edited> override(
            Planned at, DateRange dates, Optional<PhysicianId> physician, DutyEntry entry, Faults faults) {
        if (!dates.from().equals(dates.to())) {
            faults.add(
                    "au",
                    "Sur un planning publié, une date se change à la fois ; pour plusieurs, ouvrir un brouillon et publier"
                            + " une nouvelle version");
            return Optional.empty();
        }
        Optional<Instant> from =
                faults.time("heure", "À partir de", entry.heure).flatMap(time -> moment(at, dates.from(), time));
        if (!faults.isEmpty()) {
            return Optional.empty();
        }
        var edit = new Edit(dates.from(), entry.rung(), physician, from, entry.derogation, entry.seen());
        return Optional.of(overrides.override(at.code(), edit, author.act(entry.raison)));
    }

    /** A time before the duty begins is meant on the morning after. */
    private Optional<Instant> moment(Planned at, LocalDate date, LocalTime time) {
        Optional<DutyCalendar> calendar = calendars.of(at.code());
        Optional<Instant> start = calendar.flatMap(known -> known.window(date)).map(DutyWindow::start);
        ZonedDateTime same = date.atTime(time).atZone(at.territory().timeZone());
        return start.map(
                begins -> same.toInstant().isBefore(begins) ? same.plusDays(1).toInstant() : same.toInstant());
    }

    private Optional<PhysicianId> physician(Planned at, DutyEntry entry, Faults faults) {
        if (entry.leaves()) {
            return Optional.empty();
        }
        if (entry.medecin.isBlank()) {
            faults.add("medecin", "Médecin : en choisir un ; pour ne laisser personne, « Retirer »");
            return Optional.empty();
        }
        Optional<PhysicianId> found =
                door.physician(at.territory(), entry.medecin).map(Physician::id);
        if (found.isEmpty()) {
            faults.add("medecin", "Médecin : il n'exerce pas sur ce territoire ; en choisir un de la liste");
        }
        return found;
    }

    private static Optional<DateRange> dates(Planned at, LocalDate from, LocalDate to, Faults faults) {
        LocalDate first = from.isAfter(to) ? to : from;
        LocalDate last = from.isAfter(to) ? from : to;
        if (!at.quarter().contains(first) || !at.quarter().contains(last)) {
            faults.add("du", "Date : elle n'est pas au " + at.quarter().label());
            return Optional.empty();
        }
        return Optional.of(new DateRange(first, last));
    }
}
