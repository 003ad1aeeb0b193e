package fr.appui.calendar;

import fr.appui.french.FrenchTime;
import fr.appui.french.InvalidInput;
import java.time.LocalTime;

/**
 * The local times between which a perimeter promises an answer (doc 001 §4).
 *
 * @param workingStart when a working day's duty begins: 18:00, or 18:30 by local choice
 * @param nonWorkingStart when a Saturday's, Sunday's or public holiday's duty begins
 * @param end when every duty ends: the same evening, or the next morning when {@code endsNextDay}
 */
public record PerimeterHours(LocalTime workingStart, LocalTime nonWorkingStart, LocalTime end, boolean endsNextDay) {

    private static final LocalTime SIX_PM = LocalTime.of(18, 0);
    private static final LocalTime HALF_PAST_SIX_PM = LocalTime.of(18, 30);
    private static final LocalTime HALF_PAST_EIGHT_AM = LocalTime.of(8, 30);
    private static final LocalTime TEN_PM = LocalTime.of(22, 0);

    public PerimeterHours {
        wholeMinutes(workingStart, "début des jours ouvrés");
        wholeMinutes(nonWorkingStart, "début des samedis, dimanches et jours fériés");
        wholeMinutes(end, "fin");
        if (endsNextDay) {
            overnight(workingStart, nonWorkingStart, end);
        } else {
            sameEvening(workingStart, nonWorkingStart, end);
        }
    }

    /** Socle: 18:00 → 22:00, and 8:30 → 22:00 on non-working days. */
    public static PerimeterHours core() {
        return new PerimeterHours(SIX_PM, HALF_PAST_EIGHT_AM, TEN_PM, false);
    }

    /** Étendu: everything but 8:30 → 18:00 of working days. */
    public static PerimeterHours extended() {
        return new PerimeterHours(SIX_PM, HALF_PAST_EIGHT_AM, HALF_PAST_EIGHT_AM, true);
    }

    /** The same perimeter where evenings begin at 18:30 (doc 001 §4, note 2). */
    public PerimeterHours fromHalfPastSix() {
        return new PerimeterHours(HALF_PAST_SIX_PM, nonWorkingStart, end, endsNextDay);
    }

    /** Seine-et-Marne: 18:30 → 22:30, and 8:30 → 22:30 on non-working days (doc 003). */
    public static PerimeterHours seineEtMarne() {
        return new PerimeterHours(HALF_PAST_SIX_PM, HALF_PAST_EIGHT_AM, LocalTime.of(22, 30), false);
    }

    public LocalTime start(DayKind kind) {
        return switch (kind) {
            case WORKING -> workingStart;
            case NON_WORKING -> nonWorkingStart;
        };
    }

    private static void wholeMinutes(LocalTime time, String field) {
        if (time.getSecond() != 0 || time.getNano() != 0) {
            throw new InvalidInput(field + " : une heure et des minutes, sans secondes, sont attendues");
        }
    }

    private static void sameEvening(LocalTime workingStart, LocalTime nonWorkingStart, LocalTime end) {
        if (!workingStart.isBefore(end) || !nonWorkingStart.isBefore(end)) {
            throw new InvalidInput(
                    "fin : " + FrenchTime.of(end) + " doit suivre les débuts (" + FrenchTime.of(workingStart) + " et "
                            + FrenchTime.of(nonWorkingStart) + "), ou la plage doit se terminer le lendemain");
        }
    }

    /** A gap before a non-working day's start would break "24 h/24", an end after a start would put two people on duty. */
    private static void overnight(LocalTime workingStart, LocalTime nonWorkingStart, LocalTime end) {
        if (!nonWorkingStart.equals(end)) {
            throw new InvalidInput("début des samedis, dimanches et jours fériés : "
                    + FrenchTime.of(nonWorkingStart) + " doit être l’heure de fin (" + FrenchTime.of(end)
                    + "), pour que les plages se suivent sans trou ni chevauchement");
        }
        if (workingStart.isBefore(end)) {
            throw new InvalidInput("début des jours ouvrés : " + FrenchTime.of(workingStart)
                    + " chevauche la plage de la veille, qui se termine à " + FrenchTime.of(end));
        }
    }
}
