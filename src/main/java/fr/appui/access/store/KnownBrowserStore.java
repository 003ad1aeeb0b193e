package fr.appui.access.store;

import fr.appui.access.KnownBrowsers;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@ApplicationScoped
@Transactional
class KnownBrowserStore implements KnownBrowsers, PanacheRepositoryBase<KnownBrowserStore.Row, String> {

    @Entity(name = "KnownBrowser")
    @Table(name = "known_browser")
    static class Row {
        @Id
        @Column(name = "token_hash")
        String tokenHash;

        @JdbcTypeCode(SqlTypes.VARCHAR)
        @Column(name = "account_id")
        UUID accountId;

        @Column(name = "seen_at")
        Instant seenAt;
    }

    @Override
    public boolean isOf(String tokenHash, UUID account) {
        return count("tokenHash = ?1 and accountId = ?2", tokenHash, account) == 1;
    }

    @Override
    public void seen(String tokenHash, UUID account, Instant at) {
        if (update("seenAt = ?1 where tokenHash = ?2 and accountId = ?3", at, tokenHash, account) == 0) {
            var row = new Row();
            row.tokenHash = tokenHash;
            row.accountId = account;
            row.seenAt = at;
            persist(row);
        }
    }

    @Override
    public void forgetAllOf(UUID account) {
        delete("accountId", account);
    }

    @Override
    public long forget(Instant seenBefore) {
        return delete("seenAt < ?1", seenBefore);
    }
}
