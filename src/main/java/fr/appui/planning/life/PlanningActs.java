package fr.appui.planning.life;

import fr.appui.directory.TerritoryCode;
import java.util.List;

/** The history of planning. Only ever added to: the database refuses the rest. */
public interface PlanningActs {

    void record(PlanningAct act);

    /** Newest first. */
    List<PlanningAct> page(TerritoryCode territory, int page, int size);

    long total(TerritoryCode territory);
}
