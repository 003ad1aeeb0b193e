package fr.appui.planning.life;

import fr.appui.directory.Reach;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.PlanningSettings;
import fr.appui.planning.Weights;
import java.util.HashMap;
import java.util.Map;

final class InMemorySettings implements SettingsBook {

    private final Map<TerritoryCode, PlanningSettings> kept = new HashMap<>();
    private final Map<TerritoryCode, Integer> versions = new HashMap<>();

    @Override
    public PlanningSettings of(TerritoryCode territory) {
        return kept.getOrDefault(territory, PlanningSettings.defaults());
    }

    @Override
    public Map<TerritoryCode, PlanningSettings> chosen(Reach within) {
        var chosen = new HashMap<>(kept);
        within.only().ifPresent(chosen.keySet()::retainAll);
        return chosen;
    }

    @Override
    public int version(TerritoryCode territory) {
        return versions.getOrDefault(territory, 0);
    }

    @Override
    public void keep(TerritoryCode territory, PlanningSettings settings) {
        versions.merge(territory, 1, Integer::sum);
        kept.put(
                territory,
                new PlanningSettings(
                        settings.quota(),
                        settings.maxConsecutiveDays(),
                        settings.restDays(),
                        settings.spacingWeeks(),
                        settings.backUp(),
                        Weights.DEFAULT));
    }
}
