package fr.appui.web.signin;

import fr.appui.directory.StorageReady;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.file.Path;
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
    private final SecretFiles files;
    private final SignInSettings settings;

    WayIn(AccountDesk desk, SecretFiles files, SignInSettings settings) {
        this.desk = desk;
        this.files = files;
        this.settings = settings;
    }

    void atStart(@Observes StorageReady ready) {
        settings.wayInFile().ifPresent(this::write);
    }

    void write(Path file) {
        String login = SignInSettings.FirstAccount.ADMINISTRATION.login();
        if (files.leave("appui.sign-in.way-in-file", file, () -> login + " " + desk.letIn(login, "machine") + "\n")) {
            LOG.infof("account %s is open again: its password is in %s", login, file);
        }
    }
}
