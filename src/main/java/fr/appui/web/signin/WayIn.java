package fr.appui.web.signin;

import fr.appui.directory.StorageReady;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jboss.logging.Logger;

/**
 * The way back in when nobody can administer any more: at a start, the account {@code administration} is created or reopened,
 * and its new password left in a file that only its owner reads. Written when the setting names a file that does not exist,
 * so that a second start gives no second password.
 */
@Singleton
final class WayIn {

    private static final Logger LOG = Logger.getLogger(WayIn.class);

    private final AccountDesk desk;
    private final SignInSettings settings;

    WayIn(AccountDesk desk, SignInSettings settings) {
        this.desk = desk;
        this.settings = settings;
    }

    void atStart(@Observes StorageReady ready) {
        settings.wayInFile().filter(file -> !Files.exists(file)).ifPresent(this::write);
    }

    /** The file is there first: a password that nobody can read would only lock out one more. */
    void write(Path file) {
        String login = SignInSettings.FirstAccount.ADMINISTRATION.login();
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(
                    file, login + " " + desk.letIn(login, "machine") + "\n", StandardOpenOption.TRUNCATE_EXISTING);
            LOG.infof("account %s is open again: its password is in %s", login, file);
        } catch (IOException e) {
            throw new UncheckedIOException("appui.sign-in.way-in-file: " + file + " cannot be written", e);
        }
    }
}
