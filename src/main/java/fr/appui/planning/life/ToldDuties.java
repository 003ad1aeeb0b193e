package fr.appui.planning.life;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import java.time.LocalDate;
import java.util.List;

/** What physicians were told of their duties, and so what their calendars hold. */
public interface ToldDuties {

    List<ToldDuty> of(TerritoryCode territory, LocalDate from, LocalDate to);

    /** On every territory, from a date on. */
    List<ToldDuty> of(PhysicianId physician, LocalDate from);

    /** Replaces what is known under the same keys. */
    void keep(List<ToldDuty> told);
}
