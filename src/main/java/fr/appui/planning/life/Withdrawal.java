package fr.appui.planning.life;

import fr.appui.directory.PhysicianId;
import fr.appui.french.InvalidInput;
import fr.appui.planning.DateRange;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A physician who can no longer hold these dates. */
public record Withdrawal(PhysicianId physician, Set<LocalDate> dates) {

    private static final int MOST_DATES = 92;

    public Withdrawal {
        dates = Collections.unmodifiableSet(new TreeSet<>(dates));
        if (dates.isEmpty() || dates.size() > MOST_DATES) {
            throw new InvalidInput("dates : en donner de 1 à " + MOST_DATES);
        }
    }

    /** Of all dates of a range, whose length is looked at before its dates are. */
    public static Withdrawal during(PhysicianId physician, LocalDate from, LocalDate to) {
        if (from.plusDays(MOST_DATES).isBefore(to)) {
            throw new InvalidInput("dates : en donner de 1 à " + MOST_DATES);
        }
        return new Withdrawal(physician, new DateRange(from, to).dates().collect(Collectors.toSet()));
    }

    LocalDate first() {
        return dates.iterator().next();
    }

    LocalDate last() {
        return dates.stream().reduce((earlier, later) -> later).orElseThrow();
    }
}
