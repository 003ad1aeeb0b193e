package fr.appui.indicators.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTemplateTest {

    private static final AnnualReport OISE =
            ReportWriter.write(SampleRegion.territory(4, 40), SampleRegion.PRINTED_ON, Definitions.ALL);

    private static final String REGION = """
            version: HDF-2026
            from: 2026
            sections:
              - code: financial
                title: "Bilan financier"
              - code: quantitative
                without: [calls-by-weekday, answered-by-rung]
              - code: outlook
            """;

    @Test
    void aRegionOrdersNamesAndLeavesOut() {
        AnnualReport laidOut = ReportTemplate.read(REGION).applyTo(OISE);
        assertThat(laidOut.sections())
                .extracting(Section::title)
                .containsExactly("Bilan financier", "Indicateurs quantitatifs", "Perspectives");
        assertThat(laidOut.section("quantitative").blocks())
                .hasSize(OISE.section("quantitative").blocks().size() - 2)
                .isSubsetOf(OISE.section("quantitative").blocks());
        assertThat(laidOut.section("financial").blocks())
                .isEqualTo(OISE.section("financial").blocks());
    }

    @Test
    void aYearBeforeTheTemplateKeepsTheOrderOfTheCahierDesCharges() {
        assertThat(ReportTemplate.read(REGION.replace("from: 2026", "from: 2027"))
                        .applyTo(OISE))
                .isEqualTo(OISE);
    }

    /** Whatever a report may hold can be placed, and nothing else. */
    @Test
    void everySectionOfAReportCanBePlaced() {
        assertThat(OISE.sections()).extracting(Section::code).isSubsetOf(ReportTemplate.SECTIONS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "code: outlook | code: outlooks | ligne 8",
                "from: 2026 | from: bientôt | ligne 2",
                "code: outlook | code: financial | ligne 8",
                "version: HDF-2026 | versoin: HDF-2026 | ligne 1",
                "calls-by-weekday | calls-by-moon | ligne 7",
                "title: | heading: | ligne 5"
            })
    void whatIsUnknownIsRefusedWithItsLine(String right, String wrong, String line) {
        assertThatThrownBy(() -> ReportTemplate.read(REGION.replace(right, wrong)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(line);
    }
}
