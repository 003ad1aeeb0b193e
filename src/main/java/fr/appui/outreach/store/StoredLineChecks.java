package fr.appui.outreach.store;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.Reach;
import fr.appui.directory.TerritoryCode;
import fr.appui.outreach.LineCheckLedger;
import fr.appui.outreach.OpenLineCheck;
import fr.appui.outreach.OpenLineCheck.HeldDuty;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
@Transactional
class StoredLineChecks implements LineCheckLedger {

    private static final int MOST = 200;
    private static final String INSERT = "INSERT IGNORE INTO line_check"
            + " (id, territory, duty_date, physician_id, starts_at_ms, state) VALUES (?, ?, ?, ?, ?, 'WAITING')";

    private final EntityManager database;

    StoredLineChecks(EntityManager database) {
        this.database = database;
    }

    @Override
    public boolean open(OpenLineCheck check) {
        HeldDuty duty = check.duty();
        return database.createNativeQuery(INSERT)
                        .setParameter(1, check.id().toString())
                        .setParameter(2, duty.territory().value())
                        .setParameter(3, duty.date())
                        .setParameter(4, duty.physician().toString())
                        .setParameter(5, duty.startsAt().toEpochMilli())
                        .executeUpdate()
                == 1;
    }

    @Override
    public List<OpenLineCheck> allOpen() {
        return LineCheckRow.<LineCheckRow>find("state = 'WAITING' order by startsAtMs").page(0, MOST).list().stream()
                .map(LineCheckRow::toOpen)
                .toList();
    }

    @Override
    public boolean begin(OpenLineCheck seen, Instant at) {
        return LineCheckRow.update(
                        "attempts = ?1, rungAtMs = ?2 where id = ?3 and attempts = ?4 and state = 'WAITING'",
                        seen.attempts() + 1,
                        at.toEpochMilli(),
                        seen.id().toString(),
                        seen.attempts())
                == 1;
    }

    @Override
    public void giveBack(UUID check) {
        LineCheckRow.update(
                "attempts = attempts - 1, rungAtMs = null"
                        + " where id = ?1 and attempts > 0 and rungAtMs is not null and state = 'WAITING'",
                check.toString());
    }

    @Override
    public void failed(UUID check, String why, Instant notBefore) {
        LineCheckRow.update(
                "attempts = attempts - 1, rungAtMs = null, why = ?1, notBeforeMs = ?2, failures = failures + 1"
                        + " where id = ?3 and attempts > 0 and rungAtMs is not null and state = 'WAITING'",
                why,
                notBefore.toEpochMilli(),
                check.toString());
    }

    @Override
    public void note(UUID check, Optional<String> why) {
        LineCheckRow.update(
                "why = ?1, notBeforeMs = null, failures = 0 where id = ?2 and state = 'WAITING'",
                why.orElse(null),
                check.toString());
    }

    @Override
    public Optional<State> confirm(UUID check, Way way, Instant at) {
        Optional<LineCheckRow> row = LineCheckRow.findByIdOptional(check.toString(), LockModeType.PESSIMISTIC_WRITE);
        Optional<State> before = row.map(known -> State.valueOf(known.state));
        if (before.isPresent() && before.get() != State.CONFIRMED) {
            row.get().state = State.CONFIRMED.name();
            row.get().way = way.name();
            row.get().changedAtMs = at.toEpochMilli();
        }
        return before;
    }

    @Override
    public Optional<UUID> find(HeldDuty duty) {
        return LineCheckRow.<LineCheckRow>find(
                        "territory = ?1 and date = ?2 and physicianId = ?3",
                        duty.territory().value(),
                        duty.date(),
                        duty.physician().toString())
                .firstResultOptional()
                .map(row -> UUID.fromString(row.id));
    }

    @Override
    public Optional<HeldDuty> duty(UUID check) {
        return LineCheckRow.<LineCheckRow>findByIdOptional(check.toString())
                .map(row -> row.toOpen().duty());
    }

    /** Bounded by the time that is looked back on: a territory has few duties a day. */
    @Override
    public List<HeldDuty> unconfirmed(Reach within, Instant since) {
        Parameters values = Parameters.with("since", since.toEpochMilli());
        within.only()
                .ifPresent(only -> values.and(
                        "territories", only.stream().map(TerritoryCode::value).toList()));
        return duties(LineCheckRow.list(
                "state = 'UNCONFIRMED' and startsAtMs > :since"
                        + (within.isEverywhere() ? "" : " and territory in :territories") + " order by startsAtMs desc",
                values));
    }

    @Override
    public List<HeldDuty> confirmed(Set<PhysicianId> physicians, LocalDate from, LocalDate to) {
        return duties(LineCheckRow.list(
                "physicianId in ?1 and date between ?2 and ?3 and state = 'CONFIRMED'",
                physicians.stream().map(PhysicianId::toString).toList(),
                from,
                to));
    }

    private static List<HeldDuty> duties(List<LineCheckRow> rows) {
        return rows.stream().map(row -> row.toOpen().duty()).toList();
    }

    @Override
    public boolean close(UUID check, State state, Instant at) {
        return LineCheckRow.update(
                        "state = ?1, changedAtMs = ?2 where id = ?3 and state = 'WAITING'",
                        stored(state).name(),
                        at.toEpochMilli(),
                        check.toString())
                == 1;
    }

    /** 0.2 cannot read the one that is younger, and does the same for both: nothing. To be written as it is from 0.4 on. */
    private static State stored(State state) {
        return state == State.NOT_CHECKED ? State.REPLACED : state;
    }
}
