package fr.appui.directory.store;

import fr.appui.directory.Audit;
import fr.appui.directory.TakeOver;
import fr.appui.directory.TakeOvers;
import fr.appui.directory.TerritoryCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;

@ApplicationScoped
@Transactional
class StoredTakeOvers implements TakeOvers {

    private final Audit audit;

    StoredTakeOvers(Audit audit) {
        this.audit = audit;
    }

    @Override
    public List<TakeOver> of(TerritoryCode territory) {
        return TakeOverRow.<TakeOverRow>list("territory = ?1 order by kind, name, from", territory.value()).stream()
                .map(TakeOverRow::toTakeOver)
                .toList();
    }

    @Override
    public List<TakeOver> on(TerritoryCode territory, LocalDate date) {
        return of(territory).stream()
                .filter(one -> !date.isBefore(one.from()) && !date.isAfter(one.to()))
                .toList();
    }

    /** The territory's row is held, so that two files do not mix. */
    @Override
    public void replace(TerritoryCode territory, List<TakeOver> all, String by) {
        TerritoryRow.findById(territory.value(), LockModeType.PESSIMISTIC_WRITE);
        TakeOverRow.delete("territory", territory.value());
        all.forEach(one -> TakeOverRow.of(territory, one).persist());
        audit.record(by, "take-overs.replaced", territory.value(), all.size() + " services lus d’un fichier");
    }
}
