package fr.appui.planning.feed;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import fr.appui.directory.SpreadsheetCell;
import fr.appui.french.WrittenValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A CSV file as spreadsheets write it in France: UTF-8 or Windows-1252, separated by semicolons or commas, a first line that
 * names the columns in any order, with or without accents and capitals.
 */
public final class TableFile {

    public static final int LARGEST_BYTES = 1 << 20;
    static final int MOST_LINES = 5_000;

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** @param cells by column name, lower case without accents; a cell that is absent is empty */
    public record Line(int number, Map<String, String> cells) {
        public String cell(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    private TableFile() {}

    /** @param required columns without which the file cannot be understood */
    public static Imported<Line> read(byte[] content, List<String> required) {
        if (content.length > LARGEST_BYTES) {
            return refused("le fichier dépasse 1 Mo ; le partager en plusieurs fichiers");
        }
        String text = decode(content);
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separatorOf(text))
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(LARGEST_BYTES)
                .ofCsvRecord(text)) {
            return lines(reader.stream().limit(MOST_LINES + 2L).toList(), required);
        } catch (CsvParseException unreadable) {
            return refused("le fichier n’est pas un tableau CSV lisible (guillemets non fermés ?) ; l’enregistrer de"
                    + " nouveau depuis le tableur, au format CSV");
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }

    /** Lower case without accents: how columns and keywords are compared. */
    public static String plain(String text) {
        return Normalizer.normalize(WrittenValue.of(text), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('\u2019', '\'')
                .toLowerCase(Locale.FRENCH);
    }

    private static Imported<Line> lines(List<CsvRecord> records, List<String> required) {
        if (records.isEmpty()) {
            return refused("le fichier est vide ; sa première ligne doit nommer les colonnes");
        }
        if (records.size() > MOST_LINES + 1) {
            return refused("le fichier dépasse " + MOST_LINES + " lignes ; le partager en plusieurs fichiers");
        }
        List<String> columns =
                records.getFirst().getFields().stream().map(TableFile::plain).toList();
        List<String> doubled = columns.stream()
                .filter(column -> !column.isEmpty() && Collections.frequency(columns, column) > 1)
                .distinct()
                .toList();
        if (!doubled.isEmpty()) {
            return new Imported<>(
                    List.of(),
                    doubled.stream()
                            .map(column -> new LineProblem(
                                    1,
                                    column,
                                    "la colonne « " + column + " » figure plusieurs fois ; n’en garder qu’une"))
                            .toList());
        }
        List<String> missing =
                required.stream().filter(column -> !columns.contains(column)).toList();
        if (!missing.isEmpty()) {
            return new Imported<>(
                    List.of(),
                    missing.stream()
                            .map(column -> new LineProblem(
                                    1,
                                    column,
                                    "la colonne « " + column + " » manque ; la première ligne doit nommer au moins : "
                                            + String.join(", ", required)))
                            .toList());
        }
        return body(columns, records.subList(1, records.size()));
    }

    private static Imported<Line> body(List<String> columns, List<CsvRecord> records) {
        var lines = new ArrayList<Line>();
        var problems = new ArrayList<LineProblem>();
        for (CsvRecord line : records) {
            int number = (int) line.getStartingLineNumber();
            if (line.getFieldCount() > columns.size()) {
                problems.add(new LineProblem(
                        number,
                        "",
                        line.getFieldCount() + " cellules pour " + columns.size()
                                + " colonnes ; vérifier les séparateurs et les guillemets de la ligne"));
            } else if (!line.getFields().stream().allMatch(String::isBlank)) {
                lines.add(new Line(number, cells(columns, line)));
            }
        }
        return new Imported<>(lines, problems);
    }

    private static Map<String, String> cells(List<String> columns, CsvRecord line) {
        var cells = new LinkedHashMap<String, String>();
        for (int i = 0; i < line.getFieldCount(); i++) {
            cells.put(columns.get(i), SpreadsheetCell.read(WrittenValue.of(line.getField(i))));
        }
        return cells;
    }

    private static String decode(byte[] content) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException writtenByWindows) {
            text = new String(content, WINDOWS);
        }
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static char separatorOf(String text) {
        String first = text.lines().findFirst().orElse("");
        long semicolons = first.chars().filter(c -> c == ';').count();
        long commas = first.chars().filter(c -> c == ',').count();
        return commas > semicolons ? ',' : ';';
    }

    private static Imported<Line> refused(String message) {
        return new Imported<>(List.of(), List.of(new LineProblem(1, "", message)));
    }
}
