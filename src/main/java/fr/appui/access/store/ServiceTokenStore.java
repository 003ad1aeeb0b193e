package fr.appui.access.store;

import fr.appui.access.Role;
import fr.appui.access.ServiceToken;
import fr.appui.access.ServiceTokens;
import fr.appui.access.SignInsEnded;
import fr.appui.directory.TerritoryCode;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
@Transactional
class ServiceTokenStore implements ServiceTokens, PanacheRepositoryBase<ServiceTokenStore.Row, UUID> {

    private final Event<SignInsEnded> ended;

    ServiceTokenStore(Event<SignInsEnded> ended) {
        this.ended = ended;
    }

    @Entity(name = "ServiceToken")
    @Table(name = "service_token")
    static class Row {
        @Id
        @JdbcTypeCode(SqlTypes.VARCHAR)
        @Column(name = "id")
        UUID id;

        @Column(name = "name")
        String name;

        @Column(name = "secret_hash")
        String secretHash;

        @Enumerated(EnumType.STRING)
        @Column(name = "role")
        Role role;

        /** Codes separated by spaces; empty for all. */
        @Column(name = "territories")
        String territories;

        @Column(name = "read_only")
        boolean readOnly;

        @Column(name = "created_by")
        String createdBy;

        @Column(name = "created_at")
        Instant createdAt;

        @Column(name = "expires_at")
        Instant expiresAt;

        @Column(name = "revoked_at")
        @Nullable
        Instant revokedAt;

        ServiceToken token() {
            return new ServiceToken(
                    id,
                    name,
                    role,
                    Stream.of(territories.split(" "))
                            .filter(code -> !code.isEmpty())
                            .map(TerritoryCode::new)
                            .collect(Collectors.toSet()),
                    readOnly,
                    createdBy,
                    createdAt,
                    expiresAt,
                    Optional.ofNullable(revokedAt));
        }
    }

    @Override
    public void add(ServiceToken token, String secretHash) {
        var row = new Row();
        row.id = token.id();
        row.name = token.name();
        row.secretHash = secretHash;
        row.role = token.role();
        row.territories =
                token.territories().stream().sorted().map(TerritoryCode::value).collect(Collectors.joining(" "));
        row.readOnly = token.readOnly();
        row.createdBy = token.createdBy();
        row.createdAt = token.createdAt();
        row.expiresAt = token.expiresAt();
        persist(row);
    }

    @Override
    public Optional<ServiceToken> bySecretHash(String secretHash) {
        return find("secretHash", secretHash).firstResultOptional().map(Row::token);
    }

    @Override
    public List<ServiceToken> page(int page, int size) {
        return findAll(Sort.descending("createdAt")).page(page, size).stream()
                .map(Row::token)
                .toList();
    }

    @Override
    public long total() {
        return count();
    }

    @Override
    public boolean revoke(UUID id, Instant at) {
        ended.fire(new SignInsEnded.OneToken(id));
        return update("revokedAt = coalesce(revokedAt, ?1) where id = ?2", at, id) == 1;
    }
}
