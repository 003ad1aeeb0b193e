package fr.appui.planning.store;

import fr.appui.french.WholeCharacters;
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

    private static final int LONGEST_PROBLEM = 500;

    /** Where a physician sees what the notice is about, and answers it. */
    private static final String PAGE = "/mes-astreintes";

    @Override
    public List<Waiting> take(int most, Instant now, Duration patience) {
        return NoticeOnDeviceRow.due(now, most).stream()
                .filter(row -> row.claim(now.plus(patience)))
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
        NoticeOnDeviceRow.update("acceptedAt = ?1, problem = null where id = ?2", now, id.toString());
    }

    @Override
    public void refused(UUID id, String why, Instant now) {
        NoticeOnDeviceRow.<NoticeOnDeviceRow>findByIdOptional(id.toString())
                .ifPresent(row -> NoticeOnDeviceRow.update(
                        "nextAttemptAt = ?1, problem = ?2 where id = ?3 and " + NoticeOnDeviceRow.OPEN,
                        now.plus(StoredNotices.waitAfter(row.attempts)),
                        WholeCharacters.first(LONGEST_PROBLEM, why),
                        row.id));
    }

    @Override
    public void over(UUID id, String why, Instant now) {
        NoticeOnDeviceRow.update(
                "overAt = ?1, problem = ?2 where id = ?3 and " + NoticeOnDeviceRow.OPEN, now, why, id.toString());
    }

    /** The receipt of a message may be here before we noted that its push service took it. */
    @Override
    public boolean received(UUID id, Instant now) {
        return NoticeOnDeviceRow.update(
                        "receivedAt = ?1, problem = null where id = ?2 and attempts > 0 and receivedAt is null",
                        now,
                        id.toString())
                == 1;
    }
}
