package fr.appui.indicators.render;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.indicators.report.Definitions;
import fr.appui.indicators.report.Printable;
import fr.appui.indicators.report.ReportPrint;
import fr.appui.indicators.report.ReportWriter;
import fr.appui.indicators.report.SampleRegion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;

class SpreadsheetsTest {

    private static final Printable OISE = ReportPrint.of(
            ReportWriter.write(SampleRegion.territory(4, 372), SampleRegion.PRINTED_ON, Definitions.ALL),
            ZoneId.of("Europe/Paris"));

    @Test
    void theWorkbookHasASheetForEachSectionAndRealNumbers() throws IOException {
        byte[] xlsx = PrintedXlsx.render(OISE);
        Files.createDirectories(Path.of("target", "reports"));
        Files.write(Path.of("target", "reports", "oise.xlsx"), xlsx);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            List<Sheet> sheets = workbook.getSheets().toList();
            // each section, and what figures mean
            assertThat(sheets).hasSize(OISE.sections().size() + 1);
            assertThat(sheets.getFirst().getName()).isEqualTo("Synthèse");
            Cell volume = cellAfter(sheets.get(2), "Volume d’appels");
            assertThat(volume.getType()).isEqualTo(CellType.NUMBER);
            assertThat(volume.asNumber()).isEqualByComparingTo(BigDecimal.valueOf(372));
            assertThat(sheets)
                    .extracting(Sheet::getName)
                    .doesNotHaveDuplicates()
                    .allMatch(name -> name.length() <= 31);
        }
    }

    @Test
    void theCsvHasALineAFigureThatAFrenchSpreadsheetReads() {
        String csv = new String(PrintedCsv.render(OISE), StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\uFEFFrubrique;tableau;indicateur;code;ligne;colonne;valeur\r\n");
        assertThat(csv).contains("quantitative;Chiffres clés;;calls:ALL;Volume d’appels;2026;372\r\n");
        assertThat(csv.lines().skip(1)).noneMatch(line -> line.startsWith("=") || line.contains(";="));
    }

    private static Cell cellAfter(Sheet sheet, String label) throws IOException {
        for (Row row : sheet.read()) {
            if (row.getCellCount() > 1
                    && row.getCell(0) != null
                    && label.equals(row.getCell(0).getRawValue())) {
                return row.getCell(1);
            }
        }
        throw new AssertionError("no row « " + label + " »");
    }
}
