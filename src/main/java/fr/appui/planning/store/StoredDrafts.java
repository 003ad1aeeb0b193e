package fr.appui.planning.store;

import fr.appui.calendar.Quarter;
import fr.appui.directory.Reach;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.life.Draft;
import fr.appui.planning.life.DraftBook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

@ApplicationScoped
@Transactional
class StoredDrafts implements DraftBook {

    private static final String UNDER_WORK = "";

    private final Clock clock;

    StoredDrafts(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Optional<Draft> of(TerritoryCode territory, Quarter quarter) {
        return DraftRow.of(territory, quarter, UNDER_WORK).map(DraftRow::toDraft);
    }

    @Override
    public List<Draft> of(Reach within, List<Quarter> quarters) {
        return DraftRow.of(within, quarters, UNDER_WORK).stream()
                .map(DraftRow::toDraft)
                .toList();
    }

    @Override
    public void keep(Draft draft) {
        keep(draft, UNDER_WORK);
    }

    @Override
    public long revision(TerritoryCode territory, Quarter quarter) {
        return DraftRow.of(territory, quarter, UNDER_WORK)
                .map(row -> row.revision)
                .orElse(0L);
    }

    @Override
    public Set<LocalDate> changedSince(TerritoryCode territory, Quarter quarter, long revision) {
        return DraftRow.of(territory, quarter, UNDER_WORK)
                .map(row -> row.changes.entrySet().stream()
                        .filter(change -> change.getValue() > revision)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    @Override
    public void discard(TerritoryCode territory, Quarter quarter) {
        DraftRow.of(territory, quarter, UNDER_WORK).ifPresent(DraftRow::delete);
    }

    @Override
    public List<Aside> aside(TerritoryCode territory, Quarter quarter) {
        return DraftRow.aside(territory, quarter).stream()
                .map(row -> new Aside(row.name, row.toDraft()))
                .toList();
    }

    @Override
    public void putAside(Draft draft, String name) {
        keep(draft, name);
    }

    @Override
    public boolean dropAside(TerritoryCode territory, Quarter quarter, String name) {
        Optional<DraftRow> row = name.isEmpty() ? Optional.empty() : DraftRow.of(territory, quarter, name);
        row.ifPresent(DraftRow::delete);
        return row.isPresent();
    }

    private void keep(Draft draft, String name) {
        DraftRow row = DraftRow.of(draft.territory(), draft.quarter(), name).orElseGet(DraftRow::new);
        row.name = name;
        row.fill(draft, clock.instant());
        row.persist();
    }
}
