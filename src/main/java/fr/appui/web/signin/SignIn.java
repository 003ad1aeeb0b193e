package fr.appui.web.signin;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Opens, checks and ends sessions. Refusals are values: a wrong password is no surprise. */
@ApplicationScoped
public class SignIn {

    /** How often a session's last use is written down: a page asks for several files at once. */
    private static final Duration SEEN_STEP = Duration.ofMinutes(1);

    /** Begins the place of a try that comes from a browser on which this account signed in before. */
    public static final String KNOWN = "navigateur ";

    /** A browser that nobody signed in on for so long is a stranger again. */
    static final Duration BROWSER_LIFE = Duration.ofDays(180);

    private static final String PRESENT_PASSWORD = KNOWN + "session";

    private final Accounts accounts;
    private final Sessions sessions;
    private final Failures failures;
    private final KnownBrowsers browsers;
    private final SignInSettings settings;
    private final Clock clock;

    SignIn(
            Accounts accounts,
            Sessions sessions,
            Failures failures,
            KnownBrowsers browsers,
            SignInSettings settings,
            Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.failures = failures;
        this.browsers = browsers;
        this.settings = settings;
        this.clock = clock;
    }

    public sealed interface Result {
        /** @param token,browser what the browser keeps, for the session and for good; the server keeps hashes only */
        record Opened(Account account, String token, String browser) implements Result {}

        /** Unknown login, wrong password, disabled: told apart nowhere. */
        record WrongCredentials() implements Result {}

        record TooManyFailures(Duration pause) implements Result {}
    }

    /** Where a try comes from. @param browser what the browser keeps since somebody signed in on it */
    public record Origin(String address, Optional<String> browser) {}

    /**
     * A browser on which the account signed in before has its own tries; elsewhere they count by address, and over all of
     * them by login. So nobody shuts out somebody else's browser, nor a whole hospital.
     */
    public Result withPassword(String login, String password, Origin origin) {
        Instant now = clock.instant();
        Optional<Account> asked = accounts.byLogin(login);
        Optional<String> known = asked.flatMap(
                account -> origin.browser().map(Secrets::sha256).filter(hash -> browsers.isOf(hash, account.id())));
        String place = known.map(hash -> KNOWN + hash.substring(0, 40)).orElse(origin.address());
        long attempt = failures.attempt(login, place, now);
        if (isTooMany(login, place, now)) {
            failures.withdraw(attempt);
            return new Result.TooManyFailures(settings.limits().window());
        }
        Optional<String> hash = settings.localAccounts() ? accounts.passwordHash(login) : Optional.empty();
        boolean right = Secrets.matches(password, hash.orElseGet(Secrets::hashOfNobody));
        if (!right || hash.isEmpty() || asked.isEmpty()) {
            return new Result.WrongCredentials();
        }
        failures.clear(login, place);
        return open(asked.get(), origin.browser().filter(token -> known.isPresent()));
    }

    private boolean isTooMany(String login, String place, Instant now) {
        SignInSettings.Limits limits = settings.limits();
        Instant since = now.minus(limits.window());
        return failures.of(login, place, since) > limits.perAccount()
                || !place.startsWith(KNOWN)
                        && (failures.ofPlace(place, since) > limits.perAddress()
                                || failures.ofLogin(login, since) > limits.perLogin());
    }

    /** For a person whom a provider vouches for. */
    public Result.Opened open(Account account) {
        return open(account, Optional.empty());
    }

    private Result.Opened open(Account account, Optional<String> browser) {
        String token = Secrets.token();
        String kept = browser.orElseGet(Secrets::token);
        sessions.start(Secrets.sha256(token), account.id(), clock.instant());
        browsers.seen(Secrets.sha256(kept), account.id(), clock.instant());
        return new Result.Opened(account, token, kept);
    }

    public Optional<Account> bySession(String token) {
        String hash = Secrets.sha256(token);
        return sessions.find(hash)
                .filter(session -> live(session, hash))
                .flatMap(session -> accounts.byId(session.account()))
                .filter(account -> !account.disabled());
    }

    public void signOut(String token) {
        sessions.end(Secrets.sha256(token));
    }

    /** Every session of the account ends, the present one too: whoever stole the old password is out. */
    public Result.Opened changePassword(Account account, String password) {
        Passwords.requireHardToGuess(password, account);
        accounts.setPassword(account.id(), Secrets.hashPassword(password), false);
        sessions.endAllOf(account.id());
        browsers.forgetAllOf(account.id());
        return open(accounts.byId(account.id()).orElseThrow());
    }

    /** What comes of giving the present password before a new one. */
    public enum Present {
        RIGHT,
        WRONG,
        TOO_MANY
    }

    /** Who found a session open has as few tries as at the door. */
    public Present present(Account account, String password) {
        Instant now = clock.instant();
        long attempt = failures.attempt(account.login(), PRESENT_PASSWORD, now);
        if (isTooMany(account.login(), PRESENT_PASSWORD, now)) {
            failures.withdraw(attempt);
            return Present.TOO_MANY;
        }
        boolean right = accounts.passwordHash(account.login())
                .filter(hash -> Secrets.matches(password, hash))
                .isPresent();
        if (right) {
            failures.clear(account.login(), PRESENT_PASSWORD);
        }
        return right ? Present.RIGHT : Present.WRONG;
    }

    long forgetEnded() {
        Instant now = clock.instant();
        failures.forget(now.minus(settings.limits().window()));
        browsers.forget(now.minus(BROWSER_LIFE));
        return sessions.forget(
                now.minus(settings.session().longest()),
                now.minus(settings.session().idle()));
    }

    private boolean live(Sessions.Session session, String hash) {
        Instant now = clock.instant();
        boolean live = now.isBefore(session.startedAt().plus(settings.session().longest()))
                && now.isBefore(session.lastSeenAt().plus(settings.session().idle()));
        if (live && session.lastSeenAt().plus(SEEN_STEP).isBefore(now)) {
            sessions.seen(hash, now);
        }
        return live;
    }
}
