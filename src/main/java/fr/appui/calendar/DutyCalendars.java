package fr.appui.calendar;

import fr.appui.directory.Joinings;
import fr.appui.directory.Reach;
import fr.appui.directory.TerritoryCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The territories' calendars, wherever they are kept: what everybody may read. */
public interface DutyCalendars {

    /** Empty when the territory is not known. Without any perimeter yet, the calendar has no window. */
    Optional<DutyCalendar> of(TerritoryCode territory);

    /** The hours in which a territory's number is answered on a date: its own, or those of the one it was joined to by then. */
    default Optional<Perimeter> answeredOn(TerritoryCode territory, LocalDate date, Joinings joinings) {
        return of(joinings.answering(territory, date)).flatMap(calendar -> calendar.perimeterOn(date));
    }

    /** Every version of a territory, announced and agreed, by date of entry into force. */
    List<Perimeter> perimeters(TerritoryCode territory);

    /** The same of every territory there that has one, read at once. */
    Map<TerritoryCode, List<Perimeter>> perimeters(Reach within);
}
