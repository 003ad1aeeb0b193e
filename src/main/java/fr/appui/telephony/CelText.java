package fr.appui.telephony;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A record of the CEL file, in the order of columns that {@code asterisk-config/cel_custom.conf} fixes: every value quoted, to
 * the letter. Nothing that stands inside a value can look like one, as its quotes are doubled there.
 */
final class CelText {

    private static final int TYPE = 0;
    private static final int TIME = 1;
    private static final int CHANNEL = 6;
    private static final int LINKED = 7;
    private static final int EXTRA = 10;
    private static final int COLUMNS = 11;

    private CelText() {}

    /** @param shift what the dialplan's clock is ahead of its machine's; empty for a line that is no record */
    static Optional<CelRecord> read(String line, Duration shift) {
        try {
            List<String> fields = fields(line);
            return fields.size() != COLUMNS || !written(fields).equals(line)
                    ? Optional.empty()
                    : CelRecord.of(record(fields, shift));
        } catch (CsvParseException | ArithmeticException | DateTimeException | NumberFormatException malformed) {
            return Optional.empty();
        }
    }

    static boolean isRecord(String line) {
        return read(line, Duration.ZERO).isPresent();
    }

    private static List<String> fields(String line) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(line)) {
            return reader.stream().findFirst().map(CsvRecord::getFields).orElse(List.of());
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from memory", impossible);
        }
    }

    private static String written(List<String> fields) {
        return fields.stream()
                .map(field -> '"' + field.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(","));
    }

    private static CelRecord record(List<String> fields, Duration shift) {
        long micros = new BigDecimal(fields.get(TIME)).movePointRight(6).longValueExact();
        Instant at = Instant.ofEpochMilli(micros / 1000).plus(shift);
        return new CelRecord(fields.get(TYPE), at, fields.get(CHANNEL), fields.get(LINKED), fields.get(EXTRA));
    }
}
