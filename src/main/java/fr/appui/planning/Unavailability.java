package fr.appui.planning;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Dates on which a volunteer does not volunteer. */
public sealed interface Unavailability {

    boolean covers(LocalDate date);

    /** Leave, congress, a single date. */
    record During(DateRange dates) implements Unavailability {
        @Override
        public boolean covers(LocalDate date) {
            return dates.contains(date);
        }
    }

    /** Every Tuesday, as long as the range lasts. */
    record Every(DayOfWeek day, DateRange dates) implements Unavailability {
        @Override
        public boolean covers(LocalDate date) {
            return date.getDayOfWeek() == day && dates.contains(date);
        }
    }
}
