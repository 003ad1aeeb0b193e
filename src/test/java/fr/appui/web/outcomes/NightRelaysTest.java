package fr.appui.web.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.calendar.DutyCalendar;
import fr.appui.calendar.Perimeter;
import fr.appui.calendar.PerimeterHours;
import fr.appui.calendar.PerimeterKind;
import fr.appui.directory.HolidayZone;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.TakeOver;
import fr.appui.directory.TakeOvers;
import fr.appui.directory.TerritoryCode;
import fr.appui.rota.JoinedLines;
import fr.appui.rota.Nights;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class NightRelaysTest {

    @Test
    void theListOfATerritoryThatWasJoinedIsShownWhereItsCallsAreAnswered() {
        var relays = new NightRelays(
                new NamedLikeTheirTerritory(),
                JoinedLines.calendars(),
                JoinedLines.joinings(),
                Clock.fixed(Nights.at(14, 22, 0), Nights.PARIS));
        assertThat(relays.of(JoinedLines.INTO)).extracting(TakeOver::name).containsExactly("TEST-NUITS", "TEST-JOINTE");
    }

    /** Its end is a setting of the perimeter. */
    @Test
    void aNightLastsAsLongAsItsDuty() {
        LocalDate newYear = LocalDate.of(2026, 1, 1);
        var hours = new PerimeterHours(LocalTime.of(18, 0), LocalTime.of(7, 0), LocalTime.of(7, 0), true);
        var calendar = new DutyCalendar(
                Nights.PARIS,
                HolidayZone.METROPOLE,
                List.of(Perimeter.announced(PerimeterKind.EXTENDED, hours, newYear, newYear)
                        .agreed(newYear, "ARS")));
        assertThat(NightRelays.night(calendar, Nights.at(15, 6, 59))).isEqualTo(Nights.SATURDAY);
        assertThat(NightRelays.night(calendar, Nights.at(15, 7, 30))).isEqualTo(Nights.SATURDAY.plusDays(1));
        assertThat(NightRelays.night(calendar, Nights.at(18, 12, 0))).isEqualTo(LocalDate.of(2026, 11, 18));
    }

    private static final class NamedLikeTheirTerritory implements TakeOvers {

        @Override
        public List<TakeOver> of(TerritoryCode territory) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<TakeOver> on(TerritoryCode territory, LocalDate date) {
            return List.of(new TakeOver(
                    TakeOver.Kind.HAD, territory.value(), PhoneNumber.parse("03 44 00 00 07"), date, date));
        }

        @Override
        public void replace(TerritoryCode territory, List<TakeOver> all, String by) {
            throw new UnsupportedOperationException();
        }
    }
}
