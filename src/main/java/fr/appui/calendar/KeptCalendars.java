package fr.appui.calendar;

import fr.appui.directory.TerritoryCode;
import fr.appui.french.InvalidInput;
import java.time.LocalDate;
import java.util.Optional;

/** The same calendars, for those who change them. */
public interface KeptCalendars extends DutyCalendars {

    /**
     * Adds a version, or replaces the one of the same date while the ARS has not agreed it.
     *
     * @throws InvalidInput in French, when an agreed version would change or plages would overlap
     */
    void save(TerritoryCode territory, Perimeter version);

    /** Records the ARS's agreement to the version announced for a date. */
    void agree(TerritoryCode territory, LocalDate inForceFrom, ArsAgreement agreement);

    /** Ends what is promised on a date, after which no version begins, or lifts that end. */
    void end(TerritoryCode territory, Optional<LocalDate> lastDay);
}
