package fr.appui.outreach.store;

import fr.appui.directory.TerritoryCode;
import fr.appui.outreach.TrialLedger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The column {@code ringing} holds the territory as long as a trial rings, and is unique: of two who begin one, one does. */
@ApplicationScoped
@Transactional
class StoredTrials implements TrialLedger {

    private static final String INSERT = "INSERT IGNORE INTO trial_call"
            + " (id, territory, begun_at_ms, begun_by, scheduled, state, ringing) VALUES (?1, ?2, ?3, ?4, ?5, 'RINGING', ?2)";
    private static final String END = "UPDATE trial_call SET state = ?1, trouble = ?2, ended_at_ms = ?3, ringing = NULL"
            + " WHERE state = 'RINGING' AND ";

    private final EntityManager database;

    StoredTrials(EntityManager database) {
        this.database = database;
    }

    @Override
    public boolean begin(Trial trial) {
        return database.createNativeQuery(INSERT)
                        .setParameter(1, trial.id().toString())
                        .setParameter(2, trial.territory().value())
                        .setParameter(3, trial.begunAt().toEpochMilli())
                        .setParameter(4, trial.begunBy())
                        .setParameter(5, trial.scheduled())
                        .executeUpdate()
                == 1;
    }

    @Override
    public boolean end(UUID trial, State state, Optional<String> trouble, Instant at) {
        return database.createNativeQuery(END + "id = ?4")
                        .setParameter(1, state.name())
                        .setParameter(2, trouble.orElse(null))
                        .setParameter(3, at.toEpochMilli())
                        .setParameter(4, trial.toString())
                        .executeUpdate()
                == 1;
    }

    @Override
    public int endThoseBegunBefore(Instant begunBefore, String trouble, Instant at) {
        return database.createNativeQuery(END + "begun_at_ms < ?4")
                .setParameter(1, State.FAILED.name())
                .setParameter(2, trouble)
                .setParameter(3, at.toEpochMilli())
                .setParameter(4, begunBefore.toEpochMilli())
                .executeUpdate();
    }

    @Override
    public Optional<Trial> find(UUID trial) {
        return TrialCallRow.<TrialCallRow>findByIdOptional(trial.toString()).map(TrialCallRow::toTrial);
    }

    @Override
    public List<Trial> latest(TerritoryCode territory, int most) {
        return TrialCallRow.<TrialCallRow>find("territory = ?1 order by begunAtMs desc, id", territory.value())
                .page(0, most)
                .list()
                .stream()
                .map(TrialCallRow::toTrial)
                .toList();
    }
}
