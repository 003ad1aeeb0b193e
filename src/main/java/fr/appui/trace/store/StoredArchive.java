package fr.appui.trace.store;

import fr.appui.directory.Reach;
import fr.appui.directory.TerritoryCode;
import fr.appui.trace.CallArchive;
import fr.appui.trace.CallId;
import fr.appui.trace.Ending;
import fr.appui.trace.Origin;
import fr.appui.trace.Profile;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The archive in MariaDB. */
@ApplicationScoped
class StoredArchive implements CallArchive {

    private static final Sort LATEST_FIRST = Sort.descending("receivedAtMs", "callId");

    private static final String LATEST = "(SELECT call_id FROM call_summary WHERE territory = ? AND received_at_ms > 0"
            + " AND trial = FALSE ORDER BY received_at_ms DESC, call_id DESC LIMIT 1)";

    private final DataSource database;

    StoredArchive(DataSource database) {
        this.database = database;
    }

    @Override
    @Transactional
    public Page search(Search search) {
        var asked = Asked.of(search);
        var found = CallSummaryRow.<CallSummaryRow>find(asked.where(), LATEST_FIRST, asked.values());
        List<CallSummaryRow> rows = found.page(search.page(), search.size()).list();
        return new Page(rows.stream().map(StoredArchive::summary).toList(), found.count());
    }

    @Override
    @Transactional
    public Map<TerritoryCode, Long> counts(Search search) {
        var asked = Asked.of(search);
        return CallSummaryRow.find(
                        "select territory, count(*) from CallSummaryRow where territory is not null and "
                                + asked.where() + " group by territory",
                        asked.values())
                .project(CountOf.class)
                .stream()
                .collect(Collectors.toMap(one -> new TerritoryCode(one.territory()), CountOf::calls));
    }

    record CountOf(String territory, long calls) {}

    /** A look at the end of the index for each, in one question. */
    @Override
    @Transactional
    public Map<TerritoryCode, Summary> latest(Set<TerritoryCode> territories) {
        if (territories.isEmpty()) {
            return Map.of();
        }
        try (Connection connection = database.getConnection();
                var select = connection.prepareStatement(
                        String.join(" UNION ALL ", Collections.nCopies(territories.size(), LATEST)))) {
            int at = 1;
            for (TerritoryCode territory : territories) {
                select.setString(at++, territory.value());
            }
            var calls = new ArrayList<String>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    calls.add(rows.getString(1));
                }
            }
            return CallSummaryRow.<CallSummaryRow>list("callId in ?1", calls).stream()
                    .collect(Collectors.toMap(
                            row -> new TerritoryCode(Objects.requireNonNull(row.territory)), StoredArchive::summary));
        } catch (SQLException away) {
            throw new IllegalStateException("the trace cannot be read", away);
        }
    }

    private record Asked(String where, Parameters values) {

        static Asked of(Search search) {
            var conditions = new ArrayList<String>(List.of("receivedAtMs > 0"));
            var values = new Parameters();
            search.from().ifPresent(t -> {
                conditions.add("receivedAtMs >= :from");
                values.and("from", t.toEpochMilli());
            });
            search.to().ifPresent(t -> {
                conditions.add("receivedAtMs < :to");
                values.and("to", t.toEpochMilli());
            });
            search.within().only().ifPresent(territories -> {
                conditions.add("territory in :territories");
                values.and("territories", StoredArchive.values(territories));
            });
            search.ending().ifPresent(ending -> {
                conditions.add("ending = :ending");
                values.and("ending", ending.name());
            });
            search.logged().map(StoredArchive::condition).ifPresent(conditions::add);
            if (search.countsOnly()) {
                conditions.add("trial = false");
            }
            return new Asked(String.join(" and ", conditions), values);
        }
    }

    @Override
    @Transactional
    public List<Traced> inProgress(Reach within, Instant since, int most) {
        var values = Parameters.with("since", since.toEpochMilli());
        String where = "endedAtMs is null and receivedAtMs >= :since";
        if (within.only().isPresent()) {
            where += " and territory in :territories";
            values.and("territories", values(within.only().get()));
        }
        List<CallSummaryRow> rows = CallSummaryRow.<CallSummaryRow>find(where, LATEST_FIRST, values)
                .page(0, most)
                .list();
        return rows.stream()
                .flatMap(row -> find(new CallId(row.callId)).stream())
                .toList();
    }

    @Override
    public Optional<Traced> find(CallId call) {
        return Optional.ofNullable(find(List.of(call)).get(call));
    }

    @Override
    public Map<CallId, Traced> find(Collection<CallId> calls) {
        if (calls.isEmpty()) {
            return Map.of();
        }
        try (Connection connection = database.getConnection()) {
            return new CallRows(connection)
                    .read(calls.stream().map(CallId::value).toList()).values().stream()
                            .filter(stored -> !stored.isEmpty())
                            .collect(Collectors.toMap(
                                    StoredCall::call, stored -> new Traced(stored.story(), stored.rebuilt())));
        } catch (SQLException away) {
            throw new IllegalStateException("the trace cannot be read", away);
        }
    }

    @Override
    public long latest() {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT COALESCE(MAX(id), 0) FROM call_event")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException away) {
            throw new IllegalStateException("the trace cannot be read", away);
        }
    }

    private static List<String> values(Set<TerritoryCode> territories) {
        return territories.stream().map(TerritoryCode::value).toList();
    }

    private static String condition(Logged logged) {
        String validated = "(select o.callId from OutcomeRow o where o.status = 'FINAL')";
        return switch (logged) {
            case VALIDATED -> "callId in " + validated;
            case AWAITED -> "ending = 'ANSWERED' and callId not in " + validated;
        };
    }

    private static Summary summary(CallSummaryRow row) {
        return new Summary(
                new CallId(row.callId),
                Optional.ofNullable(row.territory).map(TerritoryCode::new),
                Instant.ofEpochMilli(row.receivedAtMs),
                Optional.ofNullable(row.endedAtMs).map(Instant::ofEpochMilli),
                row.trial
                        ? Optional.of(Origin.TRIAL)
                        : Optional.ofNullable(row.origin).map(Origin::valueOf),
                Optional.ofNullable(row.profile).map(Profile::valueOf),
                Optional.ofNullable(row.ending).map(Ending::valueOf),
                row.attempts,
                Duration.ofMillis(row.talkMs),
                row.rebuilt);
    }
}
