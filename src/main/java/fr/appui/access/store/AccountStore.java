package fr.appui.access.store;

import static java.util.stream.Collectors.groupingBy;

import fr.appui.access.Account;
import fr.appui.access.Accounts;
import fr.appui.directory.PhysicianId;
import fr.appui.french.InvalidInput;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
@Transactional
class AccountStore implements Accounts, PanacheRepositoryBase<AccountRow, UUID> {

    private final Clock clock;

    AccountStore(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean isEmpty() {
        return count() == 0;
    }

    @Override
    public Optional<Account> byLogin(String login) {
        return find("login", login).firstResultOptional().map(AccountRow::account);
    }

    @Override
    public Optional<Account> byProviderSubject(String subject) {
        return find("providerSubject", subject).firstResultOptional().map(AccountRow::account);
    }

    @Override
    public Map<PhysicianId, List<Account>> ofPhysicians(Set<PhysicianId> physicians) {
        return withGrants(
                        "a.physicianId in ?1",
                        physicians.stream().map(PhysicianId::value).toList())
                .collect(groupingBy(account -> account.physician().orElseThrow()));
    }

    @Override
    public Optional<Account> byId(UUID id) {
        return findByIdOptional(id).map(AccountRow::account);
    }

    @Override
    public List<Account> page(int page, int size) {
        List<UUID> ids = find("select a.id from AccountRow a order by a.login")
                .page(page, size)
                .project(UUID.class)
                .list();
        return withGrants("a.id in ?1", ids).toList();
    }

    /** In one question, where each account would be asked for its own. */
    private Stream<Account> withGrants(String which, List<UUID> ids) {
        return find("select a from AccountRow a left join fetch a.grants where " + which + " order by a.login", ids)
                .stream()
                .map(AccountRow::account);
    }

    @Override
    public long total() {
        return count();
    }

    @Override
    public List<UUID> administratorsHeld() {
        return getEntityManager()
                .createNativeQuery(
                        "SELECT a.id FROM account a JOIN account_grant g ON g.account_id = a.id"
                                + " WHERE g.role = 'ADMINISTRATOR' AND g.territory = '' AND NOT a.disabled"
                                + " ORDER BY a.id FOR UPDATE",
                        String.class)
                .getResultStream()
                .map(id -> UUID.fromString(String.valueOf(id)))
                .toList();
    }

    @Override
    public Optional<String> passwordHash(String login) {
        return find("login = ?1 and disabled = false", login)
                .firstResultOptional()
                .flatMap(row -> Optional.ofNullable(row.passwordHash));
    }

    @Override
    public void add(Account account, @Nullable String passwordHash) {
        var row = new AccountRow();
        row.id = account.id();
        row.login = account.login();
        row.passwordHash = passwordHash;
        row.temporaryPassword = account.temporaryPassword();
        row.createdAt = clock.instant();
        row.fill(account);
        try {
            persistAndFlush(row);
        } catch (PersistenceException taken) {
            throw new InvalidInput(
                    "identifiant : « " + account.login() + " » vient d’être pris ; en choisir un autre", taken);
        }
    }

    @Override
    public void change(Account account) {
        findById(account.id()).fill(account);
    }

    @Override
    public void setPassword(UUID account, String passwordHash, boolean temporary) {
        var row = findById(account);
        row.passwordHash = passwordHash;
        row.temporaryPassword = temporary;
    }

    @Override
    public void entered(UUID account) {
        update(
                "temporaryPassword = false where id = ?1 and temporaryPassword = true and passwordHash is null",
                account);
    }
}
