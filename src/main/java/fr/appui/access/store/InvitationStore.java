package fr.appui.access.store;

import fr.appui.access.Invitations;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
@Transactional
class InvitationStore implements Invitations, PanacheRepositoryBase<InvitationStore.Row, String> {

    @Entity(name = "AccountInvitation")
    @Table(name = "account_invitation")
    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    static class Row {
        @Id
        @Column(name = "token_hash")
        String tokenHash;

        @JdbcTypeCode(SqlTypes.VARCHAR)
        @Column(name = "account_id")
        UUID accountId;

        @Column(name = "sent_at")
        Instant sentAt;

        @Column(name = "expires_at")
        Instant expiresAt;

        @Column(name = "used_at")
        @Nullable
        Instant usedAt;
    }

    @Override
    public void add(String tokenHash, UUID account, Instant sentAt, Instant expiresAt) {
        update("expiresAt = ?1 where accountId = ?2 and usedAt is null and expiresAt > ?1", sentAt, account);
        var row = new Row();
        row.tokenHash = tokenHash;
        row.accountId = account;
        row.sentAt = sentAt;
        row.expiresAt = expiresAt;
        persistAndFlush(row);
    }

    @Override
    public Optional<UUID> account(String tokenHash, Instant now) {
        return find("tokenHash = ?1 and usedAt is null and expiresAt > ?2", tokenHash, now)
                .firstResultOptional()
                .map(row -> row.accountId);
    }

    @Override
    public List<String> serving(UUID account, Instant now) {
        return list("accountId = ?1 and usedAt is null and expiresAt > ?2", account, now).stream()
                .map(row -> row.tokenHash)
                .toList();
    }

    @Override
    public boolean use(String tokenHash, Instant now) {
        return update("usedAt = ?1 where tokenHash = ?2 and usedAt is null and expiresAt > ?1", now, tokenHash) == 1;
    }

    @Override
    public Map<UUID, Instant> sent(Collection<UUID> accounts) {
        return accounts.isEmpty()
                ? Map.of()
                : list("accountId in ?1", accounts).stream()
                        .collect(Collectors.toMap(
                                row -> row.accountId,
                                row -> row.sentAt,
                                (one, other) -> one.isAfter(other) ? one : other));
    }

    @Override
    public boolean withdraw(UUID account, Instant now) {
        return delete("accountId = ?1 and usedAt is null and expiresAt > ?2", account, now) > 0;
    }

    @Override
    public long forget(Instant expiredBefore) {
        return delete("expiresAt < ?1", expiredBefore);
    }
}
