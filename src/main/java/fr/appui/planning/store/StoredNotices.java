package fr.appui.planning.store;

import fr.appui.directory.TerritoryCode;
import fr.appui.french.WholeCharacters;
import fr.appui.planning.notice.Notice;
import fr.appui.planning.notice.NoticeBook;
import fr.appui.planning.notice.NoticeQueue;
import fr.appui.planning.notice.Regarding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
@Transactional
class StoredNotices implements NoticeQueue, NoticeBook {

    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);
    private static final int LONGEST_ERROR = 500;
    private static final int MOST_DOUBLINGS = 10;

    @Override
    public void add(Notice notice, Instant now) {
        NoticeRow.of(notice, now).persist();
    }

    @Override
    public void add(Notice notice, Regarding regarding, Instant now) {
        NoticeRow.of(notice, now).about(regarding).persist();
    }

    @Override
    public List<Told> of(TerritoryCode territory, Instant since, int most) {
        return NoticeRow.ofTerritory(territory, since, most).stream()
                .map(NoticeRow::toTold)
                .toList();
    }

    @Override
    public List<Told> stuck(TerritoryCode territory, Instant before, int most) {
        return NoticeRow.stuck(territory, before, most).stream()
                .map(NoticeRow::toTold)
                .toList();
    }

    @Override
    public Optional<Told> again(TerritoryCode territory, UUID id, Instant now) {
        return NoticeRow.<NoticeRow>find("id = ?1 and territory = ?2", id.toString(), territory.value())
                .firstResultOptional()
                .map(row -> row.again(now))
                .map(NoticeRow::toTold);
    }

    @Override
    public List<Notice> take(int most, Instant now, Duration patience) {
        return NoticeRow.due(now, most).stream()
                .filter(row -> row.claim(now.plus(patience)))
                .map(NoticeRow::toNotice)
                .toList();
    }

    @Override
    public void sent(UUID id, Instant now) {
        NoticeRow.update("sentAt = ?1, lastError = null where id = ?2", now, id.toString());
    }

    @Override
    public void failed(UUID id, String error, Instant now) {
        NoticeRow.<NoticeRow>findByIdOptional(id.toString()).ifPresent(row -> {
            row.nextAttemptAt = now.plus(waitAfter(row.attempts));
            row.lastError = WholeCharacters.first(LONGEST_ERROR, error);
        });
    }

    @Override
    public long waiting() {
        return NoticeRow.count("sentAt is null");
    }

    private static Duration waitAfter(int attempts) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), MOST_DOUBLINGS));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
