package fr.appui.outreach.store;

import fr.appui.outreach.OpenCallBack;
import fr.appui.trace.CallId;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "call_back")
class CallBackRow extends PanacheEntityBase {

    @Id
    @Column(name = "call_id")
    String callId = "";

    /** Whether the caller asked, so that the service rings by itself. */
    @Column(name = "asked")
    boolean asked;

    @Column(name = "asked_at_ms")
    long askedAtMs;

    @Column(name = "attempts")
    int attempts;

    @Column(name = "rung_at_ms")
    @Nullable
    Long rungAtMs;

    @Column(name = "closing")
    @Nullable
    String closing;

    @Column(name = "closed_at_ms")
    @Nullable
    Long closedAtMs;

    OpenCallBack toOpen() {
        return new OpenCallBack(
                new CallId(callId),
                Instant.ofEpochMilli(askedAtMs),
                attempts,
                Optional.ofNullable(rungAtMs).map(Instant::ofEpochMilli),
                closing != null);
    }
}
