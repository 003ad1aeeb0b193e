package fr.appui.telephony;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A line of the CEL file, in the order of columns that {@code asterisk-config/cel_custom.conf} fixes. */
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
            List<String> fields = CsvReader.builder().ofCsvRecord(line).stream()
                    .findFirst()
                    .map(record -> record.getFields())
                    .orElse(List.of());
            return fields.size() < COLUMNS ? Optional.empty() : Optional.of(record(fields, shift));
        } catch (CsvParseException | ArithmeticException | NumberFormatException malformed) {
            return Optional.empty();
        }
    }

    private static CelRecord record(List<String> fields, Duration shift) {
        long micros = new BigDecimal(fields.get(TIME)).movePointRight(6).longValueExact();
        Instant at = Instant.ofEpochMilli(micros / 1000).plus(shift);
        return new CelRecord(fields.get(TYPE), at, fields.get(CHANNEL), fields.get(LINKED), fields.get(EXTRA));
    }
}
