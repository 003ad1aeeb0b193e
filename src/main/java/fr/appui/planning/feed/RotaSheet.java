package fr.appui.planning.feed;

import de.siegmar.fastcsv.writer.CsvWriter;
import fr.appui.directory.SpreadsheetCell;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A rota as a table for spreadsheets: what {@link RotaFile} reads back, with what a person wants to see beside it. */
public final class RotaSheet {

    public static final String CSV_TYPE = "text/csv;charset=UTF-8";
    public static final String XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final List<String> COLUMNS =
            List.of("date", "jour", "rang", "médecin", "nom", "établissement", "début", "fin", "raison");
    private static final int[] WIDTHS = {12, 11, 6, 14, 22, 12, 17, 17, 48};
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** @param start and end are local to the territory; two rows share a date and rung where a duty was handed over */
    public record Row(LocalDate date, int rung, Holder holder, LocalDateTime start, LocalDateTime end, String reason) {}

    public record Holder(String rpps, String name, String establishment) {}

    private RotaSheet() {}

    /** UTF-8 with its mark and semicolons: what a French spreadsheet opens without asking. */
    public static byte[] csv(List<Row> rows) {
        var text = new StringWriter().append(BYTE_ORDER_MARK);
        try (CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(text)) {
            csv.writeRecord(COLUMNS);
            for (Row row : rows) {
                csv.writeRecord(cells(row).stream().map(SpreadsheetCell::of).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] xlsx(String title, List<Row> rows) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Appui", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(title);
            head(sheet);
            for (int i = 0; i < rows.size(); i++) {
                write(sheet, i + 1, rows.get(i));
            }
            workbook.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void head(Worksheet sheet) {
        for (int column = 0; column < COLUMNS.size(); column++) {
            sheet.value(0, column, COLUMNS.get(column));
            sheet.width(column, WIDTHS[column]);
        }
        sheet.range(0, 0, 0, COLUMNS.size() - 1).style().bold().set();
        sheet.freezePane(0, 1);
    }

    private static void write(Worksheet sheet, int line, Row row) {
        List<String> cells = cells(row);
        for (int column = 1; column < cells.size(); column++) {
            sheet.value(line, column, cells.get(column));
        }
        sheet.value(line, 0, row.date());
        sheet.style(line, 0).format("dd/mm/yyyy").set();
        sheet.value(line, 2, row.rung());
        sheet.value(line, 6, row.start());
        sheet.value(line, 7, row.end());
        sheet.range(line, 6, line, 7).style().format("dd/mm/yyyy hh:mm").set();
    }

    private static List<String> cells(Row row) {
        return List.of(
                DATE.format(row.date()),
                row.date().getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.FRENCH),
                String.valueOf(row.rung()),
                row.holder().rpps(),
                row.holder().name(),
                row.holder().establishment(),
                MOMENT.format(row.start()),
                MOMENT.format(row.end()),
                row.reason());
    }
}
