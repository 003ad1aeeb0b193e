package fr.appui.directory;

import fr.appui.french.FrenchDate;
import fr.appui.french.InvalidInput;
import java.time.LocalDate;
import java.util.Optional;

/** Local dates during which something holds, both included. @param to empty while no end is known */
public record DateSpan(LocalDate from, Optional<LocalDate> to) {

    public DateSpan {
        if (to.isPresent() && to.get().isBefore(from)) {
            throw new InvalidInput("période : la fin (" + FrenchDate.of(to.get()) + ") précède le début ("
                    + FrenchDate.of(from) + ") ; corriger l’une des deux dates");
        }
    }

    public static DateSpan since(LocalDate from) {
        return new DateSpan(from, Optional.empty());
    }

    public static DateSpan between(LocalDate from, LocalDate to) {
        return new DateSpan(from, Optional.of(to));
    }

    public boolean overlaps(DateSpan other) {
        return other.to.filter(from::isAfter).isEmpty()
                && to.filter(other.from::isAfter).isEmpty();
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(from) && to.filter(date::isAfter).isEmpty();
    }
}
