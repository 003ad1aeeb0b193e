package fr.appui.planning;

import fr.appui.calendar.DutyWindow;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import java.time.LocalDate;

/**
 * A duty that the problem does not decide: on another territory, or on this one outside the dates to cover. Of a shared duty,
 * the part this physician holds.
 *
 * @param day its window is the time during which they hold it
 * @param counted whether it counts as a duty day: a shared duty counts for who holds most of it
 */
public record HeldDuty(PhysicianId physician, DayToCover day, DutyRung rung, TerritoryCode territory, boolean counted) {

    public HeldDuty(PhysicianId physician, DayToCover day, DutyRung rung, TerritoryCode territory) {
        this(physician, day, rung, territory, true);
    }

    public LocalDate date() {
        return day.date();
    }

    public boolean overlaps(DutyWindow other) {
        DutyWindow own = day.window();
        return own.start().isBefore(other.end()) && other.start().isBefore(own.end());
    }
}
