package fr.appui.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.calendar.DayKind;
import fr.appui.calendar.DutyWindow;
import fr.appui.calendar.PerimeterKind;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The hours said are those of the window, in the territory's own time, clock changes included. */
class OutOfHoursTest {

    @ParameterizedTest
    @CsvSource({
        "WORKING,     2026-03-05T18:00, 2026-03-05T22:00, Europe/Paris, ouvert-semaine-de 18:00 jusqu-a 22:00",
        "WORKING,     2026-03-05T18:00, 2026-03-06T08:30, Europe/Paris, ouvert-semaine-de 18:00 jusqu-a 08:30 le-lendemain",
        "NON_WORKING, 2026-03-07T08:30, 2026-03-07T22:30, Europe/Paris, ouvert-weekend-de 08:30 jusqu-a 22:30",
        "NON_WORKING, 2026-03-28T08:30, 2026-03-29T08:30, Europe/Paris, ouvert-weekend vingt-quatre-heures",
        "NON_WORKING, 2026-10-24T08:30, 2026-10-25T08:30, Europe/Paris, ouvert-weekend vingt-quatre-heures",
        "WORKING,     2026-03-05T18:30, 2026-03-05T22:30, Indian/Reunion, ouvert-semaine-de 18:30 jusqu-a 22:30",
    })
    void hours_are_read_from_the_window(
            DayKind kind, LocalDateTime start, LocalDateTime end, ZoneId zone, String expected) {
        var window = new DutyWindow(
                LocalDate.from(start),
                start.atZone(zone).toInstant(),
                end.atZone(zone).toInstant(),
                PerimeterKind.CORE,
                kind);
        assertThat(OutOfHours.hours(window, zone).stream()
                        .map(OutOfHoursTest::word)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }

    private static String word(Announcement announcement) {
        return switch (announcement) {
            case Announcement.Recorded recorded -> recorded.name();
            case Announcement.TimeOfDay time -> time.time().toString();
            case Announcement.Digits digits -> "…";
            case Announcement.TerritoryName name -> name.territory().value();
        };
    }
}
