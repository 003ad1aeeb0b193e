package fr.appui.indicators.render;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.indicators.report.AnnualReport;
import fr.appui.indicators.report.AnnualReport.Submission;
import fr.appui.indicators.report.Block;
import fr.appui.indicators.report.Definitions;
import fr.appui.indicators.report.PublicReport;
import fr.appui.indicators.report.ReportPrint;
import fr.appui.indicators.report.ReportWriter;
import fr.appui.indicators.report.SampleRegion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

class PrintedPdfTest {

    private static final Path OUT = Path.of("target", "reports");

    /** Written again with {@code JAVA_TOOL_OPTIONS=-Dsamples.write=true}. */
    private static final Path SAMPLES = Path.of("docs", "samples");

    @Test
    void theReportOfATerritoryIsATaggedFrenchDocumentInTheOrderOfTheCahierDesCharges() throws IOException {
        byte[] pdf = pdfOf(
                ReportWriter.write(SampleRegion.territory(4, 372), SampleRegion.PRINTED_ON, Definitions.ALL), "oise");
        try (PdfReader reader = new PdfReader(pdf)) {
            PdfDictionary catalog = reader.getCatalog();
            assertThat(catalog.get(PdfName.LANG)).hasToString("fr-FR");
            assertThat(catalog.get(PdfName.STRUCTTREEROOT)).isNotNull();
            assertThat(catalog.getAsDict(PdfName.MARKINFO).get(PdfName.MARKED)).hasToString("true");
            assertThat(reader.getInfo()).containsEntry("Title", "Bilan annuel d’activité 2026 – Territoire de l’Oise");
            String text = text(reader);
            assertThat(text)
                    .containsPattern("FINESS 600100127, ligne 03\\h+44\\h+00\\h+11\\h+24, appui@hopital-exemple\\.fr")
                    .containsSubsequence(
                            "Indicateurs quantitatifs",
                            "Indicateurs qualitatifs",
                            "Modifications des plages",
                            "Établissements partenaires",
                            "Liste nominative",
                            "Indicateurs financiers",
                            "Difficultés rencontrées");
        }
    }

    /** No page for two boxes alone: the contents draws together. */
    @Test
    void theCoverHasRoomForTheSignatures() throws IOException {
        for (var scope : List.of(SampleRegion.territory(4, 372), SampleRegion.believable())) {
            byte[] pdf = pdfOf(ReportWriter.write(scope, SampleRegion.PRINTED_ON, Definitions.ALL), "statement");
            try (PdfReader reader = new PdfReader(pdf)) {
                assertThat(new PdfTextExtractor(reader).getTextFromPage(1))
                        .contains("Sommaire", "Nom, date et signature");
                assertThat(new PdfTextExtractor(reader).getTextFromPage(2)).contains("Synthèse");
            }
        }
    }

    /** What is added up is read on one page: who signs it sees every line of the sum. */
    @Test
    void noStatementOfTheSubsidyBreaksOverTwoPages() throws IOException {
        for (var scope : List.of(SampleRegion.territory(4, 372), SampleRegion.believable())) {
            byte[] pdf = pdfOf(ReportWriter.write(scope, SampleRegion.PRINTED_ON, Definitions.ALL), "statement");
            try (PdfReader reader = new PdfReader(pdf)) {
                int statements = 0;
                for (int page = 2; page <= reader.getNumberOfPages(); page++) {
                    String text = new PdfTextExtractor(reader).getTextFromPage(page);
                    int begun = count(text, "Compte d’emploi de la subvention");
                    assertThat(count(text, "Total dépensé")).as("page %d", page).isEqualTo(begun);
                    statements += begun;
                }
                assertThat(statements).isEqualTo(scope.territories().size());
            }
        }
    }

