package fr.appui.planning.life;

import fr.appui.directory.MailAddress;
import fr.appui.planning.notice.Notice;
import fr.appui.planning.notice.NoticeQueue;
import fr.appui.planning.notice.Regarding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

final class InMemoryNotices implements NoticeQueue {

    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);

    private record Waiting(Notice notice, Instant next, int attempts) {}

    private final List<Notice> all = new ArrayList<>();
    private final Map<UUID, Waiting> waiting = new LinkedHashMap<>();

    @Override
    public void add(Notice notice, Instant now) {
        all.add(notice);
        waiting.put(notice.id(), new Waiting(notice, now, 0));
    }

    @Override
    public void add(Notice notice, Regarding regarding, Instant now) {
        add(notice, now);
    }

    @Override
    public void drop(UUID id) {
        if (waiting.remove(id) != null) {
            all.removeIf(notice -> notice.id().equals(id));
        }
    }

    @Override
    public boolean holds(UUID id) {
        return all.stream().anyMatch(notice -> notice.id().equals(id));
    }

    @Override
    public List<Notice> take(int most, Instant now, Duration patience) {
        List<Notice> due = waiting.values().stream()
                .filter(one -> !one.next().isAfter(now))
                .map(Waiting::notice)
                .limit(most)
                .toList();
        due.forEach(notice -> waiting.computeIfPresent(
                notice.id(), (id, one) -> new Waiting(notice, now.plus(patience), one.attempts() + 1)));
        return due;
    }

    @Override
    public void sent(UUID id, Instant now) {
        waiting.remove(id);
    }

    @Override
    public void failed(UUID id, String error, Instant now) {
        waiting.computeIfPresent(
                id, (same, one) -> new Waiting(one.notice(), now.plus(waitAfter(one.attempts())), one.attempts()));
    }

    @Override
    public long waiting() {
        return waiting.size();
    }

    /** All that was ever written to somebody, oldest first. */
    List<Notice> to(MailAddress recipient) {
        return all.stream()
                .filter(notice -> notice.recipient().equals(recipient))
                .toList();
    }

    private static Duration waitAfter(int attempts) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), 10));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
