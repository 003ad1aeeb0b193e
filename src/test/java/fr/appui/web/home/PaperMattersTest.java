package fr.appui.web.home;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.calendar.Perimeter;
import fr.appui.calendar.PerimeterHours;
import fr.appui.calendar.PerimeterKind;
import fr.appui.directory.DirectoryRead;
import fr.appui.directory.HolidayZone;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.life.InMemoryDirectory;
import fr.appui.rota.RotaFacts;
import fr.appui.rota.RotasRead;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The report of a year is asked of whoever had hours in it, and of nobody else. */
class PaperMattersTest {

    private static final Territory OISE = new Territory(
            new TerritoryCode("HDF-OISE"),
            "Oise",
            List.of(),
            Territory.USUAL_ZONE,
            HolidayZone.METROPOLE,
            new Territory.Contact(Optional.empty(), Optional.empty()),
            Optional.empty());

    /** Still March in Paris. */
    private static final Instant LAST_HOUR = Instant.parse("2027-03-31T21:30:00Z");

    private static final Optional<LocalDate> OPEN = Optional.empty();

    @Test
    void isDueInMarchAndLateFromAprilOn() {
        LocalDate since = LocalDate.of(2025, 1, 1);
        assertThat(ofTheReport(since, OPEN, LAST_HOUR))
                .containsExactly("Le bilan 2026 est à transmettre à l’ARS en mars 2027.");
        assertThat(ofTheReport(since, OPEN, LAST_HOUR.plusSeconds(1_800)))
                .containsExactly("Le bilan 2026 n’a pas été transmis à l’ARS ; il était attendu en mars.");
    }

    @Test
    void isOwedByALineThatClosedInTheCourseOfTheYear() {
        assertThat(ofTheReport(LocalDate.of(2025, 1, 1), Optional.of(LocalDate.of(2026, 8, 31)), LAST_HOUR))
                .hasSize(1);
        assertThat(ofTheReport(LocalDate.of(2025, 1, 1), Optional.of(LocalDate.of(2025, 12, 31)), LAST_HOUR))
                .isEmpty();
    }

    @Test
    void isNotOwedByALineThatOpenedSince() {
        assertThat(ofTheReport(LocalDate.of(2026, 12, 31), OPEN, LAST_HOUR)).hasSize(1);
        assertThat(ofTheReport(LocalDate.of(2027, 1, 1), OPEN, LAST_HOUR)).isEmpty();
    }

    private static List<String> ofTheReport(LocalDate since, Optional<LocalDate> last, Instant now) {
        Perimeter hours = Perimeter.announced(PerimeterKind.CORE, PerimeterHours.core(), since, since)
                .agreed(since, "ARS")
                .ending(last);
        var facts = new RotaFacts.TerritoryFacts(
                OISE.code(),
                new RotaFacts.Clockwork(OISE.timeZone(), OISE.holidayZone(), List.of(hours)),
                Optional.empty(),
                List.of(),
                List.of());
        var read = new PaperMatters.Read(
                now,
                new DirectoryRead(List.of(OISE), List.of(), List.of(), List.of(), new InMemoryDirectory()),
                new RotasRead(LocalDate.of(2027, 3, 1), LocalDate.of(2027, 4, 30), List.of(facts)),
                Map.of(2026, Set.of()));
        return read.of(OISE).stream()
                .map(Matter::sentence)
                .filter(sentence -> sentence.startsWith("Le bilan"))
                .toList();
    }
}
