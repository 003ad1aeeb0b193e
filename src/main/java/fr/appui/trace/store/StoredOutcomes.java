package fr.appui.trace.store;

import fr.appui.directory.Directory;
import fr.appui.directory.TerritoryCode;
import fr.appui.trace.Attempt;
import fr.appui.trace.CallArchive;
import fr.appui.trace.CallId;
import fr.appui.trace.CallStory;
import fr.appui.trace.DeclaredCall;
import fr.appui.trace.LoggableCall;
import fr.appui.trace.Nomenclature;
import fr.appui.trace.NomenclatureShelf;
import fr.appui.trace.Outcome;
import fr.appui.trace.OutcomeRevision;
import fr.appui.trace.OutcomeRules;
import fr.appui.trace.OutcomeRules.Refusal;
import fr.appui.trace.OutcomeSettings;
import fr.appui.trace.OutcomeStatus;
import fr.appui.trace.Outcomes;
import fr.appui.trace.WireEvent;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.SQLTransactionRollbackException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.exception.ConstraintViolationException;

/** Outcomes in MariaDB. A final revision and its transmission are kept in one transaction. */
@ApplicationScoped
class StoredOutcomes implements Outcomes {

    private static final int MOST_ATTEMPTS = 20;
    private static final String RECENT = """
        SELECT o.body FROM (
          SELECT call_id FROM call_summary WHERE territory = ?1 AND ending = 'ANSWERED' AND NOT trial
          ORDER BY received_at_ms DESC LIMIT ?2) answered
        JOIN outcome_revision o ON o.call_id = answered.call_id AND o.status = 'FINAL'\
        """;

    private final EntityManager database;
    private final CallArchive archive;
    private final Directory directory;
    private final NomenclatureShelf nomenclatures;
    private final OutcomeSettings settings;
    private final String version;
    private final Event<CallsStored> stored;
    private final StoredHandOvers handOvers;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters") // what a sheet is judged by and told to
    StoredOutcomes(
            EntityManager database,
            CallArchive archive,
            Directory directory,
            NomenclatureShelf nomenclatures,
            OutcomeSettings settings,
            @ConfigProperty(name = "quarkus.application.version") String version,
            Event<CallsStored> stored,
            StoredHandOvers handOvers,
            Clock clock) {
        this.handOvers = handOvers;
        this.database = database;
        this.archive = archive;
        this.directory = directory;
        this.nomenclatures = nomenclatures;
        this.settings = settings;
        this.version = version;
        this.stored = stored;
        this.clock = clock;
    }

    /** Writers of one call take turns; where there is no row to wait at, whose number is taken meanwhile tries again. */
    @Override
    public Writing write(CallId id, OptionalInt seen, OutcomeStatus status, Outcome outcome, String author) {
        for (int attempt = 1; ; attempt++) {
            try {
                Writing writing =
                        QuarkusTransaction.requiringNew().call(() -> writeOnce(id, seen, status, outcome, author));
                stored.fire(new CallsStored());
                return writing;
            } catch (RuntimeException failed) {
                if (attempt == MOST_ATTEMPTS || !isTakenMeanwhile(failed)) {
                    throw failed;
                }
            }
        }
    }

    private static boolean isTakenMeanwhile(Throwable failed) {
        return Stream.iterate(failed, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof ConstraintViolationException
                        || cause instanceof SQLTransactionRollbackException);
    }

    private Writing writeOnce(CallId id, OptionalInt seen, OutcomeStatus status, Outcome outcome, String author) {
        lock(id);
        Optional<LoggableCall> call = call(id);
        if (call.isEmpty()) {
            return new Writing.NoSuchCall();
        }
        Optional<OutcomeRevision> latest = latest(id);
        if (latest.isPresent() && latest.get().says(status, outcome)) {
            return new Writing.Kept(latest.get());
        }
        if (latest.isPresent() && seen.isPresent() && !latest.get().yieldsTo(seen.getAsInt(), author, status)) {
            return new Writing.ChangedMeanwhile(latest.get());
        }
        List<Refusal> refusals = refusals(call.get(), status, outcome);
        return refusals.isEmpty()
                ? new Writing.Kept(keep(call.get(), status, outcome, author))
                : new Writing.Refused(refusals);
    }

    /** Asked first in the transaction, so that what is read next is what is there now. */
    private void lock(CallId id) {
        for (String table : List.of("call_summary", "declared_call")) {
            database.createNativeQuery("SELECT call_id FROM " + table + " WHERE call_id = ?1 FOR UPDATE")
                    .setParameter(1, id.value())
                    .getResultList();
        }
    }

