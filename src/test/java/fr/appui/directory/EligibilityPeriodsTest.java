package fr.appui.directory;

import static fr.appui.directory.Volunteers.NEW_YEAR;
import static fr.appui.directory.Volunteers.PARTNER;
import static fr.appui.directory.Volunteers.YEAR_END;
import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.EligibilityPeriods.Period;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class EligibilityPeriodsTest {

    private final Eligibility eligibility =
            new Eligibility(Volunteers.physician(Volunteers.career(PARTNER)), Volunteers.partners());

    @Test
    void aYearOfEligibilityBeginsAndEndsWithWhatItRestsOn() {
        List<Period> periods = EligibilityPeriods.from(NEW_YEAR.minusDays(10), eligibility);
        assertThat(periods)
                .extracting(Period::dates)
                .containsExactly(
                        DateSpan.between(NEW_YEAR.minusDays(10), NEW_YEAR.minusDays(1)),
                        DateSpan.between(NEW_YEAR, YEAR_END),
                        DateSpan.since(YEAR_END.plusDays(1)));
        assertThat(periods).extracting(Period::isEligible).containsExactly(false, true, false);
    }

    @Test
    void eachDayHasTheAnswerOfItsPeriod() {
        List<Period> periods = EligibilityPeriods.from(NEW_YEAR.minusDays(40), eligibility);
        for (LocalDate date = NEW_YEAR.minusDays(40); date.isBefore(YEAR_END.plusDays(40)); date = date.plusDays(1)) {
            LocalDate day = date;
            Period period = periods.stream()
                    .filter(candidate -> candidate.dates().contains(day))
                    .reduce((one, two) -> {
                        throw new AssertionError("two periods hold " + day);
                    })
                    .orElseThrow();
            assertThat(period.isEligible())
                    .as(day.toString())
                    .isEqualTo(eligibility.on(day) instanceof Eligibility.Answer.Eligible);
        }
    }

    @Test
    void whatIsMissingIsNamed() {
        Period after =
                EligibilityPeriods.from(YEAR_END.plusDays(1), eligibility).getFirst();
        assertThat(after.unmet())
                .extracting(Eligibility.Unmet::condition)
                .contains(Eligibility.Condition.PRACTISES_IN_TERRITORY)
                .doesNotContain(Eligibility.Condition.TRAINED);
    }
}
