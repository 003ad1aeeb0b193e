package fr.appui.indicators.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.appui.indicators.report.Definitions;
import fr.appui.indicators.report.Printable;
import fr.appui.indicators.report.ReportPrint;
import fr.appui.indicators.report.ReportWriter;
import fr.appui.indicators.report.SampleRegion;
import fr.appui.indicators.report.Section;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;

class PrintedDocxTest {

    private static final Printable OISE = ReportPrint.of(
            ReportWriter.write(SampleRegion.territory(4, 372), SampleRegion.PRINTED_ON, Definitions.ALL),
            ZoneId.of("Europe/Paris"));

    @Test
    void sectionsAreHeadingsAndTablesAreTablesWhoseHeaderIsRepeated() throws IOException {
        byte[] docx = PrintedDocx.render(OISE);
        Files.createDirectories(Path.of("target", "reports"));
        Files.write(Path.of("target", "reports", "oise.docx"), docx);
        try (XWPFDocument document = open(docx)) {
            assertThat(headings(document))
                    .containsSubsequence(
                            OISE.sections().stream().map(Section::title).toList());
            assertThat(document.getParagraphs().getFirst().getText()).isEqualTo("Bilan annuel d’activité 2026");
            XWPFTable statement = document.getTables().stream()
                    .filter(table -> table.getText().contains("Total dépensé"))
                    .findFirst()
                    .orElseThrow();
            assertThat(statement.getRow(0).isRepeatHeader()).isTrue();
            assertThat(statement.getRows().getLast().getCell(0).getText()).isEqualTo("Total dépensé");
            assertThat(statement.getRows()).allMatch(row -> row.getTableCells().size() == 5);
        }
    }

    /** The region's own document: its text and form stay, what stands in braces is filled in. */
    @Test
    void aLayoutKeepsItsFormAndTakesTheSections() throws IOException {
        byte[] layout = layout("Agence régionale de santé", "{titre} — {sujet}", "{mention}", "{contenu}", "Fin");
        assertThat(DocxLayout.faults(layout)).isEmpty();
        try (XWPFDocument document = open(PrintedDocx.render(OISE, Optional.of(layout)))) {
            List<String> texts = document.getParagraphs().stream()
                    .map(XWPFParagraph::getText)
                    .toList();
            assertThat(texts)
                    .containsSubsequence(
                            "Agence régionale de santé",
                            "Bilan annuel d’activité 2026 — Territoire de l’Oise",
                            "Synthèse",
                            "Fin")
                    .noneMatch(text -> text.contains("{"));
            assertThat(texts.getLast()).isEqualTo("Fin");
        }
    }

    @Test
    void aLayoutIsRefusedWithTheParagraphThatIsWrong() throws IOException {
        assertThat(DocxLayout.faults(layout("Titre", "{titer}", "{contenu}")))
                .singleElement()
                .satisfies(fault -> assertThat(fault).startsWith("paragraphe 2 : « {titer} »"));
        assertThat(DocxLayout.faults(layout("{titre}")))
                .singleElement()
                .satisfies(fault -> assertThat(fault).contains("{contenu}"));
        assertThat(DocxLayout.faults("pas un document".getBytes(StandardCharsets.UTF_8)))
                .singleElement()
                .satisfies(fault -> assertThat(fault).contains(".docx"));
    }

    /** It would take the memory of the process that answers calls. */
    @Test
    void aLayoutThatUnfoldsTooFarIsRefusedBeforeItIsRead() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var archive = new ZipOutputStream(bytes)) {
            archive.putNextEntry(new ZipEntry("word/document.xml"));
            byte[] spaces = new byte[1_000_000];
            for (int millions = 0; millions < 30; millions++) {
                archive.write(spaces);
            }
        }
        assertThat(bytes.size()).isLessThan(100_000);
        assertThatThrownBy(() -> DocxLayout.open(bytes.toByteArray())).hasMessageContaining("unfolds too far");
        assertThat(DocxLayout.faults(bytes.toByteArray())).isNotEmpty();
    }

    /** Whoever opens a report fetches nothing and runs nothing. */
    @Test
    void aLayoutThatPointsElsewhereIsRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("{contenu}");
            document.getPackagePart()
                    .addExternalRelationship(
                            "https://exemple.invalid/modele.dotm",
                            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate");
            document.write(bytes);
        }
        assertThat(DocxLayout.faults(bytes.toByteArray()))
                .singleElement()
                .satisfies(fault -> assertThat(fault).contains("fichier extérieur"));
    }

    private static List<String> headings(XWPFDocument document) {
        return document.getParagraphs().stream()
                .filter(paragraph -> paragraph.getStyle() != null
                        && document.getStyles()
                                .getStyle(paragraph.getStyle())
                                .getName()
                                .equals("heading 1"))
                .map(XWPFParagraph::getText)
                .toList();
    }

    private static byte[] layout(String... paragraphs) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            Arrays.stream(paragraphs).forEach(text -> {
                XWPFParagraph paragraph = document.createParagraph();
                // as Word does: one text, several runs
                paragraph.createRun().setText(text.substring(0, 2));
                paragraph.createRun().setText(text.substring(2));
            });
            document.write(bytes);
        }
        return bytes.toByteArray();
    }

    private static XWPFDocument open(byte[] docx) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(docx));
    }
}
