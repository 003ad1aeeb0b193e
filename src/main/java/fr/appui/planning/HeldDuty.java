package fr.appui.planning;

import fr.appui.calendar.DutyWindow;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import java.time.LocalDate;

/** A duty that the problem does not decide: on another territory, or on this one outside the dates to cover. */
public record HeldDuty(PhysicianId physician, DayToCover day, DutyRung rung, TerritoryCode territory) {

    public LocalDate date() {
        return day.date();
    }

    public boolean overlaps(DutyWindow other) {
        DutyWindow own = day.window();
        return own.start().isBefore(other.end()) && other.start().isBefore(own.end());
    }
}
