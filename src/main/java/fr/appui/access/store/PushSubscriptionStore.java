package fr.appui.access.store;

import fr.appui.access.PhysicianDevices;
import fr.appui.access.PushSubscriptions;
import fr.appui.directory.PhysicianId;
import fr.appui.push.PushDevice;
import fr.appui.push.PushSettings;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@ApplicationScoped
@Transactional
class PushSubscriptionStore
        implements PushSubscriptions, PhysicianDevices, PanacheRepositoryBase<PushSubscriptionStore.Row, UUID> {

    private static final int MOST = 10;
    private static final int MOST_ENDED_AT_ONCE = 100;

    /** Whoever was let go of, or seen too long ago, is written to no more. */
    private static final String OPEN =
            " and seenAt > ?2 and accountId in (select a.id from AccountRow a where a.disabled = false";

    private final PushSettings settings;
    private final Clock clock;

    PushSubscriptionStore(PushSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Entity(name = "PushSubscription")
    @Table(name = "push_device")
    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    static class Row {
        @Id
        @JdbcTypeCode(SqlTypes.VARCHAR)
        @Column(name = "id")
        UUID id;

        @JdbcTypeCode(SqlTypes.VARCHAR)
        @Column(name = "account_id")
        UUID accountId;

        @Column(name = "session_hash")
        String sessionHash;

        @Column(name = "name")
        String name;

        @Column(name = "endpoint_hash")
        String endpointHash;

        @Column(name = "endpoint")
        String endpoint;

        @Column(name = "device_key")
        String deviceKey;

        @Column(name = "secret")
        String secret;

        @Column(name = "since")
        Instant since;

        @Column(name = "seen_at")
        Instant seenAt;

        Known known() {
            return new Known(id, name, new PushDevice(URI.create(endpoint), deviceKey, secret));
        }
    }

    /** One statement: of two at once for one browser, the later one counts. */
    @Override
    public void keep(UUID account, String session, String name, PushDevice device, Instant at) {
        UUID id = UUID.randomUUID();
        getEntityManager()
                .createNativeQuery(
                        "INSERT INTO push_device (id, account_id, session_hash, name, endpoint_hash, endpoint,"
                                + " device_key, secret, since, seen_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9)"
                                + " ON DUPLICATE KEY UPDATE id = VALUES(id), account_id = VALUES(account_id),"
                                + " session_hash = VALUES(session_hash), name = VALUES(name), endpoint = VALUES(endpoint),"
                                + " device_key = VALUES(device_key), secret = VALUES(secret), since = VALUES(since),"
                                + " seen_at = VALUES(seen_at)")
                .setParameter(1, id.toString())
                .setParameter(2, account.toString())
                .setParameter(3, session)
                .setParameter(4, name)
                .setParameter(5, device.digest())
                .setParameter(6, device.endpoint().toString())
                .setParameter(7, device.key())
                .setParameter(8, device.secret())
                .setParameter(9, at)
                .executeUpdate();
        keepNewest(account, id);
    }

    private void keepNewest(UUID account, UUID newest) {
        List<UUID> older = find("accountId = ?1 and id <> ?2 order by since desc, id", account, newest)
                .range(MOST - 1, MOST + MOST_ENDED_AT_ONCE)
                .stream()
                .map(row -> row.id)
                .toList();
        if (!older.isEmpty()) {
            delete("id in ?1", older);
        }
    }

    @Override
    public boolean renew(UUID account, String session, PushDevice device, Instant at) {
        return update(
                        "sessionHash = ?1, seenAt = ?2 where endpointHash = ?3 and accountId = ?4",
                        session,
                        at,
                        device.digest(),
                        account)
                == 1;
    }

    @Override
    public List<Subscription> of(UUID account) {
        return find("accountId = ?1 order by since desc, id", account).page(0, MOST).stream()
                .map(row -> new Subscription(row.id, row.sessionHash, row.name, row.since))
                .toList();
    }

    @Override
    public boolean remove(UUID id, UUID account) {
        return delete("id = ?1 and accountId = ?2", id, account) == 1;
    }

    @Override
    public long forget(Instant seenBefore) {
        return delete("seenAt < ?1", seenBefore);
    }

    @Override
    public List<Known> of(PhysicianId physician) {
        return find("1 = 1" + OPEN + " and a.physicianId = ?1) order by since desc, id", physician.value(), oldest())
                .page(0, MOST)
                .stream()
                .map(Row::known)
                .toList();
    }

    @Override
    public Optional<Known> find(UUID id) {
        return find("id = ?1" + OPEN + ")", id, oldest()).firstResultOptional().map(Row::known);
    }

    @Override
    public void remove(UUID id) {
        deleteById(id);
    }

    void endOf(String session) {
        delete("sessionHash", session);
    }

    void endOthersOf(UUID account, String session) {
        delete("accountId = ?1 and sessionHash <> ?2", account, session);
    }

    void endAllOf(UUID account) {
        delete("accountId", account);
    }

    private Instant oldest() {
        return clock.instant().minus(settings.lasts());
    }
}
