package fr.appui.calendar;

import fr.appui.french.FrenchDate;
import fr.appui.french.InvalidInput;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One dated version of what a whole territory promises. Announced first, it applies from {@code inForceFrom} only once the
 * ARS has agreed (doc 001 §4: « sous réserve d'en aviser l'ARS en amont et après accord de cette dernière »).
 *
 * @param inForceFrom the first local date whose duty has these hours; it runs until the next agreed version
 * @param lastDay the last date that has a duty, where the line is joined to another; empty while nothing ends it
 */
public record Perimeter(
        PerimeterKind kind,
        PerimeterHours hours,
        LocalDate announcedOn,
        Optional<ArsAgreement> agreement,
        LocalDate inForceFrom,
        Optional<LocalDate> lastDay) {

    public Perimeter {
        // a snapshot file written by an earlier version has none
        lastDay = lastDay == null ? Optional.empty() : lastDay;
        lastDay.filter(inForceFrom::isAfter).ifPresent(last -> {
            throw new InvalidInput("fin des plages : le " + FrenchDate.of(last) + " précède l’entrée en vigueur du "
                    + FrenchDate.of(inForceFrom) + " ; choisir une date postérieure");
        });
        if (announcedOn.isAfter(inForceFrom)) {
            throw new InvalidInput(
                    "entrée en vigueur : le " + FrenchDate.of(inForceFrom) + " précède l’annonce à l’ARS du "
                            + FrenchDate.of(announcedOn) + " ; choisir une date postérieure");
        }
        agreement.ifPresent(agreed -> requireInOrder(agreed, announcedOn, inForceFrom));
        if ((kind == PerimeterKind.EXTENDED) != hours.endsNextDay()) {
            throw new InvalidInput(
                    "horaires : un périmètre étendu se termine le lendemain matin, un périmètre socle le soir même");
        }
    }

    public Perimeter(
            PerimeterKind kind,
            PerimeterHours hours,
            LocalDate announcedOn,
            Optional<ArsAgreement> agreement,
            LocalDate inForceFrom) {
        this(kind, hours, announcedOn, agreement, inForceFrom, Optional.empty());
    }

    /** What the coordinator writes when the project is first told to the ARS. */
    public static Perimeter announced(
            PerimeterKind kind, PerimeterHours hours, LocalDate announcedOn, LocalDate inForceFrom) {
        return new Perimeter(kind, hours, announcedOn, Optional.empty(), inForceFrom);
    }

    public Perimeter agreed(LocalDate date, String reference) {
        return new Perimeter(
                kind, hours, announcedOn, Optional.of(new ArsAgreement(date, reference)), inForceFrom, lastDay);
    }

    public Perimeter ending(Optional<LocalDate> last) {
        return new Perimeter(kind, hours, announcedOn, agreement, inForceFrom, last);
    }

    /** Whether nothing ended it before this date; a later version may apply in its place. */
    public boolean lastsUntil(LocalDate date) {
        return lastDay.filter(date::isAfter).isEmpty();
    }

    public boolean isAgreed() {
        return agreement.isPresent();
    }

    private static void requireInOrder(ArsAgreement agreed, LocalDate announcedOn, LocalDate inForceFrom) {
        if (agreed.date().isBefore(announcedOn) || agreed.date().isAfter(inForceFrom)) {
            throw new InvalidInput(
                    "accord de l’ARS : le " + FrenchDate.of(agreed.date()) + " doit se situer entre l’annonce ("
                            + FrenchDate.of(announcedOn) + ") et l’entrée en vigueur (" + FrenchDate.of(inForceFrom)
                            + ")");
        }
    }
}
