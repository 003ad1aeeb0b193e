package fr.appui.web.page;

import de.siegmar.fastcsv.writer.CsvWriter;
import fr.appui.directory.SpreadsheetCell;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** A table that a spreadsheet opens as it is: separated by semicolons, its encoding told, nothing in it taken for a formula. */
public final class SpreadsheetFile {

    private SpreadsheetFile() {}

    /** @param name of the file, without what follows the point */
    public static Response of(String name, List<String> head, Stream<List<String>> rows) {
        var text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(text)) {
            csv.writeRecord(head);
            rows.forEach(
                    row -> csv.writeRecord(row.stream().map(SpreadsheetCell::of).toList()));
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory is written", impossible);
        }
        return Response.ok("\ufeff" + text)
                .header("Content-Disposition", "attachment; filename=\"" + name + ".csv\"")
                .build();
    }
}
