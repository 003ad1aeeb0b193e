package fr.appui.web.signin;

import fr.appui.access.Account;
import fr.appui.access.Accounts;
import fr.appui.access.Failures;
import fr.appui.access.KnownBrowsers;
import fr.appui.access.Role;
import fr.appui.access.SecondFactors;
import fr.appui.access.Sessions;
import fr.appui.directory.Audit;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Opens, checks and ends sessions, each with its line of the audit log. Refusals are values: a wrong password is no surprise. */
@ApplicationScoped
public class SignIn {

    /** How often a session's last use is written down: a page asks for several files at once. */
    private static final Duration SEEN_STEP = Duration.ofMinutes(1);

    /** A browser that nobody signed in on for so long is a stranger again. */
    static final Duration BROWSER_LIFE = Duration.ofDays(180);

    private static final String OPENED = "Session ouverte";

    private static final String PRESENT_PASSWORD = Failures.KNOWN + "session";

    private static final String SECOND_FACTOR = Failures.KNOWN + "second facteur";

    /** Between the password and the code. */
    static final Duration PENDING_LIFE = Duration.ofMinutes(5);

    private final Accounts accounts;
    private final Sessions sessions;
    private final Failures failures;
    private final KnownBrowsers browsers;
    private final SecondFactors factors;
    private final SignInSettings settings;
    private final Audit audit;
    private final Clock clock;

