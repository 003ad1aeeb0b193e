package fr.appui.outreach.store;

import fr.appui.outreach.CallBackLedger;
import fr.appui.outreach.OpenCallBack;
import fr.appui.trace.CallBackClosing;
import fr.appui.trace.CallId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
@Transactional
class StoredCallBacks implements CallBackLedger {

    private static final int MOST = 200;

    private final EntityManager database;

    StoredCallBacks(EntityManager database) {
        this.database = database;
    }

    /** A row that a physician's own attempt made becomes the service's when the caller turns out to have asked. */
    @Override
    public boolean open(CallId call, Instant askedAt) {
        return insert(call, askedAt, true) == 1
                || CallBackRow.update("asked = true where callId = ?1 and asked = false", call.value()) == 1;
    }

    @Override
    public void note(CallId call, Instant at) {
        insert(call, at, false);
    }

    @Override
    public List<OpenCallBack> allOpen() {
        return CallBackRow.<CallBackRow>find("asked = true and closing is null order by askedAtMs")
                .page(0, MOST)
                .list()
                .stream()
                .map(CallBackRow::toOpen)
                .toList();
    }

    @Override
    public Optional<OpenCallBack> find(CallId call) {
        return CallBackRow.<CallBackRow>findByIdOptional(call.value()).map(CallBackRow::toOpen);
    }

    @Override
    public boolean begin(OpenCallBack seen, Instant at) {
        return CallBackRow.update(
                        "attempts = ?1, rungAtMs = ?2 where callId = ?3 and attempts = ?4"
                                + (seen.closed() ? "" : " and closing is null"),
                        seen.attempts() + 1,
                        at.toEpochMilli(),
                        seen.call().value(),
                        seen.attempts())
                == 1;
    }

    @Override
    public boolean close(CallId call, CallBackClosing closing, Instant at) {
        return CallBackRow.update(
                        "closing = ?1, closedAtMs = ?2 where callId = ?3 and asked = true and closing is null",
                        closing.name(),
                        at.toEpochMilli(),
                        call.value())
                == 1;
    }

    private int insert(CallId call, Instant at, boolean asked) {
        return database.createNativeQuery("INSERT IGNORE INTO call_back (call_id, asked, asked_at_ms) VALUES (?, ?, ?)")
                .setParameter(1, call.value())
                .setParameter(2, asked)
                .setParameter(3, at.toEpochMilli())
                .executeUpdate();
    }
}
