package fr.appui.web.signin;

import fr.appui.access.Account;
import fr.appui.access.Accounts;
import fr.appui.access.Grant;
import fr.appui.access.Role;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** People and programs for tests. */
@ApplicationScoped
public class Visitors {

    public static final String PASSWORD = "quatre mots sans lien";
    private static final String PASSWORD_HASH = Secrets.hashPassword(PASSWORD);

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Accounts accounts;
    private final SignIn signIn;
    private final TokenDesk desk;

    Visitors(Accounts accounts, SignIn signIn, TokenDesk desk) {
        this.accounts = accounts;
        this.signIn = signIn;
        this.desk = desk;
    }

    public Account account(List<Grant> grants) {
        return account(grants, Optional.empty(), false);
    }

    public Account physician(PhysicianId id) {
        return account(List.of(Grant.everywhere(Role.PHYSICIAN)), Optional.of(id), false);
    }

    public Account withTemporaryPassword() {
        return account(List.of(Grant.everywhere(Role.ADMINISTRATOR)), Optional.empty(), true);
    }

    public Account account(List<Grant> grants, Optional<PhysicianId> physician) {
        return account(grants, physician, false);
    }

    private Account account(List<Grant> grants, Optional<PhysicianId> physician, boolean temporary) {
        String login = "essai-" + NEXT.incrementAndGet();
        var account = new Account(
                UUID.randomUUID(), login, "Camille Durand", grants, physician, Optional.empty(), temporary, false);
        accounts.add(account, PASSWORD_HASH);
        return account;
    }

    /** The value of the session cookie. */
    public String session(Account account) {
        return signIn.open(account, "", "Session ouverte").token();
    }

    public String token(Role role, TerritoryCode... territories) {
        return token(role, false, territories);
    }

    public String readOnlyToken(Role role) {
        return token(role, true);
    }

    private String token(Role role, boolean readOnly, TerritoryCode... territories) {
        var request = new TokenDesk.Request("essai", role, Set.of(territories), readOnly, Duration.ofHours(1));
        return desk.issue(request, "tests").secret();
    }
}
