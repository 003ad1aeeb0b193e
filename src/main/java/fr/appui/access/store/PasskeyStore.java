package fr.appui.access.store;

import fr.appui.access.Passkeys;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
@Transactional
class PasskeyStore implements Passkeys, PanacheRepositoryBase<PasskeyStore.Row, String> {

    private static final int KEY_BYTES = 32;

    @Entity(name = "Passkey")
    @Table(name = "passkey")
    static class Row {
        @Id
        @Column(name = "id")
        String id;

        @JdbcTypeCode(SqlTypes.VARCHAR)
        @Column(name = "account_id")
        UUID accountId;

        @Column(name = "name")
        String name;

        @Column(name = "credential")
        byte[] credential;

        @Column(name = "sign_count")
        long signCount;

        @Column(name = "created_at")
        Instant createdAt;

        @Column(name = "last_used_at")
        @Nullable
        Instant lastUsedAt;

        Passkey passkey() {
            return new Passkey(id, accountId, name, credential, signCount, createdAt, lastUsedAt);
        }
    }

    @Override
    public List<Passkey> of(UUID account) {
        return list("accountId", Sort.by("createdAt"), account).stream()
                .map(Row::passkey)
                .toList();
    }

    @Override
    public Optional<Passkey> find(String id) {
        return findByIdOptional(id).map(Row::passkey);
    }

    @Override
    public boolean add(Passkey passkey) {
        if (findById(passkey.id()) != null) {
            return false;
        }
        var row = new Row();
        row.id = passkey.id();
        row.accountId = passkey.account();
        row.name = passkey.name();
        row.credential = passkey.credential();
        row.signCount = passkey.signCount();
        row.createdAt = passkey.createdAt();
        persist(row);
        return true;
    }

    @Override
    public void used(String id, long signCount, Instant at) {
        update("signCount = ?1, lastUsedAt = ?2 where id = ?3", signCount, at, id);
    }

    @Override
    public boolean remove(String id, UUID account) {
        return delete("id = ?1 and accountId = ?2", id, account) == 1;
    }

    @Override
    public byte[] challengeKey() {
        return stored().orElseGet(() -> {
            byte[] fresh = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(fresh);
            getEntityManager()
                    .createNativeQuery("INSERT IGNORE INTO sign_in_key (id, secret) VALUES (1, ?1)")
                    .setParameter(1, fresh)
                    .executeUpdate();
            return stored().orElseThrow();
        });
    }

    private Optional<byte[]> stored() {
        return getEntityManager()
                .createNativeQuery("SELECT secret FROM sign_in_key WHERE id = 1 LOCK IN SHARE MODE", byte[].class)
                .getResultStream()
                .map(byte[].class::cast)
                .findFirst();
    }

    @Override
    public boolean use(String challengeHash, Instant until) {
        return getEntityManager()
                        .createNativeQuery(
                                "INSERT IGNORE INTO sign_in_challenge_used (hash, expires_at) VALUES (?1, ?2)")
                        .setParameter(1, challengeHash)
                        .setParameter(2, until)
                        .executeUpdate()
                == 1;
    }

    @Override
    public void forgetUsed(Instant before) {
        getEntityManager()
                .createNativeQuery("DELETE FROM sign_in_challenge_used WHERE expires_at < ?1")
                .setParameter(1, before)
                .executeUpdate();
    }
}
