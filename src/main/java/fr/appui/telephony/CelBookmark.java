package fr.appui.telephony;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * How far a CEL file was taken into the trace, kept on this node's disk: no database is needed to read on. A bookmark that
 * is lost costs a second reading and nothing else, since events that are already stored are passed over.
 */
final class CelBookmark {

    private final Path file;

    CelBookmark(Path folder, String switchName) {
        this.file = folder.resolve(switchName + ".position");
    }

    Optional<CelFile.Position> read() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String[] parts = Files.readString(file).strip().split(" ");
        try {
            return Optional.of(new CelFile.Position(parts[0], Long.parseLong(parts[1])));
        } catch (IndexOutOfBoundsException | NumberFormatException damaged) {
            return Optional.empty();
        }
    }

    /** On disk, whole or not at all, when this returns. */
    void write(CelFile.Position position) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, position.file() + " " + position.offset() + "\n");
        try (FileChannel written = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
