package fr.appui.indicators.store;

import fr.appui.directory.MailAddress;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.TerritoryCode;
import fr.appui.french.WholeCharacters;
import fr.appui.indicators.kit.Diffusion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class StoredDiffusion implements Diffusion {

    private static final List<Duration> PAUSES =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1));

    /** Who dies while sending lets go after that. */
    private static final Duration LONGEST_SENDING = Duration.ofMinutes(5);

    private static final int LONGEST_REASON = 500;

    private final EntityManager database;
    private final Clock clock;

    StoredDiffusion(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<Listed> of(TerritoryCode territory, String poster) {
        return Rows.of(database.createNativeQuery(
                                "SELECT c.id, c.kind, c.name, c.mail, c.phone, m.state, m.reason, m.tries, m.queued_by,"
                                        + " m.queued_at_ms, m.sent_at_ms, m.unheard, m.next_try_at_ms FROM diffusion_contact c"
                                        + " LEFT JOIN diffusion_message m ON m.contact_id = c.id AND m.poster = ?2"
                                        + " WHERE c.territory = ?1 AND c.removed = FALSE ORDER BY c.kind, c.name, c.id"
                                        + " LIMIT " + MOST,
                                Tuple.class)
                        .setParameter(1, territory.value())
                        .setParameter(2, poster))
                .map(row -> listed(row, clock.millis()))
                .toList();
    }

    private static Listed listed(Tuple row, long now) {
        return new Listed(
                Rows.number(row, 0),
                new Contact(
                        Kind.valueOf(row.get(1, String.class)),
                        row.get(2, String.class),
                        new MailAddress(row.get(3, String.class)),
                        Optional.ofNullable(row.get(4, String.class)).map(PhoneNumber::new)),
                Optional.ofNullable(row.get(5, String.class))
                        .map(state -> new Sending(
                                state(state, row, now),
                                row.get(6, String.class),
                                (int) Rows.number(row, 7),
                                row.get(8, String.class),
                                Instant.ofEpochMilli(Rows.number(row, 9)),
                                Optional.ofNullable((Number) row.get(10))
                                        .map(Number::longValue)
                                        .map(Instant::ofEpochMilli))));
    }

    /** One that is on its way at this moment is told as one to send. */
    private static State state(String state, Tuple row, long now) {
        boolean unheard = Boolean.TRUE.equals(row.get(11, Boolean.class));
        boolean underWay = row.get(6, String.class).isEmpty() && Rows.number(row, 12) > now;
        if (!unheard) {
            return State.valueOf(state);
        }
        return underWay ? State.TO_SEND : State.UNKNOWN;
    }

    @Override
    @Transactional
    public void keep(TerritoryCode territory, List<Contact> contacts, String by) {
        for (Contact contact : contacts) {
            database.createNativeQuery(
                            "INSERT INTO diffusion_contact (territory, mail, kind, name, phone, removed, kept_by)"
                                    + " VALUES (?1, ?2, ?3, ?4, ?5, FALSE, ?6)"
                                    + " ON DUPLICATE KEY UPDATE kind = ?3, name = ?4, phone = COALESCE(?5, phone),"
                                    + " removed = FALSE, kept_by = ?6")
                    .setParameter(1, territory.value())
                    .setParameter(2, contact.mail().value())
                    .setParameter(3, contact.kind().name())
                    .setParameter(4, contact.name())
                    .setParameter(5, contact.phone().map(PhoneNumber::e164).orElse(null))
                    .setParameter(6, by)
                    .executeUpdate();
        }
    }

    @Override
    @Transactional
    public boolean remove(TerritoryCode territory, long contact) {
        return database.createNativeQuery("UPDATE diffusion_contact SET removed = TRUE"
                                + " WHERE id = ?1 AND territory = ?2 AND removed = FALSE")
                        .setParameter(1, contact)
                        .setParameter(2, territory.value())
                        .executeUpdate()
                == 1;
    }

    /** The key of contact and poster lets one message of each in, whoever asks at the same moment. */
    @Override
    @Transactional
    public int queue(TerritoryCode territory, List<Kind> kinds, String poster, boolean unknownToo, String by) {
        if (kinds.isEmpty()) {
            return 0;
        }
        List<String> names = kinds.stream().map(Kind::name).toList();
        long now = clock.millis();
        int first = database.createNativeQuery(
                        "INSERT IGNORE INTO diffusion_message (contact_id, poster, state, reason, tries, queued_by,"
                                + " queued_at_ms, next_try_at_ms) SELECT id, :poster, 'TO_SEND', '', 0, :who, :now, :now"
                                + " FROM diffusion_contact WHERE territory = :territory AND removed = FALSE"
                                + " AND kind IN (:kinds)")
                .setParameter("poster", poster)
                .setParameter("who", by)
                .setParameter("now", now)
                .setParameter("territory", territory.value())
                .setParameter("kinds", names)
                .executeUpdate();
        int again = database.createNativeQuery(
                        "UPDATE diffusion_message m JOIN diffusion_contact c ON c.id = m.contact_id"
                                + " SET m.state = 'TO_SEND', m.tries = 0, m.queued_by = :who, m.next_try_at_ms = :now,"
                                + " m.unheard = FALSE, m.reason = ''"
                                + " WHERE m.poster = :poster AND m.state = 'FAILED' AND c.territory = :territory"
                                + " AND (m.unheard = FALSE OR :unknownToo AND (m.reason <> '' OR m.next_try_at_ms <= :now))"
                                + " AND c.removed = FALSE AND c.kind IN (:kinds)")
                .setParameter("poster", poster)
                .setParameter("who", by)
                .setParameter("now", now)
                .setParameter("territory", territory.value())
                .setParameter("kinds", names)
                .setParameter("unknownToo", unknownToo)
                .executeUpdate();
        return first + again;
    }

    @Override
    @Transactional
    public List<Due> due(Instant now, int most) {
        return Rows.of(database.createNativeQuery(
                                "SELECT m.id, c.territory, c.name, c.mail, m.poster FROM diffusion_message m"
                                        + " JOIN diffusion_contact c ON c.id = m.contact_id"
                                        + " WHERE m.state = 'TO_SEND' AND m.next_try_at_ms <= ?1 AND c.removed = FALSE"
                                        + " ORDER BY m.next_try_at_ms, m.id LIMIT " + most,
                                Tuple.class)
                        .setParameter(1, now.toEpochMilli()))
                .map(row -> new Due(
                        Rows.number(row, 0),
                        new TerritoryCode(row.get(1, String.class)),
                        row.get(2, String.class),
                        new MailAddress(row.get(3, String.class)),
                        row.get(4, String.class)))
                .toList();
    }

    /** The condition decides between two nodes; one that stops meanwhile leaves it unheard. */
    @Override
    @Transactional
    public boolean take(long message, Instant now) {
        return database.createNativeQuery("UPDATE diffusion_message SET tries = tries + 1, next_try_at_ms = ?2,"
                                + " state = 'FAILED', unheard = TRUE, reason = ''"
                                + " WHERE id = ?1 AND state = 'TO_SEND' AND next_try_at_ms <= ?3")
                        .setParameter(1, message)
                        .setParameter(2, now.plus(LONGEST_SENDING).toEpochMilli())
                        .setParameter(3, now.toEpochMilli())
                        .executeUpdate()
                == 1;
    }

    @Override
    @Transactional
    public void sent(long message, Instant at) {
        database.createNativeQuery("UPDATE diffusion_message SET state = 'SENT', reason = '', sent_at_ms = ?2,"
                        + " unheard = FALSE WHERE id = ?1 AND (state = 'TO_SEND' OR unheard)")
                .setParameter(1, message)
                .setParameter(2, at.toEpochMilli())
                .executeUpdate();
    }

    @Override
    @Transactional
    public void failed(long message, String reason, Instant at) {
        int tries = Rows.of(database.createNativeQuery("SELECT tries FROM diffusion_message WHERE id = ?1", Tuple.class)
                        .setParameter(1, message))
                .map(row -> (int) Rows.number(row, 0))
                .findFirst()
                .orElse(0);
        boolean over = tries > PAUSES.size();
        give(
                message,
                over ? State.FAILED : State.TO_SEND,
                reason,
                over ? at : at.plus(PAUSES.get(Math.max(0, tries - 1))));
    }

    @Override
    @Transactional
    public void unheard(long message, String reason, Instant at) {
        database.createNativeQuery(
                        "UPDATE diffusion_message SET reason = ?2, next_try_at_ms = ?3" + " WHERE id = ?1 AND unheard")
                .setParameter(1, message)
                .setParameter(2, WholeCharacters.first(LONGEST_REASON, reason.isBlank() ? "sans réponse" : reason))
                .setParameter(3, at.toEpochMilli())
                .executeUpdate();
    }

    @Override
    @Transactional
    public void outdated(long message, Instant at) {
        give(message, State.FAILED, "l’affiche a changé avant l’envoi", at);
    }

    private void give(long message, State state, String reason, Instant next) {
        database.createNativeQuery("UPDATE diffusion_message SET state = ?2, reason = ?3, next_try_at_ms = ?4,"
                        + " unheard = FALSE WHERE id = ?1 AND (state = 'TO_SEND' OR unheard)")
                .setParameter(1, message)
                .setParameter(2, state.name())
                .setParameter(3, WholeCharacters.first(LONGEST_REASON, reason))
                .setParameter(4, next.toEpochMilli())
                .executeUpdate();
    }
}
