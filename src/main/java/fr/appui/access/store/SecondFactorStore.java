package fr.appui.access.store;

import fr.appui.access.SecondFactors;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
@Transactional
class SecondFactorStore implements SecondFactors, PanacheRepositoryBase<SecondFactorStore.Row, UUID> {

    @Entity(name = "SecondFactor")
    @Table(name = "second_factor")
    static class Row {
        @Id
        @JdbcTypeCode(SqlTypes.VARCHAR)
        @Column(name = "account_id")
        UUID accountId;

        @Column(name = "secret")
        byte[] secret;

        @Column(name = "confirmed_at")
        @Nullable
        Instant confirmedAt;

        @Column(name = "last_step")
        long lastStep;
    }

    @Entity(name = "PendingSignIn")
    @Table(name = "sign_in_pending")
    static class Pending {
        @Id
        @Column(name = "token_hash")
        String tokenHash;

        @JdbcTypeCode(SqlTypes.VARCHAR)
        @Column(name = "account_id")
        UUID accountId;

        @Column(name = "started_at")
        Instant startedAt;
    }

    @Override
    public Optional<Factor> of(UUID account) {
        return findByIdOptional(account).map(row -> new Factor(row.secret, row.confirmedAt != null));
    }

    @Override
    public Set<UUID> confirmedAmong(Collection<UUID> accounts) {
        return list("accountId in ?1 and confirmedAt is not null", accounts).stream()
                .map(row -> row.accountId)
                .collect(Collectors.toSet());
    }

    @Override
    public void propose(UUID account, byte[] secret) {
        getEntityManager()
                .createNativeQuery("INSERT INTO second_factor (account_id, secret, last_step) VALUES (?1, ?2, 0)"
                        + " ON DUPLICATE KEY UPDATE secret = IF(confirmed_at IS NULL, VALUES(secret), secret)")
                .setParameter(1, account.toString())
                .setParameter(2, secret)
                .executeUpdate();
    }

    @Override
    public void confirm(UUID account, Instant at) {
        update("confirmedAt = ?1 where accountId = ?2 and confirmedAt is null", at, account);
    }

    @Override
    public boolean use(UUID account, long step) {
        return update("lastStep = ?1 where accountId = ?2 and lastStep < ?1", step, account) == 1;
    }

    @Override
    public boolean remove(UUID account) {
        return delete("accountId", account) == 1;
    }

    @Override
    public void startPending(String tokenHash, UUID account, Instant at) {
        var row = new Pending();
        row.tokenHash = tokenHash;
        row.accountId = account;
        row.startedAt = at;
        getEntityManager().persist(row);
    }

    @Override
    public Optional<UUID> pending(String tokenHash, Instant startedAfter) {
        return Optional.ofNullable(getEntityManager().find(Pending.class, tokenHash))
                .filter(row -> row.startedAt.isAfter(startedAfter))
                .map(row -> row.accountId);
    }

    @Override
    public void endPending(String tokenHash) {
        getEntityManager()
                .createQuery("delete from PendingSignIn where tokenHash = ?1")
                .setParameter(1, tokenHash)
                .executeUpdate();
    }

    @Override
    public void forgetPending(Instant startedBefore) {
        getEntityManager()
                .createQuery("delete from PendingSignIn where startedAt < ?1")
                .setParameter(1, startedBefore)
                .executeUpdate();
    }
}
