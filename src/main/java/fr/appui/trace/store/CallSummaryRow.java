package fr.appui.trace.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A call as it is searched. Read here, written by {@link CallRows}. */
@Entity
@Table(name = "call_summary")
class CallSummaryRow extends PanacheEntityBase {

    @Id
    @Column(name = "call_id")
    String callId = "";

    @Column(name = "territory")
    @Nullable
    String territory;

    @Column(name = "received_at_ms")
    long receivedAtMs;

    @Column(name = "ended_at_ms")
    @Nullable
    Long endedAtMs;

    @Column(name = "origin")
    @Nullable
    String origin;

    @Column(name = "profile")
    @Nullable
    String profile;

    @Column(name = "ending")
    @Nullable
    String ending;

    @Column(name = "attempts")
    int attempts;

    @Column(name = "talk_ms")
    long talkMs;

    @Column(name = "rebuilt")
    boolean rebuilt;

    @Column(name = "trial")
    boolean trial;
}