    /** A heading stands with what it heads; a contents that is long leaves room to sign. */
    @Test
    void noHeadingStandsAloneAtTheFootOfAPage() throws IOException {
        for (var scope : List.of(SampleRegion.territory(4, 372), SampleRegion.believable())) {
            AnnualReport report = ReportWriter.write(scope, SampleRegion.PRINTED_ON, Definitions.ALL);
            Set<String> headings = report.sections().stream()
                    .flatMap(section -> Stream.concat(
                            Stream.of(section.title()),
                            section.blocks().stream().flatMap(PrintedPdfTest::title)))
                    .map(PrintedPdfTest::plain)
                    .collect(Collectors.toSet());
            try (PdfReader reader = new PdfReader(pdfOf(report, "statement"))) {
                for (int page = 2; page <= reader.getNumberOfPages(); page++) {
                    List<String> lines = new PdfTextExtractor(reader)
                            .getTextFromPage(page)
                            .lines()
                            .map(PrintedPdfTest::plain)
                            .filter(line -> !line.isEmpty() && !line.contains(plain("ne pas diffuser")))
                            .toList();
                    assertThat(headings).as("page %d", page).doesNotContain(lines.getLast());
                }
            }
        }
    }

    /** What does not fit goes overleaf with its heading, but leaves no large blank: only what a page ends a part with does. */
    @Test
    void noPageThatTheTextGoesOnAfterIsLeftHalfEmpty() {
        AnnualReport complete =
                ReportWriter.write(SampleRegion.territory(4, 372), SampleRegion.PRINTED_ON, Definitions.ALL);
        AnnualReport published = PublicReport.of(
                complete.submitted(new Submission(Instant.parse("2027-03-12T10:00:00Z"), "coordination", "")));
        AnnualReport region = ReportWriter.write(SampleRegion.believable(), SampleRegion.PRINTED_ON, Definitions.ALL);
        for (AnnualReport report : List.of(complete, published, region)) {
            List<Float> filled = PrintedPdf.filled(ReportPrint.of(report, ZoneId.of("Europe/Paris")));
            assertThat(filled)
                    .hasSizeGreaterThan(10)
                    .allSatisfy(share -> assertThat(share).isGreaterThan(0.6f));
        }
    }

    private static Stream<String> title(Block block) {
        return switch (block) {
            case Block.Paragraph paragraph -> Stream.of();
            case Block.Table table -> Stream.of(table.title());
            case Block.Bars bars -> Stream.of(bars.title());
            case Block.HeatMap map -> Stream.of(map.title());
        };
    }

    private static String plain(String text) {
        return text.replaceAll("[\\h\\s'’]", "");
    }

    private static int count(String text, String words) {
        return text.split(words, -1).length - 1;
    }

    @Test
    void theReportOfTheRegionCountsEveryTerritory() throws IOException {
        AnnualReport region = ReportWriter.write(SampleRegion.believable(), SampleRegion.PRINTED_ON, Definitions.ALL);
        byte[] pdf = pdfOf(region, "region");
        Files.write(OUT.resolve("region.xlsx"), PrintedXlsx.render(ReportPrint.of(region, ZoneId.of("Europe/Paris"))));
        try (PdfReader reader = new PdfReader(pdf)) {
            assertThat(text(reader)).contains("Région Hauts-de-France", "Artois Douaisis", "Hainaut");
        }
    }

    @Test
    void thePublicDocumentSaysThatItIs() throws IOException {
        AnnualReport complete =
                ReportWriter.write(SampleRegion.territory(4, 372), SampleRegion.PRINTED_ON, Definitions.ALL);
        AnnualReport published = PublicReport.of(
                complete.submitted(new Submission(Instant.parse("2027-03-12T10:00:00Z"), "coordination", "")));
        try (PdfReader reader = new PdfReader(pdfOf(published, "oise-public"))) {
            assertThat(text(reader))
                    .contains("Document public", "arrondis à un multiple de 5")
                    .doesNotContain("Nom, date et signature", "Liste nominative");
        }
    }

    private static byte[] pdfOf(AnnualReport report, String name) throws IOException {
        byte[] pdf = PrintedPdf.render(ReportPrint.of(report, ZoneId.of("Europe/Paris")), List.of(SampleLogo.png()));
        Files.createDirectories(OUT);
        Files.write(OUT.resolve(name + ".pdf"), pdf);
        if (Boolean.getBoolean("samples.write") && !name.equals("statement")) {
            Files.createDirectories(SAMPLES);
            Files.write(SAMPLES.resolve("bilan-2026-" + name + ".pdf"), pdf);
        }
        assertThat(new String(pdf, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
        return pdf;
    }

    private static String text(PdfReader reader) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            text.append(new PdfTextExtractor(reader).getTextFromPage(page)).append('\n');
        }
        return text.toString();
    }
}
