package fr.appui.indicators.sample;

import fr.appui.directory.PhysicianId;
import java.time.LocalDate;

/** Who is on duty in the sample. @see #on */
public interface Roster {

    /** @param rung 1 or 2 */
    PhysicianId on(LocalDate dutyDate, int rung);
}
