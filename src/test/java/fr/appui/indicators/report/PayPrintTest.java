package fr.appui.indicators.report;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.indicators.KnownPhysicians;
import fr.appui.indicators.pay.PayStatement;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PayPrintTest {

    private static final PayStatement YEAR =
            new PayStatement(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), List.of());

    /** Paid from as if it were the whole year's, it would be paid short. */
    @Test
    void whatIsPrintedBeforeItsPeriodEndsSaysSo() {
        Printable statement = printed(LocalDate.of(2026, 11, 13));
        assertThat(statement.lines())
                .contains("Provisoire, période en cours : astreintes tenues jusqu’au 13 novembre 2026");
        assertThat(statement.footer()).endsWith("31 décembre 2026 – provisoire");
    }

    @Test
    void whatIsPrintedOfAPeriodThatIsOverIsNotProvisional() {
        Printable statement = printed(LocalDate.of(2026, 12, 31));
        assertThat(statement.lines())
                .containsExactly(
                        "Appui territorial de soins palliatifs", "Période : du 1er janvier 2026 au 31 décembre 2026");
        assertThat(statement.footer()).endsWith("31 décembre 2026");
    }

    private static Printable printed(LocalDate until) {
        return PayPrint.of(YEAR, until, YEAR, "Oise", new KnownPhysicians(List.of(), List.of()));
    }
}
