package fr.appui.calendar;

import fr.appui.french.FrenchDate;
import fr.appui.french.InvalidInput;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One interval to cover (plage), half-open: {@code start} belongs to it, {@code end} does not.
 *
 * @param date the local date whose duty this is; an extended duty ends on the next date
 */
public record DutyWindow(LocalDate date, Instant start, Instant end, PerimeterKind perimeter, DayKind kind) {

    public DutyWindow {
        if (!start.isBefore(end)) {
            throw new InvalidInput("plage du " + FrenchDate.of(date) + " : la fin doit suivre le début");
        }
    }

    public boolean contains(Instant t) {
        return !t.isBefore(start) && t.isBefore(end);
    }
}
