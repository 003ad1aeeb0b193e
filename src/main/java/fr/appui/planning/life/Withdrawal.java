package fr.appui.planning.life;

import fr.appui.directory.PhysicianId;
import fr.appui.french.InvalidInput;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** A physician who can no longer hold these dates. */
public record Withdrawal(PhysicianId physician, Set<LocalDate> dates) {

    private static final int MOST_DATES = 92;

    public Withdrawal {
        dates = Collections.unmodifiableSet(new TreeSet<>(dates));
        if (dates.isEmpty() || dates.size() > MOST_DATES) {
            throw new InvalidInput("dates : en donner de 1 à " + MOST_DATES);
        }
    }

    LocalDate first() {
        return dates.iterator().next();
    }

    LocalDate last() {
        return dates.stream().reduce((earlier, later) -> later).orElseThrow();
    }
}
