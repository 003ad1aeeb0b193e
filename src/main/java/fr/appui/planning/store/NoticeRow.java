package fr.appui.planning.store;

import fr.appui.directory.MailAddress;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Reach;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.notice.Notice;
import fr.appui.planning.notice.NoticeBook;
import fr.appui.planning.notice.Regarding;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Parameters;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "notice")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class NoticeRow extends PanacheEntityBase {

    /** What opens an account stands in an address of the mail; once that has left, only its reader has it (V882 of what had left before). */
    private static final Pattern SECRET = Pattern.compile("(?<=jeton=)[A-Za-z0-9_-]+");

    private static final String NOT_KEPT = "jeton=…";

    @Id
    @Column(name = "id")
    String id;

    @Column(name = "recipient")
    String recipient;

    @Column(name = "subject")
    String subject;

    @Column(name = "body")
    String body;

    @Column(name = "calendar")
    @Nullable
    String calendar;

    @Column(name = "queued_at")
    Instant queuedAt;

    @Column(name = "next_attempt_at")
    Instant nextAttemptAt;

    @Column(name = "attempts")
    int attempts;

    @Column(name = "sent_at")
    @Nullable
    Instant sentAt;

    @Column(name = "last_error")
    @Nullable
    String lastError;

    @Column(name = "territory")
    @Nullable
    String territory;

    @Column(name = "physician_id")
    @Nullable
    String physician;

    static NoticeRow of(Notice notice, Instant now) {
        var row = new NoticeRow();
        row.id = notice.id().toString();
        row.recipient = notice.recipient().value();
        row.subject = notice.subject();
        row.body = notice.body();
        row.calendar = notice.calendar().orElse(null);
        row.queuedAt = now;
        row.nextAttemptAt = now;
        return row;
    }

    static List<NoticeRow> due(Instant now, int most) {
        return NoticeRow.<NoticeRow>find("sentAt is null and nextAttemptAt <= ?1 order by queuedAt, id", now)
                .page(0, most)
                .list();
    }

    static List<NoticeRow> ofTerritory(TerritoryCode territory, Instant since, int most) {
        return NoticeRow.<NoticeRow>find(
                        "territory = ?1 and queuedAt >= ?2 order by queuedAt desc, id", territory.value(), since)
                .page(0, most)
                .list();
    }

    /** Whose device showed it, or whose telephone has it, is told, whatever became of the mail. */
    static List<NoticeRow> stuck(Reach within, Instant before, int most) {
        Parameters values = Parameters.with("before", before).and("most", most);
        within.only()
                .ifPresent(only -> values.and(
                        "territories", only.stream().map(TerritoryCode::value).toList()));
        return list(
                "select n from NoticeRow n join (select m.id as id, row_number() over (partition by m.territory"
                        + " order by m.queuedAt, m.id) as place from NoticeRow m where "
                        + (within.isEverywhere() ? "m.territory is not null" : "m.territory in :territories")
                        + " and m.sentAt is null and (m.lastError is not null or m.queuedAt < :before)"
                        + " and not exists (select 1 from NoticeOnDeviceRow d where d.notice = m.id and d.receivedAt is not null)"
                        + " and not exists (select 1 from NoticeBySmsRow s where s.notice = m.id and s.deliveredAt is not null)"
                        + ") first on first.id = n.id where first.place <= :most order by n.queuedAt, n.id",
                values);
    }

    NoticeRow about(Regarding regarding) {
        territory = regarding.territory().value();
        physician = regarding.physician().toString();
        return this;
    }

    String withoutSecret() {
        return SECRET.matcher(body).replaceAll("…");
    }

    boolean repeatable() {
        return !body.contains(NOT_KEPT);
    }

    /** What left stays as it left, with its moment: another is written, unless one waits to leave. The row is locked meanwhile. */
    NoticeRow again(Instant now) {
        if (sentAt == null) {
            nextAttemptAt = now;
            return this;
        }
        return NoticeRow.<NoticeRow>find(
                        "territory = ?1 and physician = ?2 and recipient = ?3 and subject = ?4 and body = ?5 and sentAt is null",
                        territory,
                        physician,
                        recipient,
                        subject,
                        body)
                .firstResultOptional()
                .orElseGet(() -> another(now));
    }

    private NoticeRow another(Instant now) {
        NoticeRow another = of(
                new Notice(UUID.randomUUID(), new MailAddress(recipient), subject, body, Optional.ofNullable(calendar)),
                now);
        another.territory = territory;
        another.physician = physician;
        another.persist();
        return another;
    }

    NoticeBook.Told toTold(List<NoticeBook.OtherWay> otherWays) {
        return new NoticeBook.Told(
                UUID.fromString(id),
                PhysicianId.parse(Objects.requireNonNull(physician)),
                subject,
                queuedAt,
                Optional.ofNullable(sentAt),
                Objects.requireNonNullElse(lastError, ""),
                otherWays,
                repeatable());
    }

    /** Of several nodes that saw it due, one succeeds. */
    boolean claim(Instant until) {
        return update(
                        "nextAttemptAt = ?1, attempts = attempts + 1 where id = ?2 and nextAttemptAt = ?3 and sentAt is null",
                        until,
                        id,
                        nextAttemptAt)
                == 1;
    }

    Notice toNotice() {
        return new Notice(
                UUID.fromString(id), new MailAddress(recipient), subject, body, Optional.ofNullable(calendar));
    }
}
