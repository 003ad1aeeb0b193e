package fr.appui.planning;

import fr.appui.directory.PhysicianId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Consecutive dates that one physician holds inside one week, Monday to Sunday; as long as they can be. */
public record Turn(PhysicianId physician, DateRange dates) {

    public LocalDate week() {
        return DayToCover.weekOf(dates.from());
    }

    public static List<Turn> of(SortedMap<LocalDate, PhysicianId> holders) {
        var turns = new ArrayList<Turn>();
        holders.forEach((date, holder) -> {
            if (!turns.isEmpty() && turns.getLast().continuesOn(date, holder)) {
                turns.set(turns.size() - 1, turns.getLast().until(date));
            } else {
                turns.add(new Turn(holder, DateRange.on(date)));
            }
        });
        return turns;
    }

    private boolean continuesOn(LocalDate date, PhysicianId holder) {
        return physician.equals(holder)
                && date.equals(dates.to().plusDays(1))
                && date.getDayOfWeek() != DayOfWeek.MONDAY;
    }

    private Turn until(LocalDate date) {
        return new Turn(physician, new DateRange(dates.from(), date));
    }
}
