package fr.appui.planning.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import fr.appui.calendar.DutyCalendar;
import fr.appui.calendar.DutyWindow;
import fr.appui.calendar.Perimeter;
import fr.appui.calendar.PerimeterHours;
import fr.appui.calendar.PerimeterKind;
import fr.appui.directory.HolidayZone;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarFileTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant CHANGED = Instant.parse("2026-09-01T10:00:00Z");

    private static final DutyCalendar EXTENDED = new DutyCalendar(
            PARIS,
            HolidayZone.METROPOLE,
            List.of(Perimeter.announced(
                            PerimeterKind.EXTENDED,
                            PerimeterHours.extended(),
                            LocalDate.of(2025, 1, 1),
                            LocalDate.of(2025, 2, 1))
                    .agreed(LocalDate.of(2025, 1, 15), "ARS 2025-1")));

    /** Both nights when the clocks change, and an ordinary one. */
    @ParameterizedTest(name = "the duty of {0} lasts {1} hours")
    @CsvSource({
        "2026-03-28, 23, 20260328T073000Z, 20260329T063000Z",
        "2026-10-24, 25, 20261024T063000Z, 20261025T073000Z",
        "2026-11-14, 24, 20261114T073000Z, 20261115T073000Z"
    })
    void aDutyKeepsItsInstantsWhenTheClocksChange(LocalDate date, int hours, String start, String end)
            throws Exception {
        DutyWindow window = EXTENDED.window(date).orElseThrow();
        VEvent event = only(CalendarFile.of("Essai", List.of(entry(window, 0, false))));
        assertThat(event.getRequiredProperty(Property.DTSTART).getValue()).isEqualTo(start);
        assertThat(event.getRequiredProperty(Property.DTEND).getValue()).isEqualTo(end);
        assertThat(Duration.between(window.start(), window.end())).hasHours(hours);
    }

    @Test
    void aWholeYearIsValidAndReadBackEventByEvent() throws Exception {
        List<DutyWindow> year = EXTENDED.windows(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
        Calendar calendar = parse(CalendarFile.of(
                "Astreintes « Oise »",
                year.stream().map(window -> entry(window, 0, false)).toList()));
        assertThat(calendar.validate(true).hasErrors()).isFalse();
        List<VEvent> events = calendar.getComponents("VEVENT");
        assertThat(events).hasSize(365);
        for (int i = 0; i < events.size(); i++) {
            assertThat(Instant.from(
                            events.get(i).<Temporal>getStartDate().orElseThrow().getDate()))
                    .isEqualTo(year.get(i).start());
            assertThat(Instant.from(events.get(i)
                            .<Temporal>getEndDate(false)
                            .orElseThrow()
                            .getDate()))
                    .isEqualTo(year.get(i).end());
        }
    }

    @Test
    void aDutyTakenAwayIsCancelledUnderTheSameUidWithAHigherSequence() throws Exception {
        DutyWindow window = EXTENDED.window(LocalDate.of(2026, 11, 14)).orElseThrow();
        VEvent given = only(CalendarFile.of("Essai", List.of(entry(window, 0, false))));
        VEvent taken = only(CalendarFile.of("Essai", List.of(entry(window, 1, true))));
        assertThat(value(taken, Property.UID)).isEqualTo(value(given, Property.UID));
        assertThat(value(taken, Property.SEQUENCE)).isEqualTo("1");
        assertThat(value(taken, Property.STATUS)).isEqualTo("CANCELLED");
        assertThat(value(taken, Property.SUMMARY)).startsWith("ANNULÉ");
        assertThat(value(given, Property.STATUS)).isEqualTo("CONFIRMED");
    }

    @Test
    void accentsAndLongSentencesSurviveTheFoldingOfLines() throws Exception {
        String sentence =
                "Échange convenu entre médecins ; à 20 h, Dr Lefèvre-Dutilleul relève, puis rend l’astreinte à 22 h. "
                        .repeat(4)
                        .strip();
        var entry = new CalendarEntry(
                "a@appui",
                new CalendarEntry.Span(CHANGED, CHANGED.plusSeconds(60)),
                new CalendarEntry.Text("Été – relève", sentence),
                0,
                CHANGED,
                false);
        String file = CalendarFile.of("Essai", List.of(entry));
        assertThat(value(only(file), Property.DESCRIPTION)).isEqualTo(sentence);
        assertThat(value(only(file), Property.SUMMARY)).isEqualTo("Été – relève");
        assertThat(file.lines().map(line -> line.getBytes(UTF_8).length)).allMatch(length -> length <= 75);
        assertThat(file).contains("\r\n");
    }

    /** What the standards ask of every line and component (RFC 5545, 3.1, 3.4, 3.6; RFC 7986, 5.7), and nothing of a library. */
    @Test
    void everyLineAndComponentIsAsTheStandardsAsk() {
        String sentence = "Échangé à 20\u00a0h ; « déjà relevé » – été, où l'œuvre naît… 🩺 "
                .repeat(9)
                .strip();
        List<DutyWindow> year = EXTENDED.windows(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
        String file = CalendarFile.of(
                "Astreintes « Métropole Flandres », équipe d'été : dévoués, où qu’ils soient",
                year.stream()
                        .map(window -> new CalendarEntry(
                                window.date() + "-1@appui",
                                new CalendarEntry.Span(window.start(), window.end()),
                                new CalendarEntry.Text(sentence, sentence),
                                1,
                                CHANGED,
                                window.date().getDayOfMonth() == 1))
                        .toList());
        assertThat(file).endsWith("\r\n").doesNotContain("\r\n\r\n");
        assertThat(file.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
        assertThat(file.split("\r\n"))
                .allSatisfy(line -> assertThat(line.getBytes(UTF_8).length).isBetween(1, 75))
                .allSatisfy(line -> assertThat(line).doesNotContain("\uFFFD"));
        List<String> lines = file.replace("\r\n ", "").lines().toList();
        assertThat(lines.getFirst()).isEqualTo("BEGIN:VCALENDAR");
        assertThat(lines.getLast()).isEqualTo("END:VCALENDAR");
        assertThat(lines).containsOnlyOnce("VERSION:2.0", "REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        assertThat(lines.stream().filter(line -> line.startsWith("PRODID:"))).hasSize(1);
        assertThat(lines).allMatch(line -> line.matches("[A-Z-]+(;[A-Z-]+=[^:;]+)*:.+"));
        for (String required : List.of("UID", "DTSTAMP", "DTSTART", "DTEND", "SEQUENCE", "STATUS", "SUMMARY")) {
            assertThat(lines.stream().filter(line -> line.startsWith(required + ":")))
                    .as(required)
                    .hasSize(year.size());
        }
    }

    @Test
    void anotherLibraryReadsTheSameAndFindsNothingWrong() {
        List<DutyWindow> year = EXTENDED.windows(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
        String file = CalendarFile.of(
                "Astreintes « Oise »",
                year.stream().map(window -> entry(window, 2, false)).toList());
        ICalendar read = Biweekly.parse(file).first();
        assertThat(read.validate(ICalVersion.V2_0)).isEmpty();
        assertThat(read.getRefreshInterval().getValue().getHours()).isEqualTo(1);
        assertThat(read.getEvents()).hasSize(year.size());
        for (int i = 0; i < year.size(); i++) {
            biweekly.component.VEvent event = read.getEvents().get(i);
            assertThat(event.getDateStart().getValue().toInstant())
                    .isEqualTo(year.get(i).start());
            assertThat(event.getDateEnd().getValue().toInstant())
                    .isEqualTo(year.get(i).end());
            assertThat(event.getSequence().getValue()).isEqualTo(2);
            assertThat(event.getSummary().getValue()).isEqualTo("Astreinte soins palliatifs – Oise");
        }
    }

    @Test
    void aCalendarWithoutAnyDutyIsStillOneThatAPhoneAccepts() throws Exception {
        String file = CalendarFile.of("Essai", List.of());
        assertThat(file).startsWith("BEGIN:VCALENDAR").contains("VERSION:2.0");
        assertThat(parse(file).getComponents("VEVENT")).isEmpty();
    }

    private static CalendarEntry entry(DutyWindow window, int sequence, boolean cancelled) {
        return new CalendarEntry(
                window.date() + "-1@appui",
                new CalendarEntry.Span(window.start(), window.end()),
                new CalendarEntry.Text("Astreinte soins palliatifs – Oise", "Premier rang."),
                sequence,
                CHANGED,
                cancelled);
    }

    private static String value(VEvent event, String property) {
        return event.getRequiredProperty(property).getValue();
    }

    private static VEvent only(String file) throws Exception {
        List<VEvent> events = parse(file).getComponents("VEVENT");
        assertThat(events).hasSize(1);
        return events.getFirst();
    }

    private static Calendar parse(String file) throws Exception {
        return new CalendarBuilder().build(new StringReader(file));
    }
}
