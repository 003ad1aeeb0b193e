package fr.appui.audit.store;

import fr.appui.audit.AuditChain;
import fr.appui.audit.AuditEntry;
import fr.appui.audit.AuditLog;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

@ApplicationScoped
@Transactional
class AuditStore implements AuditLog, PanacheRepositoryBase<AuditRow, Long> {

    private static final int STEP = 500;

    private final DataSource database;

    AuditStore(DataSource database) {
        this.database = database;
    }

    /** By JDBC: entries take their places when Hibernate is done with the transaction already. */
    @Override
    public void append(AuditEntry.Draft draft) {
        try (Connection connection = database.getConnection()) {
            Head head = lockedHead(connection);
            AuditEntry entry = draft.after(head.sequence(), head.hash());
            insert(entry, connection);
            try (var end = connection.prepareStatement(
                    "UPDATE audit_head SET last_sequence = ?, last_hash = ? WHERE id = " + AuditHead.ONLY)) {
                end.setLong(1, entry.sequence());
                end.setString(2, entry.hash());
                end.executeUpdate();
            }
        } catch (SQLException unwritten) {
            throw new IllegalStateException("the audit log could not be written", unwritten);
        }
    }

    /** One row, one writer: entries take their places one after the other, whichever node writes them. */
    private static Head lockedHead(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT last_sequence, last_hash FROM audit_head WHERE id = "
                        + AuditHead.ONLY + " FOR UPDATE")) {
            row.next();
            return new Head(row.getLong(1), row.getString(2));
        }
    }

    private static void insert(AuditEntry entry, Connection connection) throws SQLException {
        try (var insert = connection.prepareStatement("INSERT INTO audit_entry"
                + " (sequence, at, actor, act, subject, detail, origin, previous_hash, hash)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, entry.sequence());
            insert.setObject(2, LocalDateTime.ofInstant(entry.at(), ZoneOffset.UTC));
            insert.setString(3, entry.actor());
            insert.setString(4, entry.act());
            insert.setString(5, entry.subject());
            insert.setString(6, entry.detail());
            insert.setString(7, entry.origin());
            insert.setString(8, entry.previousHash());
            insert.setString(9, entry.hash());
            insert.executeUpdate();
        }
    }

    @Override
    public List<AuditEntry> page(int page, int size) {
        return findAll(Sort.descending("sequence")).page(page, size).stream()
                .map(AuditRow::entry)
                .toList();
    }

    @Override
    public long total() {
        return count();
    }

    @Override
    public List<AuditEntry> search(Filter filter, int page, int size) {
        return found(filter).page(page, size).stream().map(AuditRow::entry).toList();
    }

    @Override
    public long count(Filter filter) {
        return found(filter).count();
    }

    private PanacheQuery<AuditRow> found(Filter filter) {
        return find(
                "(?1 is null or actor = ?1) and (?2 is null or at >= ?2) and (?3 is null or at < ?3)",
                Sort.descending("sequence"),
                filter.actor().orElse(null),
                filter.from().orElse(null),
                filter.to().orElse(null));
    }

    /** The head is locked meanwhile, so that an entry being written is not mistaken for a missing one. */
    @Override
    public Verdict verify() {
        AuditHead head = lockedHead();
        var chain = new AuditChain(head.erasedSequence, head.erasedHash);
        long from = head.erasedSequence;
        for (List<AuditRow> rows = after(from); !rows.isEmpty(); rows = after(from)) {
            rows.stream().map(AuditRow::entry).forEach(chain::next);
            from = rows.getLast().sequence;
            getEntityManager().clear();
        }
        return chain.end(head.sequence, head.hash);
    }

    @Override
    public Head head() {
        AuditHead head = getEntityManager().find(AuditHead.class, AuditHead.ONLY);
        return new Head(head.sequence, head.hash);
    }

    @Override
    public Optional<String> hashAt(long sequence) {
        AuditHead head = getEntityManager().find(AuditHead.class, AuditHead.ONLY);
        return sequence == head.erasedSequence
                ? Optional.of(head.erasedHash)
                : findByIdOptional(sequence).map(row -> row.hash);
    }

    @Override
    public boolean isErased(long sequence) {
        return sequence <= getEntityManager().find(AuditHead.class, AuditHead.ONLY).erasedSequence;
    }

    @Override
    public int forget(Instant before) {
        AuditHead head = lockedHead();
        AuditRow firstKept =
                find("at >= ?1", Sort.ascending("sequence"), before).firstResult();
        long end = firstKept == null ? head.sequence : firstKept.sequence - 1;
        AuditRow last = findById(end);
        if (last == null) {
            return 0;
        }
        head.erasedSequence = last.sequence;
        head.erasedHash = last.hash;
        return Math.toIntExact(delete("sequence <= ?1", last.sequence));
    }

    private List<AuditRow> after(long sequence) {
        return find("sequence > ?1", Sort.ascending("sequence"), sequence)
                .page(0, STEP)
                .list();
    }

    private AuditHead lockedHead() {
        return getEntityManager().find(AuditHead.class, AuditHead.ONLY, LockModeType.PESSIMISTIC_WRITE);
    }
}
