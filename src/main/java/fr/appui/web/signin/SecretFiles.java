package fr.appui.web.signin;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Secrets left, once, in a file that only its owner reads. A file that cannot be written is told, and keeps nothing else from starting: a
 * node whose jobs wait for a folder would be worse than one without that file.
 */
@ApplicationScoped
class SecretFiles {

    private static final Logger LOG = Logger.getLogger(SecretFiles.class);

    private final Map<String, String> troubles = new ConcurrentHashMap<>();

    /**
     * The file is there before the secret: one that nobody can read would open a door, or shut one, for nothing.
     *
     * @return whether it was left now
     */
    boolean leave(String setting, Path file, Supplier<String> secret) {
        if (Files.exists(file)) {
            return false;
        }
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            write(file, secret);
            troubles.remove(setting);
            return true;
        } catch (IOException unwritable) {
            LOG.errorf(unwritable, "%s: %s cannot be written", setting, file);
            troubles.put(
                    setting,
                    file
                            + " ne peut être écrit : désigner un fichier de /var/lib/appui, où le service écrit, et redémarrer");
            return false;
        }
    }

    private static void write(Path file, Supplier<String> secret) throws IOException {
        boolean written = false;
        try {
            Files.writeString(file, secret.get(), StandardOpenOption.TRUNCATE_EXISTING);
            written = true;
        } finally {
            if (!written) { // the next attempt finds its place free
                Files.deleteIfExists(file);
            }
        }
    }

    /** By the setting that names the file. */
    Map<String, String> troubles() {
        return Map.copyOf(troubles);
    }
}
