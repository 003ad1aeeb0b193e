package fr.appui.rota.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.appui.directory.Relief;
import fr.appui.rota.RotaFacts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.jboss.logging.Logger;

/**
 * The last snapshot on disk: one line with format version and checksum, then the facts in JSON. Replaced as a whole, so a
 * reader never sees half of it. It holds phone numbers and is readable by its owner alone.
 */
final class SnapshotFile {

    private static final Logger LOG = Logger.getLogger(SnapshotFile.class);
    private static final String FORMAT = "appui-rota-1";

    private final Path path;
    private final ObjectMapper json;

    SnapshotFile(Path path, ObjectMapper json) {
        this.path = path;
        this.json = json.copy()
                // what is told from a number (isMobile) is not kept beside it: to work it out took a tenth of a node's
                // time
                .setVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                .addMixIn(Relief.class, ReliefByItsFields.class);
    }

    /** A neighbour has a territory, a line a number. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
    @JsonSubTypes({@JsonSubTypes.Type(Relief.Neighbour.class), @JsonSubTypes.Type(Relief.Line.class)})
    private interface ReliefByItsFields {}

    /** A disk that refuses is a warning: the snapshot in memory serves. */
    void write(RotaFacts facts) {
        try {
            byte[] body = json.writeValueAsBytes(facts);
            Path folder = Files.createDirectories(path.toAbsolutePath().getParent());
            // one name: a disk that is full is tried at each reading
            Path next = folder.resolve(path.getFileName() + ".new");
            Files.deleteIfExists(next);
            Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(next, FORMAT + " " + checksum(body) + "\n");
            Files.write(next, body, StandardOpenOption.APPEND);
            Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warnf("the rota snapshot was not written to %s: %s", path, e.toString());
        }
    }

    /** As {@link #read()}; empty too, with a warning, for an invented rota where none is wanted: nobody would be rung. */
    Optional<RotaFacts> read(boolean invented) {
        return read().flatMap(facts -> invented || !InventedRota.isIn(facts)
                ? Optional.of(facts)
                : ignored("it is the invented one of deploy/archive"));
    }

    /** Empty, with a warning, for a file of another format or whose checksum is wrong. */
    Optional<RotaFacts> read() {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            String[] parts = Files.readString(path).split("\n", 2);
            byte[] body = parts[parts.length - 1].getBytes(StandardCharsets.UTF_8);
            if (parts.length != 2 || !parts[0].equals(FORMAT + " " + checksum(body))) {
                return ignored("its first line does not fit its content");
            }
            return Optional.of(json.readValue(body, RotaFacts.class));
        } catch (IOException | IllegalArgumentException unreadable) {
            return ignored(unreadable.toString());
        }
    }

    private Optional<RotaFacts> ignored(String why) {
        LOG.warnf("the rota snapshot in %s is ignored: %s", path, why);
        return Optional.empty();
    }

    private static String checksum(byte[] body) {
        var crc = new CRC32C();
        crc.update(body);
        return Long.toHexString(crc.getValue());
    }
}
