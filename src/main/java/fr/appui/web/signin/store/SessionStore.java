package fr.appui.web.signin.store;

import fr.appui.web.signin.Sessions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@ApplicationScoped
@Transactional
class SessionStore implements Sessions, PanacheRepositoryBase<SessionStore.Row, String> {

    @Entity(name = "SignInSession")
    @Table(name = "sign_in_session")
    static class Row {
        @Id
        @Column(name = "token_hash")
        String tokenHash;

        @JdbcTypeCode(SqlTypes.VARCHAR)
        @Column(name = "account_id")
        UUID accountId;

        @Column(name = "started_at")
        Instant startedAt;

        @Column(name = "last_seen_at")
        Instant lastSeenAt;
    }

    @Override
    public void start(String tokenHash, UUID account, Instant at) {
        var row = new Row();
        row.tokenHash = tokenHash;
        row.accountId = account;
        row.startedAt = at;
        row.lastSeenAt = at;
        persist(row);
    }

    @Override
    public Optional<Session> find(String tokenHash) {
        return findByIdOptional(tokenHash).map(row -> new Session(row.accountId, row.startedAt, row.lastSeenAt));
    }

    @Override
    public void seen(String tokenHash, Instant at) {
        update("lastSeenAt = ?1 where tokenHash = ?2", at, tokenHash);
    }

    @Override
    public void end(String tokenHash) {
        deleteById(tokenHash);
    }

    @Override
    public void endAllOf(UUID account) {
        delete("accountId", account);
    }

    @Override
    public long forget(Instant startedBefore, Instant lastSeenBefore) {
        return delete("startedAt < ?1 or lastSeenAt < ?2", startedBefore, lastSeenBefore);
    }
}
