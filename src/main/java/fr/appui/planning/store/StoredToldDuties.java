package fr.appui.planning.store;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.life.ToldDuties;
import fr.appui.planning.life.ToldDuty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;

@ApplicationScoped
@Transactional
class StoredToldDuties implements ToldDuties {

    @Override
    public List<ToldDuty> of(TerritoryCode territory, LocalDate from, LocalDate to) {
        return ToldRow.of(territory, from, to).stream().map(ToldRow::toDuty).toList();
    }

    @Override
    public List<ToldDuty> of(PhysicianId physician, LocalDate from) {
        return ToldRow.of(physician, from).stream().map(ToldRow::toDuty).toList();
    }

    @Override
    public void keep(List<ToldDuty> told) {
        for (ToldDuty duty : told) {
            ToldRow row = duty.sequence() == 0
                    ? new ToldRow()
                    : ToldRow.of(duty.key()).orElseGet(ToldRow::new);
            row.fill(duty);
            row.persist();
        }
    }
}
