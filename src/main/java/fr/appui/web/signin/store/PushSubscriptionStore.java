package fr.appui.web.signin.store;

import fr.appui.directory.PhysicianId;
import fr.appui.planning.notice.PhysicianDevices;
import fr.appui.push.PushDevice;
import fr.appui.push.PushSettings;
import fr.appui.web.signin.PushSubscriptions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.transaction.Transactional;
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
            return new Known(id, name, PushDevice.of(endpoint, deviceKey, secret));
        }
    }

    @Override
    public void keep(UUID account, String session, String name, PushDevice device, Instant at) {
        delete("endpointHash", device.digest());
        var row = new Row();
        row.id = UUID.randomUUID();
        row.accountId = account;
        row.sessionHash = session;
        row.name = name;
        row.endpointHash = device.digest();
        row.endpoint = device.endpoint().toString();
        row.deviceKey = device.key();
        row.secret = device.secret();
        row.since = at;
        row.seenAt = at;
        persistAndFlush(row);
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
