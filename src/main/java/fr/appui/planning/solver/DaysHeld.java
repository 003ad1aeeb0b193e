package fr.appui.planning.solver;

import com.google.ortools.sat.BoolVar;
import fr.appui.planning.DayToCover;
import fr.appui.planning.Volunteer;
import java.time.LocalDate;
import java.util.List;

/** Consecutive days inside one week that a physician may hold together. @param chosen true when they do */
record DaysHeld(Volunteer physician, List<DayToCover> days, BoolVar chosen) {

    LocalDate from() {
        return days.getFirst().date();
    }

    LocalDate to() {
        return days.getLast().date();
    }

    LocalDate week() {
        return DayToCover.weekOf(from());
    }

    boolean covers(LocalDate date) {
        return !date.isBefore(from()) && !date.isAfter(to());
    }
}
