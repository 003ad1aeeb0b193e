package fr.appui.access.store;

import fr.appui.access.Sessions;
import fr.appui.access.SignInsEnded;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
@Transactional
class SessionStore implements Sessions, PanacheRepositoryBase<SessionStore.Row, String> {

    private final PushSubscriptionStore subscriptions;
    private final Event<SignInsEnded> ended;

    SessionStore(PushSubscriptionStore subscriptions, Event<SignInsEnded> ended) {
        this.subscriptions = subscriptions;
        this.ended = ended;
    }

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

        /** Null where the version before opened it. */
        @Column(name = "confirmed_at")
        @Nullable
        Instant confirmedAt;

        @Column(name = "kept_until")
        @Nullable
        Instant keptUntil;

        @Column(name = "device")
        @Nullable
        String device;

        Session session() {
            return new Session(
                    tokenHash,
                    accountId,
                    startedAt,
                    lastSeenAt,
                    Objects.requireNonNullElse(confirmedAt, startedAt),
                    Optional.ofNullable(keptUntil),
                    Objects.requireNonNullElse(device, ""));
        }
    }

    @Override
    public void start(String tokenHash, UUID account, String device, Instant at) {
        var row = new Row();
        row.tokenHash = tokenHash;
        row.accountId = account;
        row.startedAt = at;
        row.lastSeenAt = at;
        row.confirmedAt = at;
        row.device = device;
        persist(row);
    }

    @Override
    public Optional<Session> find(String tokenHash) {
        return findByIdOptional(tokenHash).map(Row::session);
    }

    @Override
    public List<Session> of(UUID account, int most) {
        return find("accountId", Sort.descending("lastSeenAt"), account).page(0, most).stream()
                .map(Row::session)
                .toList();
    }

    @Override
    public void seen(String tokenHash, Instant at) {
        update("lastSeenAt = ?1 where tokenHash = ?2", at, tokenHash);
    }

    @Override
    public void confirm(String tokenHash, Instant at) {
        update("confirmedAt = ?1 where tokenHash = ?2", at, tokenHash);
    }

    @Override
    public void keep(String tokenHash, Instant until) {
        update("keptUntil = ?1 where tokenHash = ?2", until, tokenHash);
    }

    @Override
    public void end(String tokenHash) {
        ended.fire(new SignInsEnded.OneSession(tokenHash));
        subscriptions.endOf(tokenHash);
        deleteById(tokenHash);
    }

    @Override
    public boolean end(String tokenHash, UUID account) {
        boolean had = delete("tokenHash = ?1 and accountId = ?2", tokenHash, account) == 1;
        if (had) {
            ended.fire(new SignInsEnded.OneSession(tokenHash));
            subscriptions.endOf(tokenHash);
        }
        return had;
    }

    @Override
    public void endOthersOf(UUID account, String tokenHash) {
        ended.fire(new SignInsEnded.OthersOf(account, tokenHash));
        subscriptions.endOthersOf(account, tokenHash);
        delete("accountId = ?1 and tokenHash <> ?2", account, tokenHash);
    }

    @Override
    public void endAllOf(UUID account) {
        ended.fire(new SignInsEnded.AllOf(account));
        subscriptions.endAllOf(account);
        delete("accountId", account);
    }

    @Override
    public long forget(Instant startedBefore, Instant lastSeenBefore, Instant keptUntilBefore) {
        return delete(
                "(startedAt < ?1 or lastSeenAt < ?2) and (keptUntil is null or keptUntil < ?3)",
                startedBefore,
                lastSeenBefore,
                keptUntilBefore);
    }
}
