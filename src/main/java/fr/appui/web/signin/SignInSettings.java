package fr.appui.web.signin;

import fr.appui.access.Role;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How people sign in. */
@ConfigMapping(prefix = "appui.sign-in")
public interface SignInSettings {

    /** Whether accounts with a password may sign in; a hospital with a provider may turn it off. */
    @WithDefault("true")
    boolean localAccounts();

    /** Created when there is no account at all, each with a generated password printed once. */
    @WithDefault("administration,coordination,regulation,ars")
    List<FirstAccount> firstAccounts();

    /** Where to leave an administrator's token for the program that installs; none by default. */
    Optional<Path> firstTokenFile();

    /** Where to leave a new password of {@code administration}, for whoever owns the machine; none by default. */
    Optional<Path> wayInFile();

    /** Whether coordinators and administrators who sign in with a password must have a second factor; else they may. */
    @WithDefault("false")
    boolean secondFactorRequired();

    Session session();

    Limits limits();

    interface Session {
        /** A session that nobody used for so long ends. */
        @WithDefault("PT1H")
        Duration idle();

        /** A session ends after so long whatever is done with it. */
        @WithDefault("PT12H")
        Duration longest();

        /** A physician may stay signed in on a telephone until the end of a duty, so long at most; {@code PT0S}: never. */
        @WithDefault("PT96H")
        Duration duty();
    }

    interface Limits {
        /** Failures are counted over this time. */
        @WithDefault("PT15M")
        Duration window();

        /** From one address, or on one browser. */
        @WithDefault("8")
        int perAccount();

        /** From everywhere, for browsers on which the account never signed in. */
        @WithDefault("100")
        int perLogin();

        /** Higher than per account: a hospital is often one address. */
        @WithDefault("40")
        int perAddress();
    }

    enum FirstAccount {
        ADMINISTRATION(Role.ADMINISTRATOR),
        COORDINATION(Role.COORDINATOR),
        REGULATION(Role.REGULATOR),
        ARS(Role.ARS_READER);

        private final Role role;

        FirstAccount(Role role) {
            this.role = role;
        }

        Role role() {
            return role;
        }

        String login() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
