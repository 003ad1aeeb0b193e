package fr.appui.web.signin;

import fr.appui.access.Role;
import fr.appui.directory.StorageReady;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.file.Path;
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
    private final SecretFiles files;
    private final SignInSettings settings;

    FirstToken(TokenDesk desk, SecretFiles files, SignInSettings settings) {
        this.desk = desk;
        this.files = files;
        this.settings = settings;
    }

    void atStart(@Observes StorageReady ready) {
        settings.firstTokenFile().ifPresent(this::write);
    }

    void write(Path file) {
        var request = new TokenDesk.Request("installation", Role.ADMINISTRATOR, Set.of(), false, LIFE);
        if (files.leave(
                "appui.sign-in.first-token-file",
                file,
                () -> desk.issue(request, "installation").secret())) {
            LOG.infof("a token of the installation, valid for a day, is in %s", file);
        }
    }
}
