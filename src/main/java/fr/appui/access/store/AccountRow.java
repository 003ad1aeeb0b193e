package fr.appui.access.store;

import fr.appui.access.Account;
import fr.appui.access.Grant;
import fr.appui.access.Role;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Each act writes what it changed alone: a password that is given while somebody closes the account leaves it closed. */
@Entity
@DynamicUpdate
@Table(name = "account")
class AccountRow {

    @Id
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "id")
    UUID id;

    @Column(name = "login")
    String login;

    @Column(name = "name")
    String name;

    @Column(name = "password_hash")
    @Nullable
    String passwordHash;

    @Column(name = "temporary_password")
    boolean temporaryPassword;

    @Column(name = "provider_subject")
    @Nullable
    String providerSubject;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "physician_id")
    @Nullable
    UUID physicianId;

    @Column(name = "disabled")
    boolean disabled;

    @Column(name = "created_at")
    Instant createdAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "account_grant", joinColumns = @JoinColumn(name = "account_id"))
    Set<GrantRow> grants = new HashSet<>();

    /** @param territory empty for every territory: a key column cannot be null */
    @Embeddable
    record GrantRow(
            @Enumerated(EnumType.STRING) @Column(name = "role")
            Role role,

            @Column(name = "territory") String territory) {

        static GrantRow of(Grant grant) {
            return new GrantRow(
                    grant.role(), grant.territory().map(TerritoryCode::value).orElse(""));
        }

        Grant grant() {
            return new Grant(role, territory.isEmpty() ? Optional.empty() : Optional.of(new TerritoryCode(territory)));
        }
    }

    void fill(Account account) {
        name = account.name();
        providerSubject = account.providerSubject().orElse(null);
        physicianId = account.physician().map(PhysicianId::value).orElse(null);
        disabled = account.disabled();
        grants.clear();
        account.grants().forEach(grant -> grants.add(GrantRow.of(grant)));
    }

    Account account() {
        return new Account(
                id,
                login,
                name,
                grants.stream()
                        .map(GrantRow::grant)
                        .sorted(java.util.Comparator.comparing(Grant::role)
                                .thenComparing(grant -> grant.territory()
                                        .map(TerritoryCode::value)
                                        .orElse("")))
                        .toList(),
                Optional.ofNullable(physicianId).map(PhysicianId::new),
                Optional.ofNullable(providerSubject),
                temporaryPassword,
                disabled);
    }
}
