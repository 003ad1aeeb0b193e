package fr.appui.web.signin;

import fr.appui.access.Account;
import fr.appui.access.Accounts;
import fr.appui.access.Failures;
import fr.appui.access.Grant;
import fr.appui.access.KnownBrowsers;
import fr.appui.access.Role;
import fr.appui.access.SecondFactors;
import fr.appui.access.Sessions;
import fr.appui.directory.Audit;
import fr.appui.french.InvalidInput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What an administrator does with accounts; each act is recorded with it. */
@ApplicationScoped
@Transactional
public class AccountDesk {

    private final Accounts accounts;
    private final Sessions sessions;
    private final Failures failures;
    private final KnownBrowsers browsers;
    private final SecondFactors factors;
    private final Audit audit;

    AccountDesk(
            Accounts accounts,
            Sessions sessions,
            Failures failures,
            KnownBrowsers browsers,
            SecondFactors factors,
            Audit audit) {
        this.factors = factors;
        this.accounts = accounts;
        this.sessions = sessions;
        this.failures = failures;
        this.browsers = browsers;
        this.audit = audit;
    }

    /** @return the generated password, shown once and changed at first sign-in */
    public String create(Account account, String by) {
        if (accounts.byLogin(account.login()).isPresent()) {
            throw new InvalidInput("identifiant : « " + account.login() + " » existe déjà ; en choisir un autre");
        }
        account.providerSubject().flatMap(accounts::byProviderSubject).ifPresent(other -> {
            throw new InvalidInput("identifiant chez le fournisseur : il est déjà celui de « " + other.login() + " »");
        });
        String password = Secrets.readablePassword();
        accounts.add(account, Secrets.hashPassword(password));
        audit.record(by, "account.created", account.login(), "Compte créé : " + rights(account));
        return password;
    }

    public Optional<String> renewPassword(UUID id, String by) {
        return accounts.byId(id).map(account -> {
            String password = Secrets.readablePassword();
            accounts.setPassword(id, Secrets.hashPassword(password), true);
            sessions.endAllOf(id);
            failures.clear(account.login());
            browsers.forgetAllOf(id);
            audit.record(by, "account.password-renewed", account.login(), "Mot de passe provisoire donné");
            return password;
        });
    }

    /** What came of closing or reopening an account. */
    public enum Opening {
        DONE,
        UNKNOWN,
        /** Nobody could create or reopen an account any more. */
        LAST_ADMINISTRATOR
    }

    public Opening disable(UUID id, boolean disabled, String by) {
        if (disabled && accounts.administratorsHeld().equals(List.of(id))) {
            return Opening.LAST_ADMINISTRATOR;
        }
        Optional<Account> found = accounts.byId(id);
        found.ifPresent(account -> open(account, disabled, by));
        return found.isPresent() ? Opening.DONE : Opening.UNKNOWN;
    }

    /** What came of giving other roles. */
    public enum Granting {
        DONE,
        UNKNOWN,
        /** Somebody gave one of them other roles since they were seen. */
        CHANGED_MEANWHILE,
        /** A physician's role is of a physician of the directory. */
        NO_PHYSICIAN,
        /** Nobody could create or reopen an account any more. */
        LAST_ADMINISTRATOR
    }

    /**
     * The same roles for several accounts: all of them, or none. Who is signed in signs in anew.
     *
     * @param seen the rights that each was seen to have ({@link Account#getRights})
     */
    public Granting grant(Map<UUID, String> seen, List<Grant> grants, String by) {
        List<UUID> administrators = accounts.administratorsHeld();
        Map<Account, String> found = new LinkedHashMap<>();
        seen.forEach((id, rights) -> accounts.byId(id).ifPresent(account -> found.put(account, rights)));
        if (found.size() < seen.size() || found.isEmpty()) {
            return Granting.UNKNOWN;
        }
        if (found.entrySet().stream().anyMatch(one -> !one.getKey().getRights().equals(one.getValue()))) {
            return Granting.CHANGED_MEANWHILE;
        }
        boolean physicians = grants.stream().anyMatch(grant -> grant.role() == Role.PHYSICIAN);
        if (physicians
                && found.keySet().stream()
                        .anyMatch(account -> account.physician().isEmpty())) {
            return Granting.NO_PHYSICIAN;
        }
        if (!grants.contains(Grant.everywhere(Role.ADMINISTRATOR))
                && seen.keySet().containsAll(administrators)) {
            return Granting.LAST_ADMINISTRATOR;
        }
        found.keySet().forEach(account -> {
            Account changed = account.granted(grants);
            accounts.change(changed);
            sessions.endAllOf(account.id());
            audit.record(
                    by,
                    "account.rights-changed",
                    account.login(),
                    rights(account) + " ; désormais : " + rights(changed));
        });
        return Granting.DONE;
    }

    private void open(Account account, boolean disabled, String by) {
        accounts.change(account.closed(disabled));
        sessions.endAllOf(account.id());
        audit.record(
                by,
                disabled ? "account.disabled" : "account.enabled",
                account.login(),
                disabled ? "Compte fermé" : "Compte rouvert");
    }

    /**
     * A way in for whoever owns the machine: the administrator's account of this login, created or reopened.
     *
     * @return its password, which must be changed at first sign-in
     */
    public String letIn(String login, String by) {
        String password = Secrets.readablePassword();
        Optional<Account> known = accounts.byLogin(login);
        Account account = known.orElseGet(() -> new Account(
                        UUID.randomUUID(),
                        login,
                        Role.ADMINISTRATOR.label(),
                        List.of(Grant.everywhere(Role.ADMINISTRATOR)),
                        Optional.empty(),
                        Optional.empty(),
                        true,
                        false))
                .administering();
        if (known.isEmpty()) {
            accounts.add(account, Secrets.hashPassword(password));
        } else {
            accounts.change(account);
            accounts.setPassword(account.id(), Secrets.hashPassword(password), true);
            factors.remove(account.id());
            sessions.endAllOf(account.id());
        }
        audit.record(by, "account.let-in", login, "Accès d’administration rendu depuis la machine");
        return password;
    }

    public List<Account> page(int page, int size) {
        return accounts.page(page, size);
    }

    public long total() {
        return accounts.total();
    }

    private static String rights(Account account) {
        return String.join(
                ", ",
                account.grants().stream()
                        .map(grant -> grant.role().label()
                                + grant.territory().map(code -> " " + code).orElse(""))
                        .toList());
    }
}
