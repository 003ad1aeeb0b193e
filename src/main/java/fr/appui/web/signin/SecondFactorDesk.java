package fr.appui.web.signin;

import fr.appui.access.Account;
import fr.appui.access.Accounts;
import fr.appui.access.SecondFactors;
import fr.appui.directory.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** What is done with the second factor of an account. */
@ApplicationScoped
@Transactional
public class SecondFactorDesk {

    private final SecondFactors factors;
    private final Accounts accounts;
    private final Audit audit;
    private final Clock clock;

    SecondFactorDesk(SecondFactors factors, Accounts accounts, Audit audit, Clock clock) {
        this.factors = factors;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    boolean isOn(Account account) {
        return factors.of(account.id()).filter(SecondFactors.Factor::confirmed).isPresent();
    }

    /** Those of these accounts that have one. */
    public Set<UUID> among(List<Account> all) {
        return factors.confirmedAmong(all.stream().map(Account::id).toList());
    }

    /** The secret of a factor to be confirmed: the same until it is. */
    byte[] proposed(Account account) {
        return factors.of(account.id()).map(SecondFactors.Factor::secret).orElseGet(() -> {
            byte[] secret = new byte[OneTimeCode.SECRET_BYTES];
            new SecureRandom().nextBytes(secret);
            factors.propose(account.id(), secret);
            return factors.of(account.id()).orElseThrow().secret();
        });
    }

    /** @return whether the code is right; the factor is asked for from then on */
    boolean confirm(Account account, String code) {
        boolean right = matches(account, code);
        if (right) {
            factors.confirm(account.id(), clock.instant());
            audit.record(account.login(), "second-factor.added", account.login(), "Second facteur en service");
        }
        return right;
    }

    /** Once for each code. */
    boolean matches(Account account, String code) {
        return factors.of(account.id())
                .map(factor -> OneTimeCode.step(factor.secret(), code, clock.instant()))
                .filter(OptionalLong::isPresent)
                .filter(step -> factors.use(account.id(), step.getAsLong()))
                .isPresent();
    }

    /** For whoever lost their telephone. @return whether there was one */
    public boolean remove(UUID id, String by) {
        return accounts.byId(id)
                .filter(account -> factors.remove(account.id()))
                .map(account -> {
                    audit.record(by, "second-factor.removed", account.login(), "Second facteur retiré");
                    return true;
                })
                .orElse(false);
    }
}
