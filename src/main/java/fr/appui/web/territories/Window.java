package fr.appui.web.territories;

import fr.appui.calendar.DayKind;
import fr.appui.calendar.DutyWindow;
import fr.appui.calendar.PerimeterKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;

/** One duty window, its times with the territory's offset. */
public record Window(LocalDate date, OffsetDateTime start, OffsetDateTime end, PerimeterKind perimeter, DayKind kind) {

    /** The windows of a range of dates, both included. */
    public record Windows(String territory, LocalDate from, LocalDate to, List<Window> items) {}

    static Window of(DutyWindow window, ZoneId zone) {
        return new Window(
                window.date(),
                local(window.start(), zone),
                local(window.end(), zone),
                window.perimeter(),
                window.kind());
    }

    static OffsetDateTime local(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toOffsetDateTime();
    }
}
