package fr.appui.planning.store;

import fr.appui.calendar.Quarter;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.life.Draft;
import fr.appui.planning.life.DraftBook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

@ApplicationScoped
@Transactional
class StoredDrafts implements DraftBook {

    @Override
    public Optional<Draft> of(TerritoryCode territory, Quarter quarter) {
        return DraftRow.of(territory, quarter).map(DraftRow::toDraft);
    }

    @Override
    public void keep(Draft draft) {
        DraftRow row = DraftRow.of(draft.territory(), draft.quarter()).orElseGet(DraftRow::new);
        row.fill(draft);
        row.persist();
    }

    @Override
    public void discard(TerritoryCode territory, Quarter quarter) {
        DraftRow.of(territory, quarter).ifPresent(DraftRow::delete);
    }
}
