package fr.appui.planning.store;

import fr.appui.access.PhysicianDevices;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Reach;
import fr.appui.directory.TerritoryCode;
import fr.appui.french.WholeCharacters;
import fr.appui.planning.notice.Notice;
import fr.appui.planning.notice.NoticeBook;
import fr.appui.planning.notice.NoticeQueue;
import fr.appui.planning.notice.Regarding;
import fr.appui.planning.notice.SmsChoices;
import fr.appui.sms.SmsGateway;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

@ApplicationScoped
@Transactional
class StoredNotices implements NoticeQueue, NoticeBook {

    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);
    private static final int LONGEST_ERROR = 500;
    private static final int MOST_DOUBLINGS = 10;

    private final PhysicianDevices devices;
    private final SmsChoices choices;
    private final SmsGateway gateway;

    StoredNotices(PhysicianDevices devices, SmsChoices choices, SmsGateway gateway) {
        this.devices = devices;
        this.choices = choices;
        this.gateway = gateway;
    }

    @Override
    public void add(Notice notice, Instant now) {
        NoticeRow.of(notice, now).persist();
    }

    @Override
    public void add(Notice notice, Regarding regarding, Instant now) {
        NoticeRow row = NoticeRow.of(notice, now).about(regarding);
        row.persistAndFlush();
        otherWays(row, now);
    }

    @Override
    public void drop(UUID id) {
        NoticeRow.delete("id = ?1 and sentAt is null", id.toString());
    }

    @Override
    public boolean holds(UUID id) {
        return NoticeRow.findByIdOptional(id.toString()).isPresent();
    }

    @Override
    public List<Told> of(TerritoryCode territory, Instant since, int most) {
        return told(NoticeRow.ofTerritory(territory, since, most));
    }

    @Override
    public Map<TerritoryCode, List<Told>> stuck(Reach within, Instant before, int most) {
        List<NoticeRow> rows = NoticeRow.stuck(within, before, most);
        List<Told> told = told(rows);
        return IntStream.range(0, rows.size())
                .boxed()
                .collect(Collectors.groupingBy(
                        at -> new TerritoryCode(Objects.requireNonNull(rows.get(at).territory)),
                        Collectors.mapping(told::get, Collectors.toList())));
    }

    @Override
    public Optional<Told> again(TerritoryCode territory, UUID id, Instant now) {
        return NoticeRow.<NoticeRow>find("id = ?1 and territory = ?2", id.toString(), territory.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .filter(NoticeRow::repeatable)
                .map(row -> again(row, now))
                .map(row -> told(List.of(row)).getFirst());
    }

    @Override
    public List<Notice> take(int most, Instant now, Duration patience) {
        return NoticeRow.due(now, most).stream()
                .filter(row -> row.claim(now.plus(patience)))
                .map(NoticeRow::toNotice)
                .toList();
    }

    /** Of two who sent it, as where the first was slow, the first counts; and what left is no longer refused. */
    @Override
    public void sent(UUID id, Instant now) {
        NoticeRow.<NoticeRow>findByIdOptional(id.toString())
                .ifPresent(row -> NoticeRow.update(
                        "sentAt = ?1, lastError = null, body = ?2 where id = ?3 and sentAt is null",
                        now,
                        row.withoutSecret(),
                        row.id));
    }

    @Override
    public void failed(UUID id, String error, Instant now) {
        NoticeRow.<NoticeRow>findByIdOptional(id.toString())
                .ifPresent(row -> NoticeRow.update(
                        "nextAttemptAt = ?1, lastError = ?2 where id = ?3 and sentAt is null",
                        now.plus(waitAfter(row.attempts)),
                        WholeCharacters.first(LONGEST_ERROR, error),
                        row.id));
    }

    @Override
    public long waiting() {
        return NoticeRow.count("sentAt is null");
    }

    private NoticeRow again(NoticeRow row, Instant now) {
        NoticeRow again = row.again(now);
        NoticeOnDeviceRow.delete("notice = ?1 and acceptedAt is null and receivedAt is null", row.id);
        NoticeBySmsRow.delete("notice = ?1 and acceptedAt is null and deliveredAt is null", row.id);
        NoticeRow.flush();
        otherWays(again, now);
        return again;
    }

    private void otherWays(NoticeRow row, Instant now) {
        PhysicianId physician = PhysicianId.parse(Objects.requireNonNull(row.physician));
        devices.of(physician)
                .forEach(device -> NoticeOnDeviceRow.of(row.id, device, now).persist());
        if (gateway.isConfigured()
                && choices.isWanted(physician)
                && choices.isOffered(new TerritoryCode(Objects.requireNonNull(row.territory)))) {
            NoticeBySmsRow.of(row.id, now).persist();
        }
    }

    private static List<Told> told(List<NoticeRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<String> ids = rows.stream().map(row -> row.id).toList();
        var otherWays = new HashMap<String, List<OtherWay>>();
        NoticeOnDeviceRow.<NoticeOnDeviceRow>list("notice in ?1 order by queuedAt, id", ids)
                .forEach(row -> otherWays
                        .computeIfAbsent(row.notice, notice -> new ArrayList<>())
                        .add(row.toOtherWay()));
        NoticeBySmsRow.<NoticeBySmsRow>list("notice in ?1 order by queuedAt, id", ids)
                .forEach(row -> otherWays
                        .computeIfAbsent(row.notice, notice -> new ArrayList<>())
                        .add(row.toOtherWay("SMS")));
        return rows.stream()
                .map(row -> row.toTold(otherWays.getOrDefault(row.id, List.of())))
                .toList();
    }

    static Duration waitAfter(int attempts) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), MOST_DOUBLINGS));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
