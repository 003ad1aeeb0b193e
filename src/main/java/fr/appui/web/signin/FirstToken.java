package fr.appui.web.signin;

import fr.appui.access.Role;
import fr.appui.directory.StorageReady;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * An administrator's token for the program that installs, left in a file that only its owner reads. Written when the setting
 * names a file that does not exist; it lives a day, long enough to issue the tokens and accounts of the installation.
 */
@Singleton
final class FirstToken {

    private static final Logger LOG = Logger.getLogger(FirstToken.class);
    private static final Duration LIFE = Duration.ofDays(1);

    private final TokenDesk desk;
    private final SignInSettings settings;

    FirstToken(TokenDesk desk, SignInSettings settings) {
        this.desk = desk;
        this.settings = settings;
    }

    void atStart(@Observes StorageReady ready) {
        settings.firstTokenFile().filter(file -> !Files.exists(file)).ifPresent(this::write);
    }

    private void write(Path file) {
        var request = new TokenDesk.Request("installation", Role.ADMINISTRATOR, Set.of(), false, LIFE);
        String secret = desk.issue(request, "installation").secret();
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, secret, StandardOpenOption.TRUNCATE_EXISTING);
            LOG.infof("a token of the installation, valid for a day, is in %s", file);
        } catch (IOException e) {
            throw new UncheckedIOException("appui.sign-in.first-token-file: " + file + " cannot be written", e);
        }
    }
}
