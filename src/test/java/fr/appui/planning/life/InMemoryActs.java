package fr.appui.planning.life;

import fr.appui.directory.TerritoryCode;
import java.util.ArrayList;
import java.util.List;

final class InMemoryActs implements PlanningActs {

    private final List<PlanningAct> newestFirst = new ArrayList<>();

    @Override
    public void record(PlanningAct act) {
        newestFirst.addFirst(act);
    }

    @Override
    public List<PlanningAct> page(TerritoryCode territory, int page, int size) {
        return newestFirst.stream()
                .filter(act -> act.territory().equals(territory))
                .skip((long) page * size)
                .limit(size)
                .toList();
    }

    @Override
    public long total(TerritoryCode territory) {
        return newestFirst.stream()
                .filter(act -> act.territory().equals(territory))
                .count();
    }
}
