package fr.appui.planning.life;

import fr.appui.directory.TerritoryCode;
import fr.appui.planning.life.PlanningActs.Asked;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What was done to a territory's rotas, for whoever coordinates it. */
@ApplicationScoped
public class HistoryReader {

    private final PlanningActs acts;

    HistoryReader(PlanningActs acts) {
        this.acts = acts;
    }

    /** Newest first. */
    public List<PlanningAct> page(TerritoryCode territory, Asked asked, int page, int size) {
        return acts.page(territory, asked, page, size);
    }

    public long total(TerritoryCode territory, Asked asked) {
        return acts.total(territory, asked);
    }
}
