package fr.appui.telephony;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The CEL file of one Asterisk and those it was rotated into, read as one text. A file is known by its first line, whose
 * time and channel no other has: renaming, copying and truncating do not deceive, and no inode is needed.
 */
final class CelFile {

    private static final int LONGEST_LINE = 65_536;
    private static final List<String> PACKED = List.of(".gz", ".xz", ".bz2", ".zst");

    /** The start of a record. @param file the identity of the file it stands in */
    record Position(String file, long offset) {

        /** Before everything that is left: what a restored database lacks is read again (deploy/restore). */
        private static final String OLDEST = "oldest";

        private boolean isOldest() {
            return file.equals(OLDEST);
        }
    }

    /** A record as it stands in the file: one line, or several where a quoted value holds a line break. */
    record Line(Position start, String text) {}

    private record Part(Path path, String identity, long modified) {}

    private final Path path;

    CelFile(Path path) {
        this.path = path;
    }

    /**
     * Reads every whole record from a position on; the current file from its beginning when the position is in no file any
     * more. What is still being written is left for the next time.
     *
     * @return the position after the last record read; {@code from} when there is no file
     */
    Optional<Position> read(Optional<Position> from, Consumer<Line> lines) throws IOException {
        List<Part> parts = parts();
        int first = from.filter(Position::isOldest).isPresent() ? 0 : Math.max(parts.size() - 1, 0);
        for (int i = 0; i < parts.size(); i++) {
            if (from.isPresent() && parts.get(i).identity().equals(from.get().file())) {
                first = i;
            }
        }
        Optional<Position> reached = from;
        for (Part part : parts.subList(first, parts.size())) {
            long offset = from.filter(position -> position.file().equals(part.identity()))
                    .map(Position::offset)
                    .orElse(0L);
            reached = Optional.of(new Position(part.identity(), read(part, offset, lines)));
        }
        return reached;
    }

    private static long read(Part part, long offset, Consumer<Line> lines) throws IOException {
        Records records = new Records(part, offset, lines);
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(part.path()))) {
            bytes.skipNBytes(Math.min(offset, Files.size(part.path())));
            var line = new ByteArrayOutputStream();
            long at = offset;
            for (int next = bytes.read(); next >= 0; next = bytes.read()) {
                at++;
                if (next == '\n') {
                    records.line(line.toString(UTF_8), at);
                    line.reset();
                } else if (line.size() < LONGEST_LINE) {
                    line.write(next);
                }
            }
        }
        return records.reached;
    }

    /**
     * Puts lines together into records. A quote that is still open goes on in the next line, unless that one is a record by
     * itself: then the line before was cut, by a crash, and is told as it is.
     */
    private static final class Records {

        private final Part part;
        private final Consumer<Line> lines;
        private final StringBuilder open = new StringBuilder();
        /** Behind the last record told. */
        private long reached;

        private long before;

        Records(Part part, long offset, Consumer<Line> lines) {
            this.part = part;
            this.lines = lines;
            this.reached = offset;
            this.before = offset;
        }

        void line(String text, long end) {
            if (!open.isEmpty() && (open.length() > LONGEST_LINE || CelText.isRecord(text))) {
                tell(before);
            }
            if (!open.isEmpty()) {
                open.append('\n');
            }
            open.append(text);
            if (isClosed(open)) {
                tell(end);
            }
            before = end;
        }

        private void tell(long end) {
            lines.accept(new Line(new Position(part.identity(), reached), open.toString()));
            open.setLength(0);
            reached = end;
        }

        private static boolean isClosed(CharSequence text) {
            return text.chars().filter(character -> character == '"').count() % 2 == 0;
        }
    }

    /** Oldest first, the current file last. Two copies of one file count once. */
    private List<Part> parts() throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        var parts = new ArrayList<Part>();
        if (folder == null || !Files.isDirectory(folder)) {
            return parts;
        }
        try (Stream<Path> beside = Files.list(folder)) {
            for (Path candidate : beside.filter(this::isRotated).toList()) {
                part(candidate).ifPresent(parts::add);
            }
        }
        parts.sort(Comparator.comparingLong(Part::modified));
        part(path).ifPresent(current -> {
            parts.removeIf(part -> part.identity().equals(current.identity()));
            parts.add(current);
        });
        return parts;
    }

    private boolean isRotated(Path candidate) {
        String name = candidate.getFileName().toString();
        return name.startsWith(path.getFileName().toString())
                && !candidate.getFileName().equals(path.getFileName())
                && PACKED.stream().noneMatch(name::endsWith);
    }

    private static Optional<Part> part(Path file) throws IOException {
        try {
            Optional<String> identity = identity(file);
            long modified = Files.getLastModifiedTime(file).toMillis();
            return identity.map(id -> new Part(file, id, modified));
        } catch (NoSuchFileException justRotated) {
            return Optional.empty();
        }
    }

    /** Empty until the first line is whole. */
    private static Optional<String> identity(Path file) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (int next = bytes.read(); next >= 0; next = bytes.read()) {
                if (next == '\n') {
                    return Optional.of(HexFormat.of().formatHex(digest.digest(), 0, 8));
                }
                digest.update((byte) next);
            }
            return Optional.empty();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
