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
}
