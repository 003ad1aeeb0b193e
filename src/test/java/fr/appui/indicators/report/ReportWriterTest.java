package fr.appui.indicators.report;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.indicators.report.AnnualReport.Submission;
import fr.appui.indicators.report.Block.Row;
import fr.appui.indicators.report.Block.Table;
import fr.appui.indicators.report.Value.Count;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportWriterTest {

    private static final AnnualReport OISE =
            ReportWriter.write(SampleRegion.territory(4, 372), SampleRegion.PRINTED_ON, Definitions.ALL);

    @Test
    void sectionsFollowTheCahierDesCharges() {
        assertThat(OISE.sections())
                .extracting(Section::code)
                .containsExactly(
                        "quantitative",
                        "qualitative",
                        "changes",
                        "partners",
                        "named-list",
                        "financial",
                        "difficulties");
    }

    @Test
    void theYear2026OfACoreTerritoryIsBudgetedAndPaidToTheCent() {
        Table budget = table("financial", "Subvention et service fait");
        assertThat(budget.rows().get(0).cells().getLast()).isEqualTo(new Value.Amount(24_100_00));
        assertThat(budget.rows().get(1).cells().getLast()).isEqualTo(new Value.Amount(23_884_00));
        // one Sunday in August was held by nobody
        assertThat(budget.rows().get(2).cells().getLast()).isEqualTo(new Value.Amount(23_884_00 - 140_00));
        assertThat(totalOf(table("financial", "Forfaits dus par établissement")))
                .isEqualTo(23_744_00);
        assertThat(totalOf(table("financial", "Forfaits dus par médecin"))).isEqualTo(23_744_00);
    }

    @Test
    void everyTableWithATotalAddsUpToIt() {
        for (Section section : OISE.sections()) {
            for (Block block : section.blocks()) {
                if (block instanceof Table table && table.total().isPresent()) {
                    checkTotal(table);
                }
            }
        }
    }

    @Test
    void theUncoveredSundayIsTold() {
        Table coverage = table("qualitative", "Plages couvertes");
        assertThat(row(coverage, "UNCOVERED").cells().get(1)).isEqualTo(new Count(1, false));
    }

    @Test
    void anUnconfirmedPresenceIsNoReplacementAndIsCountedOnce() {
        assertThat(row(table("changes", "Contrôle de présence"), "UNCONFIRMED")
                        .cells()
                        .get(1))
                .isEqualTo(new Count(1, false));
        Table rota = table("changes", "Changements du planning publié");
        assertThat(row(rota, "OVERRIDE").cells().get(1)).isEqualTo(new Count(1, false));
        assertThat(rota.rows()).extracting(Row::bucket).doesNotContain(Optional.of("UNCONFIRMED"));
    }

    @Test
    void theSameFactsGiveTheSameDocumentAndTheSameDigest() {
        AnnualReport again =
                ReportWriter.write(SampleRegion.territory(4, 372), SampleRegion.PRINTED_ON, Definitions.ALL);
        assertThat(ReportJson.digest(ReportJson.write(again))).isEqualTo(ReportJson.digest(ReportJson.write(OISE)));
    }

    @Test
    void aSubmittedReportComesBackFromItsJsonAsItWas() {
        assertThat(ReportJson.read(ReportJson.write(OISE))).isEqualTo(OISE);
        var submission = new Submission(Instant.parse("2027-03-12T10:00:00Z"), "coordination", "ab".repeat(32));
        assertThat(OISE.submitted(submission).heading().submission()).contains(submission);
    }

    private static void checkTotal(Table table) {
        List<Value> total = table.total().orElseThrow();
        for (int column = 1; column < total.size(); column++) {
            if (total.get(column) instanceof Count count && table.title().startsWith("Appels par")) {
                int i = column;
                long sum = table.rows().stream()
                        .mapToLong(row -> ((Count) row.cells().get(i)).number())
                        .sum();
                assertThat(sum).as(table.title()).isEqualTo(count.number());
            }
        }
    }

    private static long totalOf(Table table) {
        long sum = table.rows().stream()
                .mapToLong(row -> ((Value.Amount) row.cells().getLast()).cents())
                .sum();
        assertThat(table.total().orElseThrow().getLast()).isEqualTo(new Value.Amount(sum));
        return sum;
    }

    private static Table table(String section, String title) {
        return OISE.section(section).blocks().stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .filter(table -> table.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static Row row(Table table, String bucket) {
        return table.rows().stream()
                .filter(row -> row.bucket().equals(Optional.of(bucket)))
                .findFirst()
                .orElseThrow();
    }
}
