package fr.appui.planning.store;

import fr.appui.planning.notice.DeviceQueue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
@Transactional
class StoredDeviceMessages implements DeviceQueue {

    /** Where a physician sees what the notice is about, and answers it. */
    private static final String PAGE = "/mes-astreintes";

    private final Tries<NoticeOnDeviceRow> tries = new Tries<>(NoticeOnDeviceRow.class, OnDevice.OPEN);

    @Override
    public List<Waiting> take(int most, Instant now, Duration patience) {
        return tries.take(most, now, patience).stream()
                .flatMap(row -> NoticeRow.<NoticeRow>findByIdOptional(row.notice)
                        .map(notice -> new Waiting(
                                UUID.fromString(row.id),
                                UUID.fromString(row.device),
                                notice.subject,
                                PAGE,
                                row.queuedAt))
                        .stream())
                .toList();
    }

    @Override
    public void accepted(UUID id, Instant now) {
        OnDevice.accepted(tries, id, now);
    }

    @Override
    public void refused(UUID id, String why, Instant now) {
        tries.refused(id, why, now);
    }

    @Override
    public void over(UUID id, String why, Instant now) {
        tries.over(id, why, now);
    }

    @Override
    public boolean received(UUID id, Instant now) {
        return OnDevice.received(tries, id, now);
    }
}
