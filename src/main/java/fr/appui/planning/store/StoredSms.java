package fr.appui.planning.store;

import fr.appui.directory.PhysicianId;
import fr.appui.planning.notice.SmsQueue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
@Transactional
class StoredSms implements SmsQueue {

    /** No network keeps a text message longer. A gateway that counts from one again after a change says old names of new messages. */
    private static final Duration GATEWAYS_NAME_COUNTS = Duration.ofDays(3);

    /** Only of what was tried: a name that was never sent is nobody's. */
    private static final String NAMED =
            " where (id = ?2 or gatewayId = ?2 and acceptedAt > ?3) and attempts > 0 and deliveredAt is null";

    private final Tries<NoticeBySmsRow> tries = new Tries<>(NoticeBySmsRow.class, NoticeBySmsRow.OPEN);

    @Override
    public List<Waiting> take(int most, Instant now, Duration patience) {
        return tries.take(most, now, patience).stream()
                .flatMap(row -> NoticeRow.<NoticeRow>findByIdOptional(row.notice)
                        .map(notice -> new Waiting(
                                UUID.fromString(row.id),
                                PhysicianId.parse(Objects.requireNonNull(notice.physician)),
                                notice.subject,
                                row.queuedAt))
                        .stream())
                .toList();
    }

    /** A receipt may be here before. */
    @Override
    public void accepted(UUID id, Optional<String> gatewayId, Optional<String> doubt, Instant now) {
        tries.update("acceptedAt = ?1, gatewayId = ?2 where id = ?3", now, gatewayId.orElse(null), id.toString());
        tries.update(
                "problem = ?1 where id = ?2 and deliveredAt is null and undeliveredAt is null",
                doubt.orElse(null),
                id.toString());
    }

    @Override
    public void refused(UUID id, String why, Instant now) {
        tries.refused(id, why, now);
    }

    @Override
    public void over(UUID id, String why, Instant now) {
        tries.over(id, why, now);
    }

    /** A gateway tells the same more than once, and in no order; what it delivered stays delivered. */
    @Override
    public void receipt(String message, boolean delivered, Instant now) {
        Instant since = now.minus(GATEWAYS_NAME_COUNTS);
        if (delivered) {
            tries.update("deliveredAt = ?1, undeliveredAt = null, problem = null" + NAMED, now, message, since);
        } else {
            tries.update(
                    "undeliveredAt = ?1, problem = ?4" + NAMED + " and undeliveredAt is null",
                    now,
                    message,
                    since,
                    "la passerelle SMS dit qu’il n’a pas été remis au téléphone");
        }
    }
}
