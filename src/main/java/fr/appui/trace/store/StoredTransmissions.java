package fr.appui.trace.store;

import fr.appui.directory.TerritoryCode;
import fr.appui.french.WholeCharacters;
import fr.appui.trace.Transmissions;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

@ApplicationScoped
class StoredTransmissions implements Transmissions {

    private static final List<Duration> PAUSES =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1));

    /** Two days of trying, however long it waited for a mailbox before. */
    private static final int MOST_TRIES = 52;

    private static final int LONGEST_PROBLEM = 500;

    @Override
    @Transactional
    public Page of(TerritoryCode territory, Optional<State> state, int page, int size) {
        Sort latestFirst = Sort.descending("id");
        var found = state.isPresent()
                ? TransmissionRow.<TransmissionRow>find(
                        "territory = ?1 and state = ?2",
                        latestFirst,
                        territory.value(),
                        state.get().name())
                : TransmissionRow.<TransmissionRow>find("territory", latestFirst, territory.value());
        return new Page(
                found.page(page, size).stream()
                        .map(TransmissionRow::transmission)
                        .toList(),
                found.count());
    }

    @Override
    @Transactional
    public List<Transmission> due(Set<TerritoryCode> territories, Instant now, int most) {
        return TransmissionRow.<TransmissionRow>find(
                        "state = ?1 and nextTryAtMs <= ?2 and territory in ?3",
                        Sort.ascending("nextTryAtMs", "id"),
                        State.QUEUED.name(),
                        now.toEpochMilli(),
                        territories.stream().map(TerritoryCode::value).toList())
                .page(0, most)
                .stream()
                .map(TransmissionRow::transmission)
                .toList();
    }

    @Override
    @Transactional
    public void sent(long id, String recipient, Instant at) {
        TransmissionRow.update(
                "state = ?1, tries = tries + 1, sentAtMs = ?2, recipient = ?3, problem = null where id = ?4",
                State.SENT.name(),
                at.toEpochMilli(),
                recipient,
                id);
    }

    /** One that leaves at this moment stays as it left. */
    @Override
    @Transactional
    public boolean retry(TerritoryCode territory, long id, Instant at) {
        return TransmissionRow.update(
                        "state = ?1, nextTryAtMs = ?2 where id = ?3 and territory = ?4 and state <> ?5",
                        State.QUEUED.name(),
                        at.toEpochMilli(),
                        id,
                        territory.value(),
                        State.SENT.name())
                == 1;
    }

    @Override
    @Transactional
    public void failed(long id, String problem, Instant at) {
        TransmissionRow.<TransmissionRow>findByIdOptional(id).ifPresent(row -> {
            Duration pause = PAUSES.get(Math.min(row.tries, PAUSES.size() - 1));
            TransmissionRow.update(
                    "state = ?1, tries = tries + 1, nextTryAtMs = ?2, problem = ?3 where id = ?4 and state <> ?5",
                    (row.tries + 1 < MOST_TRIES ? State.QUEUED : State.FAILED).name(),
                    at.plus(pause).toEpochMilli(),
                    WholeCharacters.first(LONGEST_PROBLEM, problem),
                    id,
                    State.SENT.name());
        });
    }
}
