package fr.appui.french;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.indicators.pay.Money;
import fr.appui.indicators.render.ValueText;
import fr.appui.indicators.report.Value;
import fr.appui.web.page.FrenchText;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class TypographyTest {

    private static final String NARROW = "\u202f";
    private static final String FULL = "\u00a0";

    @Test
    void aNarrowSpaceStandsBeforeHighPunctuationPercentAndEuro() {
        assertThat(Typography.typeset("vu ; non ! 12 % de 30 €, quoi ?"))
                .isEqualTo("vu" + NARROW + "; non" + NARROW + "! 12" + NARROW + "% de 30" + NARROW + "€, quoi" + NARROW
                        + "?");
    }

    @Test
    void aFullSpaceStandsBeforeAColonAndInsideGuillemets() {
        assertThat(Typography.typeset("l'appui : « ainsi »"))
                .isEqualTo("l’appui" + FULL + ": «" + FULL + "ainsi" + FULL + "»");
    }

    @Test
    void digitsInGroupsStayTogether() {
        assertThat(Typography.typeset("au 03 44 11")).isEqualTo("au 03" + FULL + "44" + FULL + "11");
    }

    @Test
    void amountsHaveCentsInColumnsAndWhereThereAreSomeInSentences() {
        assertThat(Typography.euros(123_400)).isEqualTo("1" + NARROW + "234,00" + NARROW + "€");
        assertThat(Typography.roundEuros(123_400)).isEqualTo("1" + NARROW + "234" + NARROW + "€");
        assertThat(Typography.roundEuros(123_450)).isEqualTo("1" + NARROW + "234,50" + NARROW + "€");
        assertThat(Typography.decimal(new BigDecimal("-0.25"), 1, 1)).isEqualTo("\u22120,3");
    }

    /** A page, a table of the report and its PDF write one amount and one share alike. */
    @Test
    void pagesAndReportsAgree() {
        assertThat(FrenchText.inFrench(new Money(123_450))).isEqualTo(ValueText.of(new Value.Amount(123_450)));
        assertThat(ValueText.of(new Value.Share(0.125))).isEqualTo("12,5" + NARROW + "%");
        assertThat(FrenchText.french("12,5 %")).isEqualTo("12,5" + NARROW + "%");
    }
}
