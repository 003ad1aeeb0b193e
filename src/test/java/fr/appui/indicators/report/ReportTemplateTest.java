package fr.appui.indicators.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.appui.french.InvalidInput;
import java.util.Map;
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
        AnnualReport laidOut = ReportTemplate.read(REGION).applyTo(OISE, Map.of());
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
                        .applyTo(OISE, Map.of()))
                .isEqualTo(OISE);
    }

    private static final String OWN = """
            version: HDF-2026
            from: 2026
            fields:
              - code: territory-news
                label: "Faits marquants"
                help: "Ce que l’année a changé."
            sections:
              - title: "Qui appelle"
                figures: [caller-profiles, key-figures]
                texts: [territory-news]
              - code: named-list
              - code: quantitative
            """;

    /** Which figures go where, and what the hospital writes besides. */
    @Test
    void aSectionOfTheRegionTakesFiguresFromWhereverTheyStandAndTheTextsThatItAsks() {
        AnnualReport laidOut =
                ReportTemplate.read(OWN).applyTo(OISE, Map.of("territory-news", "Une HAD de plus.\nUn médecin aussi."));
        Section own = laidOut.sections().getFirst();
        assertThat(own.title()).isEqualTo("Qui appelle");
        assertThat(own.blocks()).filteredOn(Block.Bars.class::isInstance).hasSize(1);
        assertThat(own.blocks())
                .filteredOn(Block.Table.class::isInstance)
                .extracting(block -> ((Block.Table) block).title())
                .containsExactly("Profil des appelants", "Chiffres clés");
        assertThat(own.blocks())
                .endsWith(
                        new Block.Paragraph("Faits marquants : Une HAD de plus."),
                        new Block.Paragraph("Un médecin aussi."));
    }

    /** A text is free, and a count of few calls is told exactly: neither is published, in whatever section it stands. */
    @Test
    void aSectionOfTheRegionIsPublishedWithoutItsTextsAndRounded() {
        AnnualReport published = PublicReport.of(
                ReportTemplate.read(OWN).applyTo(OISE, Map.of("territory-news", "Le docteur Untel est arrivé.")));
        Section own = published.sections().getFirst();
        assertThat(own.title()).isEqualTo("Qui appelle");
        assertThat(own.blocks()).isNotEmpty().noneMatch(Block.Paragraph.class::isInstance);
        assertThat(own.blocks().stream()
                        .filter(Block.Table.class::isInstance)
                        .flatMap(block -> ((Block.Table) block).rows().stream())
                        .flatMap(row -> row.cells().stream())
                        .filter(cell -> cell instanceof Value.Count count && count.ofPeople()))
                .isNotEmpty()
                .allMatch(cell -> ((Value.Count) cell).number() % 5 == 0);
    }

    /** What can be put anywhere exists, and tells of no person. */
    @Test
    void everyFigureThatCanBePlacedStandsInTheCountedSections() {
        for (String figure : ReportTemplate.FIGURES) {
            String yaml = "version: V\nfrom: 2026\nsections:\n  - title: T\n    figures: [" + figure + "]\n";
            assertThat(ReportTemplate.read(yaml).applyTo(OISE, Map.of()).sections())
                    .as(figure)
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "texts: [territory-news] | texts: [] | ligne 4",
                "texts: [territory-news] | texts: [other-news] | ligne 10",
                "figures: [caller-profiles, key-figures] | figures: [duties-by-physician] | ligne 9",
                "label: \"Faits marquants\" | label: \"\" | ligne 4",
                "title: \"Qui appelle\" | without: [calls] | ligne 8",
                "help: | hint: | ligne 6",
                "version: HDF-2026 | version: HDF 2026 | ligne 1",
                "from: 2026 | from: [2026 | ligne"
            })
    void whatCannotBePlacedIsRefusedWithItsLine(String right, String wrong, String line) {
        assertThatThrownBy(() -> ReportTemplate.read(OWN.replace(right, wrong)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(line);
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
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(line);
    }
}
