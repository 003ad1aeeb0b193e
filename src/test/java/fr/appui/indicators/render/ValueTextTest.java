package fr.appui.indicators.render;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.indicators.report.Value;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTextTest {

    /** Five hours of talk are 0,0031 of a post, and not 0,00. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.003111 | < 0,01
            0.0051   | 0,01
            0.08     | 0,08
            0.1      | 0,10
            0.214    | 0,21
            7        | 7,00
            0        | 0,00
            """)
    void whatTwoDecimalsCannotShowIsNoNought(String number, String written) {
        assertThat(ValueText.of(Value.decimal(new BigDecimal(number)))).isEqualTo(written);
    }

    /** Of 2 555 windows one is not held. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2555 | 2555 | 100,0 %
            2554 | 2555 | > 99,9 %
            2550 | 2555 | 99,8 %
            1    | 2555 | < 0,1 %
            2    | 2555 | 0,1 %
            0    | 2555 | 0,0 %
            """)
    void aPartThatIsNotAllIsNotPrintedAsAllNorOneThatIsSomethingAsNothing(long part, long whole, String written) {
        assertThat(ValueText.of(Value.share(part, whole)).replaceAll("\\h", " "))
                .isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            25000 | 25,0 s
            19420 | 19,4 s
            600000 | 10 min
            """)
    void secondsAreToldWithATenthEachTime(long millis, String written) {
        assertThat(ValueText.of(new Value.Time(millis)).replaceAll("\\h", " ")).isEqualTo(written);
    }
}