    private List<Refusal> refusals(LoggableCall call, OutcomeStatus status, Outcome outcome) {
        boolean alreadyFinal = latest(call.call())
                .filter(last -> last.status() == OutcomeStatus.FINAL)
                .isPresent();
        if (alreadyFinal && status == OutcomeStatus.DRAFT) {
            return List.of(new Refusal(
                    "status", "la fiche est déjà validée ; enregistrer la correction comme version finale (FINAL)"));
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), directory.zoneOf(call.territory()));
        return new OutcomeRules(nomenclatureFor(call), noteAllowed(call), today).check(outcome, status);
    }

    private OutcomeRevision keep(LoggableCall call, OutcomeStatus status, Outcome outcome, String author) {
        int number = latest(call.call()).map(OutcomeRevision::number).orElse(0) + 1;
        var revision = new OutcomeRevision(
                call.call(), number, status, nomenclatureFor(call).version(), outcome, author, clock.instant());
        OutcomeRow.of(revision).persistAndFlush();
        if (status == OutcomeStatus.FINAL) {
            TransmissionRow.queue(call, number, clock.instant()).persist();
            handOvers.asked(call, outcome.handOver());
        }
        tell(WireEvent.outcomeLogged(revision));
        return revision;
    }

    /** Whoever counts hears of it by the outbox: their faults never refuse what a physician logs. */
    private void tell(WireEvent event) {
        WireEvent wire = event.writtenBy(version);
        database.createNativeQuery("INSERT INTO outbox (event_id, call_id, lane, type, body, written_at_ms)"
                        + " VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
                .setParameter(1, wire.id())
                .setParameter(2, wire.call().value())
                .setParameter(3, Lanes.of(wire.call()))
                .setParameter(4, wire.type())
                .setParameter(5, wire.json())
                .setParameter(6, clock.millis())
                .executeUpdate();
    }

    @Override
    public void declare(DeclaredCall call, String author) {
        QuarkusTransaction.requiringNew().run(() -> declareOnce(call, author));
        stored.fire(new CallsStored());
    }

    private void declareOnce(DeclaredCall call, String author) {
        int first = database.createNativeQuery(
                        "INSERT IGNORE INTO declared_call (call_id, territory, physician_id, at_ms,"
                                + " duration_ms, author, written_at_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
                .setParameter(1, call.call().value())
                .setParameter(2, call.territory().value())
                .setParameter(3, call.physician().toString())
                .setParameter(4, call.at().toEpochMilli())
                .setParameter(5, call.duration().toMillis())
                .setParameter(6, author)
                .setParameter(7, clock.millis())
                .executeUpdate();
        if (first > 0) {
            tell(WireEvent.declared(call, clock.instant()));
        }
    }

    @Override
    @Transactional
    public List<LoggableCall> validatedBy(String author, Instant since, int most) {
        List<?> calls = database.createNativeQuery(
                        "SELECT call_id FROM outcome_revision WHERE author = ?1 AND status = 'FINAL' AND written_at_ms >= ?2"
                                + " GROUP BY call_id ORDER BY MAX(written_at_ms) DESC LIMIT ?3",
                        String.class)
                .setParameter(1, author)
                .setParameter(2, since.toEpochMilli())
                .setParameter(3, most)
                .getResultList();
        return calls.stream()
                .map(id -> new CallId((String) id))
                .flatMap(id -> call(id).stream())
                .toList();
    }

    @Override
    @Transactional
    public Optional<LoggableCall> call(CallId id) {
        return declared(id)
                .map(call -> new LoggableCall(
                        id,
                        call.territory(),
                        call.physician(),
                        call.at(),
                        call.at().plus(call.duration()),
                        call.duration(),
                        true))
                .or(() -> archive.find(id).flatMap(traced -> answered(traced.story())));
    }

    private static Optional<LoggableCall> answered(CallStory story) {
        Optional<Attempt> accepted = story.accepted();
        return !story.counts() || accepted.isEmpty() || story.territory().isEmpty()
                ? Optional.empty()
                : Optional.of(new LoggableCall(
                        story.call(),
                        story.territory().get(),
                        accepted.get().physician(),
                        story.start(),
                        story.end(),
                        story.phases().talk(),
                        false));
    }

    @Override
    @Transactional
    public Optional<OutcomeRevision> latest(CallId call) {
        return OutcomeRow.<OutcomeRow>find("callId", Sort.descending("number"), call.value())
                .firstResultOptional()
                .map(OutcomeRow::revision);
    }

    @Override
    @Transactional
    public List<OutcomeRevision> history(CallId call) {
        return OutcomeRow.<OutcomeRow>find("callId", Sort.ascending("number"), call.value()).stream()
                .map(OutcomeRow::revision)
                .toList();
    }

    @Override
    @Transactional
    public Optional<DeclaredCall> declared(CallId call) {
        return DeclaredCallRow.<DeclaredCallRow>findByIdOptional(call.value()).map(DeclaredCallRow::call);
    }

    @Override
    @Transactional
    public List<Outcome> recent(TerritoryCode territory, int most) {
        List<?> bodies = database.createNativeQuery(RECENT, String.class)
                .setParameter(1, territory.value())
                .setParameter(2, most)
                .getResultList();
        return bodies.stream().map(body -> OutcomeJson.read((String) body)).toList();
    }

    @Override
    public boolean noteAllowed(LoggableCall call) {
        return settings.freeText()
                .filter(territories -> territories.contains(call.territory().value()))
                .isPresent();
    }

    @Override
    public Nomenclature nomenclatureFor(LoggableCall call) {
        LocalDate day = LocalDate.ofInstant(call.received(), directory.zoneOf(call.territory()));
        return nomenclatures
                .all()
                .inForce(day)
                .orElseThrow(() -> new IllegalStateException("no nomenclature is in force on " + day));
    }
}
