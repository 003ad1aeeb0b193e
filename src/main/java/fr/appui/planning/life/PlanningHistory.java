package fr.appui.planning.life;

import fr.appui.calendar.Quarter;
import fr.appui.directory.TerritoryCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What was done to a territory's planning, and what was permitted there beyond the quota: as pages, API and annual report tell it. */
@ApplicationScoped
public class PlanningHistory {

    private final PlanningActs acts;
    private final DerogationBook derogations;

    PlanningHistory(PlanningActs acts, DerogationBook derogations) {
        this.acts = acts;
        this.derogations = derogations;
    }

    /** Newest first. */
    public List<PlanningAct> acts(TerritoryCode territory, PlanningActs.Asked asked, int page, int size) {
        return acts.page(territory, asked, page, size);
    }

    public long acts(TerritoryCode territory, PlanningActs.Asked asked) {
        return acts.total(territory, asked);
    }

    public List<String> authors(TerritoryCode territory) {
        return acts.authors(territory);
    }

    /** Those of one territory; the quota counts the others' as well. */
    public List<DerogationBook.Granted> derogations(TerritoryCode territory, Quarter quarter) {
        return derogations.in(quarter).stream()
                .filter(granted -> granted.territory().equals(territory))
                .toList();
    }
}
