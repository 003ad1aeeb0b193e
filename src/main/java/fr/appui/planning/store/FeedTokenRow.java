package fr.appui.planning.store;

import fr.appui.planning.life.FeedTokens.Owner;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "feed_token")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class FeedTokenRow extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    @Nullable
    Long id;

    @Column(name = "owner")
    String owner;

    @Column(name = "hash")
    String hash;

    @Column(name = "issued_by")
    String issuedBy;

    @Column(name = "issued_at")
    Instant issuedAt;

    @Column(name = "revoked_at")
    @Nullable
    Instant revokedAt;

    static String key(Owner owner) {
        return switch (owner) {
            case Owner.OfPhysician physician -> "physician:" + physician.id();
            case Owner.OfTerritory territory -> "territory:" + territory.code();
        };
    }

    static Optional<FeedTokenRow> inUse(Owner owner) {
        return find("owner = ?1 and revokedAt is null", key(owner)).firstResultOptional();
    }

    static boolean opens(String hash, Owner owner) {
        return count("hash = ?1 and owner = ?2 and revokedAt is null", hash, key(owner)) == 1;
    }
}
