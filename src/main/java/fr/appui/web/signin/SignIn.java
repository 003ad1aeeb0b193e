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

    private final Accounts accounts;
    private final Sessions sessions;
    private final Failures failures;
    private final SignInSettings settings;
    private final Clock clock;

    SignIn(Accounts accounts, Sessions sessions, Failures failures, SignInSettings settings, Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.failures = failures;
        this.settings = settings;
        this.clock = clock;
    }

    public sealed interface Result {
        /** @param token what the browser keeps; the server keeps its hash only */
        record Opened(Account account, String token) implements Result {}

        /** Unknown login, wrong password, disabled: told apart nowhere. */
        record WrongCredentials() implements Result {}

        record TooManyFailures(Duration pause) implements Result {}
    }

    public Result withPassword(String login, String password, String address) {
        Instant now = clock.instant();
        Instant since = now.minus(settings.limits().window());
        if (failures.ofLogin(login, since) >= settings.limits().perAccount()
                || failures.ofAddress(address, since) >= settings.limits().perAddress()) {
            return new Result.TooManyFailures(settings.limits().window());
        }
        Optional<String> hash = settings.localAccounts() ? accounts.passwordHash(login) : Optional.empty();
        boolean right = Secrets.matches(password, hash.orElse(Secrets.HASH_OF_NOBODY));
        Optional<Account> account = right && hash.isPresent() ? accounts.byLogin(login) : Optional.empty();
        if (account.isEmpty()) {
            failures.add(login, address, now);
            return new Result.WrongCredentials();
        }
        failures.clear(login);
        return open(account.get());
    }

    /** For a person whom a provider vouches for. */
    public Result.Opened open(Account account) {
        String token = Secrets.token();
        sessions.start(Secrets.sha256(token), account.id(), clock.instant());
        return new Result.Opened(account, token);
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
        accounts.setPassword(account.id(), Secrets.hashPassword(password), false);
        sessions.endAllOf(account.id());
        return open(accounts.byId(account.id()).orElseThrow());
    }

    public boolean isPasswordOf(Account account, String password) {
        return accounts.passwordHash(account.login())
                .map(hash -> Secrets.matches(password, hash))
                .orElse(false);
    }

    long forgetEnded() {
        Instant now = clock.instant();
        failures.forget(now.minus(settings.limits().window()));
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