    SignIn(
            Accounts accounts,
            Sessions sessions,
            Failures failures,
            KnownBrowsers browsers,
            SecondFactors factors,
            SignInSettings settings,
            Audit audit,
            Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.failures = failures;
        this.browsers = browsers;
        this.factors = factors;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    public sealed interface Result {
        /** @param token,browser what the browser keeps, for the session and for good; the server keeps hashes only */
        record Opened(Account account, String token, String browser) implements Result {}

        /** The password is right; {@link #withCode} opens the session. @param token what the browser keeps meanwhile */
        record CodeNeeded(String token) implements Result {}

        /** Unknown login, wrong password, disabled: told apart nowhere. */
        record WrongCredentials() implements Result {}

        record TooManyFailures(Duration pause) implements Result {}
    }

    /**
     * Where a try comes from.
     *
     * @param browser what the browser keeps since somebody signed in on it
     * @param device as {@link Device} reads it
     */
    public record Origin(String address, Optional<String> browser, String device) {}

    /** A provider has factors of its own. */
    private static final Set<Role> WITH_TWO_FACTORS = Set.of(Role.COORDINATOR, Role.ADMINISTRATOR);

    /**
     * Who a session belongs to.
     *
     * @param asksAgain whether it must give its password before what is no night's work
     * @param lacksFactor whether this installation wants a second factor of them, and they have none
     */
    record Entered(Account account, Sessions.Session session, boolean asksAgain, boolean lacksFactor) {}

    /**
     * A browser on which the account signed in before has its own tries; elsewhere they count by address, and over all of
     * them by login. So nobody shuts out somebody else's browser, nor a whole hospital.
     */
    public Result withPassword(String login, String password, Origin origin) {
        Instant now = clock.instant();
        Optional<Account> asked = accounts.byLogin(login);
        Optional<String> known = asked.flatMap(
                account -> origin.browser().map(Secrets::sha256).filter(hash -> browsers.isOf(hash, account.id())));
        String place = known.map(hash -> Failures.KNOWN + hash.substring(0, 40)).orElse(origin.address());
        long attempt = failures.attempt(login, place, now);
        if (isTooMany(login, place, now)) {
            failures.withdraw(attempt);
            return new Result.TooManyFailures(settings.limits().window());
        }
        Optional<String> hash = settings.localAccounts() ? accounts.passwordHash(login) : Optional.empty();
        boolean right = Secrets.matches(password, hash.orElseGet(Secrets::hashOfNobody));
        if (!right || hash.isEmpty() || asked.isEmpty()) {
            audit.record(login, "sign-in.refused", login, "Identifiant ou mot de passe inconnu");
            return new Result.WrongCredentials();
        }
        failures.clear(login, place);
        if (factors.of(asked.get().id()).filter(SecondFactors.Factor::confirmed).isPresent()) {
            String pending = Secrets.token();
            factors.startPending(Secrets.sha256(pending), asked.get().id(), now);
            return new Result.CodeNeeded(pending);
        }
        return open(asked.get(), origin.browser().filter(token -> known.isPresent()), origin.device(), OPENED);
    }

    /** The second half of a sign-in. @param pending of {@link Result.CodeNeeded}; too old or unknown, it opens nothing */
    public Result withCode(String pending, String code, Origin origin) {
        Instant now = clock.instant();
        String hash = Secrets.sha256(pending);
        Optional<Account> half = factors.pending(hash, now.minus(PENDING_LIFE))
                .flatMap(accounts::byId)
                .filter(account -> !account.disabled());
        if (half.isEmpty()) {
            return new Result.WrongCredentials();
        }
        Account account = half.get();
        long attempt = failures.attempt(account.login(), SECOND_FACTOR, now);
        if (isTooMany(account.login(), SECOND_FACTOR, now)) {
            failures.withdraw(attempt);
            return new Result.TooManyFailures(settings.limits().window());
        }
        OptionalLong step = factors.of(account.id())
                .map(factor -> OneTimeCode.step(factor.secret(), code, now))
                .orElse(OptionalLong.empty());
        if (step.isEmpty() || !factors.use(account.id(), step.getAsLong())) {
            return new Result.CodeNeeded(pending);
        }
        failures.clear(account.login(), SECOND_FACTOR);
        factors.endPending(hash);
        return open(
                account,
                origin.browser().filter(token -> browsers.isOf(Secrets.sha256(token), account.id())),
                origin.device(),
                OPENED);
    }

    private boolean isTooMany(String login, String place, Instant now) {
        SignInSettings.Limits limits = settings.limits();
        Instant since = now.minus(limits.window());
        return failures.of(login, place, since) > limits.perAccount()
                || !place.startsWith(Failures.KNOWN)
                        && (failures.ofPlace(place, since) > limits.perAddress()
                                || failures.ofLogin(login, since) > limits.perLogin());
    }

    /** For a person whom a provider or a passkey vouches for. @param how for the audit log */
    Result.Opened open(Account account, String device, String how) {
        return open(account, Optional.empty(), device, how);
    }

    private Result.Opened open(Account account, Optional<String> browser, String device, String how) {
        String token = Secrets.token();
        String kept = browser.orElseGet(Secrets::token);
        QuarkusTransaction.joiningExisting().run(() -> {
            sessions.start(Secrets.sha256(token), account.id(), device, clock.instant());
            browsers.seen(Secrets.sha256(kept), account.id(), clock.instant());
            audit.record(account.login(), "sign-in", account.login(), how);
        });
        return new Result.Opened(account, token, kept);
    }

    public Optional<Account> bySession(String token) {
        return entered(token).map(Entered::account);
    }

    Optional<Entered> entered(String token) {
        Instant now = clock.instant();
        return sessions.find(Secrets.sha256(token))
                .filter(session -> life().isLive(session, now))
                .flatMap(session -> accounts.byId(session.account())
                        .filter(account -> !account.disabled())
                        .map(account -> seen(account, session, now)));
    }

    private Entered seen(Account account, Sessions.Session session, Instant now) {
        if (session.lastSeenAt().plus(SEEN_STEP).isBefore(now)) {
            sessions.seen(session.tokenHash(), now);
        }
        return new Entered(account, session, life().asksAgain(session, now), lacksFactor(account));
    }

    /** Whether a session that is used until then, and that nobody ended, is live. */
    boolean livesOn(Sessions.Session session, Instant now) {
        return life().isLive(
                        new Sessions.Session(
                                session.tokenHash(),
                                session.account(),
                                session.startedAt(),
                                now,
                                session.confirmedAt(),
                                session.keptUntil(),
                                session.device()),
                        now);
    }

    boolean wantsFactor(Account account) {
        return settings.secondFactorRequired()
                && (account.providerSubject().isEmpty() || hasPassword(account))
                && account.grants().stream().anyMatch(grant -> WITH_TWO_FACTORS.contains(grant.role()));
    }

    /** Whom a provider knows may come in by a password as well. */
    private boolean hasPassword(Account account) {
        return settings.localAccounts()
                && accounts.passwordHash(account.login()).isPresent();
    }

    private boolean lacksFactor(Account account) {
        return wantsFactor(account)
                && factors.of(account.id())
                        .filter(SecondFactors.Factor::confirmed)
                        .isEmpty();
    }

    private SessionLife life() {
        return new SessionLife(settings.session());
    }

    /** The session stays open until then, whatever its use; what it opens meanwhile is in {@link DutyRooms}. */
    public void keep(String token, Instant until) {
        sessions.keep(Secrets.sha256(token), until);
    }

    /** A password was given in it just now. */
    void confirm(Sessions.Session session) {
        sessions.confirm(session.tokenHash(), clock.instant());
    }

    public void signOut(String token) {
        sessions.end(Secrets.sha256(token));
    }

    /** Every session of the account ends, the present one too: whoever stole the old password is out. */
    public Result.Opened changePassword(Account account, String password, String device) {
        Passwords.requireHardToGuess(password, account);
        accounts.setPassword(account.id(), Secrets.hashPassword(password), false);
        sessions.endAllOf(account.id());
        browsers.forgetAllOf(account.id());
        return open(accounts.byId(account.id()).orElseThrow(), device, OPENED);
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
        factors.forgetPending(now.minus(PENDING_LIFE));
        return sessions.forget(
                now.minus(settings.session().longest()),
                now.minus(settings.session().idle()),
                now);
    }
}
