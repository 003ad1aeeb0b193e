package fr.appui.web.signin;

import fr.appui.access.Account;
import fr.appui.access.Accounts;
import fr.appui.access.Grant;
import fr.appui.directory.StorageReady;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Accounts of a new installation. Their generated passwords are printed once on the terminal, never logged nor kept, and
 * must be changed at first sign-in.
 */
@Singleton
final class FirstAccounts {

    private static final Logger LOG = Logger.getLogger(FirstAccounts.class);

    private final Accounts accounts;
    private final SignInSettings settings;

    FirstAccounts(Accounts accounts, SignInSettings settings) {
        this.accounts = accounts;
        this.settings = settings;
    }

    void atStart(@Observes StorageReady ready) {
        if (!settings.localAccounts() || !accounts.isEmpty()) {
            return;
        }
        List<String> lines = new ArrayList<>();
        for (SignInSettings.FirstAccount first : settings.firstAccounts()) {
            create(first).ifPresent(lines::add);
        }
        if (!lines.isEmpty()) {
            print(lines);
        }
    }

    private Optional<String> create(SignInSettings.FirstAccount first) {
        String password = Secrets.readablePassword();
        List<Grant> grants = List.of(Grant.everywhere(first.role()));
        var account = new Account(
                UUID.randomUUID(),
                first.login(),
                first.role().label(),
                grants,
                Optional.empty(),
                Optional.empty(),
                true,
                false);
        try {
            accounts.add(account, Secrets.hashPassword(password));
            return Optional.of("  %-16s %s".formatted(first.login(), password));
        } catch (RuntimeException anotherNodeWasFirst) {
            LOG.infof("account %s exists already", first.login());
            return Optional.empty();
        }
    }

    private static void print(List<String> lines) {
        String box = "─".repeat(72);
        System.out.println(String.join(
                System.lineSeparator(),
                box,
                "Premiers comptes (mots de passe affichés cette seule fois, à changer à la première connexion) :",
                String.join(System.lineSeparator(), lines),
                box));
    }
}
