package fr.appui.rota;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.Joining;
import fr.appui.directory.Joinings;
import fr.appui.directory.TerritoryCode;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JoinedLinesTest {

    private static final LocalDate BEFORE = JoinedLines.FIRST_DAY.minusDays(1);
    private static final TerritoryCode FURTHER = new TerritoryCode("TEST-AUTRE");

    @Test
    void aNumberIsAnsweredInTheHoursOfTheLineThatItWasJoinedTo() {
        var calendars = JoinedLines.calendars();
        assertThat(calendars.of(JoinedLines.OWN).orElseThrow().perimeterOn(JoinedLines.FIRST_DAY))
                .isEmpty();
        assertThat(calendars.answeredOn(JoinedLines.OWN, JoinedLines.FIRST_DAY, JoinedLines.joinings()))
                .contains(Nights.extended());
        assertThat(calendars.answeredOn(JoinedLines.OWN, BEFORE, JoinedLines.joinings()))
                .hasValueSatisfying(own -> assertThat(own.lastDay()).contains(BEFORE));
    }

    @Test
    void linesThatOneAnswersForStandTogetherWhicheverIsAskedAbout() {
        Joinings joinings = JoinedLines.joinings(Map.of(
                JoinedLines.OWN,
                joining(JoinedLines.OWN, JoinedLines.INTO, JoinedLines.FIRST_DAY),
                FURTHER,
                joining(FURTHER, JoinedLines.OWN, BEFORE)));
        assertThat(joinings.together(JoinedLines.INTO, JoinedLines.FIRST_DAY))
                .containsExactly(JoinedLines.INTO, FURTHER, JoinedLines.OWN)
                .isEqualTo(joinings.together(FURTHER, JoinedLines.FIRST_DAY));
        assertThat(joinings.together(JoinedLines.INTO, BEFORE)).containsExactly(JoinedLines.INTO);
        assertThat(joinings.together(JoinedLines.OWN, BEFORE)).containsExactly(JoinedLines.OWN, FURTHER);
    }

    private static Joining joining(TerritoryCode territory, TerritoryCode into, LocalDate firstDay) {
        return new Joining(territory, into, firstDay, LocalDate.of(2026, 9, 1), "ARS");
    }
}
