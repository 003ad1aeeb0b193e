package fr.appui.telephony;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asterisk's CEL file, read as it grows (the columns of {@code cel_custom.conf}). Rotated away, it is begun again. A line
 * that is cut or not ours is passed over.
 */
final class CelFile {

    private static final int COLUMNS = 11;
    private static final int TYPE = 0;
    private static final int TIME = 1;
    private static final int CHANNEL = 6;
    private static final int LINKED = 7;
    private static final int EXTRA = 10;

    /** A reading takes at most this much; the rest is for the next. */
    private static final int MOST_BYTES = 2 * 1024 * 1024;

    private final Path file;
    private long position;

    CelFile(Path file) {
        this.file = file;
    }

    /** What was written since the last reading; none where the file is not there. */
    List<CelRecord> more() throws IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            return List.of();
        }
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            if (open.length() < position) {
                position = 0;
            }
            byte[] bytes = new byte[(int) Math.min(open.length() - position, MOST_BYTES)];
            open.seek(position);
            open.readFully(bytes);
            int end = lastLineEnd(bytes);
            position += end;
            return new String(bytes, 0, end, UTF_8)
                    .lines()
                    .map(CelFile::record)
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    private static int lastLineEnd(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    static Optional<CelRecord> record(String line) {
        List<String> columns = columns(line);
        try {
            return columns.size() == COLUMNS
                    ? Optional.of(new CelRecord(
                            columns.get(TYPE),
                            instant(columns.get(TIME)),
                            columns.get(CHANNEL),
                            columns.get(LINKED),
                            columns.get(EXTRA)))
                    : Optional.empty();
        } catch (NumberFormatException notATime) {
            return Optional.empty();
        }
    }

    /** Seconds and microseconds since 1970, as CEL writes without a date format. */
    private static Instant instant(String time) {
        String[] parts = time.split("\\.");
        long micros = parts.length > 1 ? Long.parseLong(parts[1]) : 0;
        return Instant.ofEpochSecond(Long.parseLong(parts[0]), micros / 1_000 * 1_000_000);
    }

    /** Every column stands in quotes; a quote inside is doubled. */
    private static List<String> columns(String line) {
        List<String> columns = new ArrayList<>();
        StringBuilder column = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char character = line.charAt(i);
            if (character == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                column.append('"');
                i++;
            } else if (character == '"') {
                quoted = !quoted;
            } else if (character == ',' && !quoted) {
                columns.add(column.toString());
                column.setLength(0);
            } else {
                column.append(character);
            }
        }
        columns.add(column.toString());
        return columns;
    }
}
