package fr.appui.planning;

import fr.appui.french.FrenchDate;
import fr.appui.french.InvalidInput;
import java.time.LocalDate;
import java.util.stream.Stream;

/** Local dates from the first to the last, both included. */
public record DateRange(LocalDate from, LocalDate to) {

    public DateRange {
        if (to.isBefore(from)) {
            throw new InvalidInput("période : la fin (" + FrenchDate.of(to) + ") précède le début ("
                    + FrenchDate.of(from) + ") ; corriger l’une des deux dates");
        }
    }

    public static DateRange on(LocalDate date) {
        return new DateRange(date, date);
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }

    public Stream<LocalDate> dates() {
        return from.datesUntil(to.plusDays(1));
    }
}
