package fr.appui.indicators.pay;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.calendar.DutyWindow;
import fr.appui.calendar.PerimeterHours;
import fr.appui.calendar.PerimeterKind;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BudgetTest {

    private static final Tariffs TARIFFS = Tariffs.ofTheCahierDesCharges();

    @Test
    void theSubsidyIsThatOfTheCahierDesCharges() {
        Budget core = Budget.ofTheSubsidy(year2026(PerimeterKind.CORE, PerimeterHours.core()), TARIFFS);
        assertThat(core.workingAmount()).isEqualTo(Money.euros(8_000));
        assertThat(core.nonWorkingAmount()).isEqualTo(Money.euros(16_100));
        assertThat(core.total()).isEqualTo(Money.euros(24_100));
        Budget extended = Budget.ofTheSubsidy(year2026(PerimeterKind.EXTENDED, PerimeterHours.extended()), TARIFFS);
        assertThat(extended.workingAmount()).isEqualTo(Money.euros(25_000));
        assertThat(extended.nonWorkingAmount()).isEqualTo(Money.euros(23_000));
        assertThat(extended.total()).isEqualTo(Money.euros(48_000));
    }

    /** The first half under the core perimeter, the second under the extended one: not the whole year at the last. */
    @Test
    void aYearOfTwoPerimetersIsValuedDayByDay() {
        List<DutyWindow> year = Stream.concat(
                        year2026(PerimeterKind.CORE, PerimeterHours.core()).stream()
                                .filter(window -> window.date().getMonthValue() <= 6),
                        year2026(PerimeterKind.EXTENDED, PerimeterHours.extended()).stream()
                                .filter(window -> window.date().getMonthValue() > 6))
                .toList();
        Budget real = Budget.ofTheCalendar(year, TARIFFS);
        Budget budget = Budget.ofTheSubsidy(year, TARIFFS);
        // 123 and 129 working days, 58 and 55 others
        assertThat(real.workingAmount()).isEqualTo(Money.euros(123 * 32 + 129 * 100));
        assertThat(real.nonWorkingAmount()).isEqualTo(Money.euros(58 * 140 + 55 * 200));
        assertThat(budget.workingAmount())
                .isEqualTo(new Money(Math.round(real.workingAmount().cents() * 250 / 252.0)));
        assertThat(budget.total()).isBetween(Money.euros(24_100), Money.euros(48_000));
    }

    @Test
    void theRealYear2026CostsALittleLess() {
        Budget core = Budget.ofTheCalendar(year2026(PerimeterKind.CORE, PerimeterHours.core()), TARIFFS);
        assertThat(core.workingDays()).isEqualTo(252);
        assertThat(core.nonWorkingDays()).isEqualTo(113);
        assertThat(core.total()).isEqualTo(Money.euros(23_884));
        Budget extended = Budget.ofTheCalendar(year2026(PerimeterKind.EXTENDED, PerimeterHours.extended()), TARIFFS);
        assertThat(extended.total()).isEqualTo(Money.euros(47_800));
    }

    @Test
    void coordinationIsAFifthOfAPostAndTenThousandEuros() {
        assertThat(Coordination.OF_THE_CAHIER_DES_CHARGES.fullTimeEquivalent()).isEqualByComparingTo("0.2");
        assertThat(Coordination.OF_THE_CAHIER_DES_CHARGES.yearlyAmount()).isEqualTo(Money.euros(10_000));
    }

    private static List<DutyWindow> year2026(PerimeterKind kind, PerimeterHours hours) {
        return EarnedTest.calendar(kind, hours).windows(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
    }
}
