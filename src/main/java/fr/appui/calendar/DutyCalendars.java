package fr.appui.calendar;

import fr.appui.directory.TerritoryCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The territories' calendars, wherever they are kept. */
public interface DutyCalendars {

    /** Empty when the territory is not known. Without any perimeter yet, the calendar has no window. */
    Optional<DutyCalendar> of(TerritoryCode territory);

    /** Every version of a territory, announced and agreed, by date of entry into force. */
    List<Perimeter> perimeters(TerritoryCode territory);

    /** The same of every territory that has one, read at once. */
    Map<TerritoryCode, List<Perimeter>> perimeters();

    /**
     * Adds a version, or replaces the one of the same date while the ARS has not agreed it.
     *
     * @throws IllegalArgumentException in French, when an agreed version would change or plages would overlap
     */
    void save(TerritoryCode territory, Perimeter version);

    /** Records the ARS's agreement to the version announced for a date. */
    void agree(TerritoryCode territory, LocalDate inForceFrom, ArsAgreement agreement);

    /** Ends every version on a date, none of which begins after it, or lifts the end that one had. */
    void end(TerritoryCode territory, Optional<LocalDate> lastDay);
}
