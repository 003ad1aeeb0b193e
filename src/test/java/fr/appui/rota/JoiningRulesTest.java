package fr.appui.rota;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.calendar.DutyCalendar;
import fr.appui.calendar.Perimeter;
import fr.appui.calendar.PerimeterHours;
import fr.appui.calendar.PerimeterKind;
import fr.appui.directory.HolidayZone;
import fr.appui.directory.Joining;
import fr.appui.directory.SupportLine;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.directory.Written;
import fr.appui.rota.JoiningRules.Side;
import fr.appui.rota.JoiningRules.Situation;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JoiningRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 14);
    private static final LocalDate NEXT_YEAR = LocalDate.of(2027, 1, 1);
    private static final TerritoryCode OWN = Nights.JOINED.territory();
    private static final TerritoryCode INTO = Nights.TERRITORY;
    private static final TerritoryCode THIRD = new TerritoryCode("TEST-TIERCE");

    @Test
    void twoLinesThatAnswerMayBecomeOneFromADayToCome() {
        assertThat(refused(joining(NEXT_YEAR), open(Map.of(), Optional.of(NEXT_YEAR.minusDays(1)))))
                .isEmpty();
        assertThat(refused(joining(TODAY.plusDays(1)), open(Map.of(), Optional.empty())))
                .isEmpty();
    }

    @Test
    void aDayThatHasBegunOrIsTooFarIsNone() {
        assertThat(refused(joining(TODAY), open(Map.of(), Optional.empty()))).contains("firstDay");
        assertThat(refused(joining(TODAY.plusYears(2)), open(Map.of(), Optional.empty())))
                .isEmpty();
        assertThat(refused(joining(TODAY.plusYears(2).plusDays(1)), open(Map.of(), Optional.empty())))
                .contains("firstDay");
    }

    @Test
    void nobodysPublishedDutyIsTakenAway() {
        assertThat(refused(joining(NEXT_YEAR), open(Map.of(), Optional.of(NEXT_YEAR))))
                .contains("firstDay");
    }

    @Test
    void aLineIsJoinedOnceAndToOneThatAnswersItself() {
        Joining known = joining(NEXT_YEAR);
        assertThat(refused(joining(NEXT_YEAR), open(Map.of(OWN, known), Optional.empty())))
                .contains("into");
        var elsewhere = new Joining(INTO, THIRD, NEXT_YEAR, TODAY, "ARS 3");
        assertThat(refused(joining(NEXT_YEAR), open(Map.of(INTO, elsewhere), Optional.empty())))
                .contains("into");
        var itself = new Joining(OWN, OWN, NEXT_YEAR, TODAY, "ARS 3");
        assertThat(refused(itself, open(Map.of(), Optional.empty()))).contains("into");
    }

    @Test
    void whoWouldAnswerHasANumberAndHoursOnThatDay() {
        var silent =
                new Side(territory(INTO, Optional.empty()), calendar(List.of(Nights.extended())), Optional.empty());
        assertThat(refused(joining(NEXT_YEAR), new Situation(TODAY, own(Optional.empty()), silent, Map.of())))
                .contains("into");
        var closed = new Side(
                territory(INTO, Optional.of(Nights.LINE)),
                calendar(List.of(Perimeter.announced(
                        PerimeterKind.EXTENDED, PerimeterHours.extended(), TODAY, TODAY.plusDays(3)))),
                Optional.empty());
        assertThat(refused(joining(NEXT_YEAR), new Situation(TODAY, own(Optional.empty()), closed, Map.of())))
                .as("its hours are not agreed")
                .contains("into");
    }

    @Test
    void hoursThatWouldBeginAfterwardsAndAnAgreementToComeAreTold() {
        Perimeter later = Perimeter.announced(PerimeterKind.CORE, PerimeterHours.core(), TODAY, NEXT_YEAR);
        var own = new Side(
                territory(OWN, Optional.of(Nights.JOINED)),
                calendar(List.of(Nights.extended(), later)),
                Optional.empty());
        assertThat(refused(joining(NEXT_YEAR), new Situation(TODAY, own, into(), Map.of())))
                .contains("firstDay");
        var agreedTomorrow = new Joining(OWN, INTO, NEXT_YEAR, TODAY.plusDays(1), "ARS 3");
        assertThat(refused(agreedTomorrow, open(Map.of(), Optional.empty()))).contains("agreedOn");
    }

    /** No remedy is named that another rule refuses: who is joined announces no hours of their own. */
    @Test
    void aJoiningThatHasBegunIsCalledOffNoMore() {
        assertThat(JoiningRules.refuseWithdrawal(TODAY, TODAY).map(Written.Refused::why))
                .hasValueSatisfying(why -> assertThat(why).endsWith("et ne s’annule plus"));
        assertThat(JoiningRules.refuseWithdrawal(TODAY.plusDays(1), TODAY)).isEmpty();
    }

    private static Optional<String> refused(Joining joining, Situation situation) {
        return JoiningRules.refuse(joining, situation).map(Written.Refused::field);
    }

    private static Joining joining(LocalDate firstDay) {
        return new Joining(OWN, INTO, firstDay, TODAY, "ARS 2026-11");
    }

    private static Situation open(Map<TerritoryCode, Joining> others, Optional<LocalDate> publishedUntil) {
        return new Situation(TODAY, own(publishedUntil), into(), others);
    }

    private static Side own(Optional<LocalDate> publishedUntil) {
        return new Side(
                territory(OWN, Optional.of(Nights.JOINED)), calendar(List.of(Nights.extended())), publishedUntil);
    }

    private static Side into() {
        return new Side(
                territory(INTO, Optional.of(Nights.LINE)), calendar(List.of(Nights.extended())), Optional.empty());
    }

    private static DutyCalendar calendar(List<Perimeter> versions) {
        return new DutyCalendar(Nights.PARIS, HolidayZone.METROPOLE, versions);
    }

    private static Territory territory(TerritoryCode code, Optional<SupportLine> line) {
        return new Territory(
                code,
                "Vallée " + code,
                List.of(),
                ZoneId.of("Europe/Paris"),
                HolidayZone.METROPOLE,
                new Territory.Contact(line, Optional.empty()),
                Optional.empty());
    }
}
