package fr.appui.planning.store;

import fr.appui.directory.TerritoryCode;
import fr.appui.planning.life.PlanningAct;
import fr.appui.planning.life.PlanningActs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

@ApplicationScoped
@Transactional
class StoredActs implements PlanningActs {

    @Override
    public void record(PlanningAct act) {
        ActRow.of(act).persist();
    }

    @Override
    public List<PlanningAct> page(TerritoryCode territory, int page, int size) {
        return ActRow.<ActRow>find("territory = ?1 order by id desc", territory.value()).page(page, size).stream()
                .map(ActRow::toAct)
                .toList();
    }

    @Override
    public long total(TerritoryCode territory) {
        return ActRow.count("territory", territory.value());
    }
}
