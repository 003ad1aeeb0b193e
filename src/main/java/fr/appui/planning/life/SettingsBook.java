package fr.appui.planning.life;

import fr.appui.directory.TerritoryCode;
import fr.appui.planning.PlanningSettings;

public interface SettingsBook {

    /** The defaults where a territory chose nothing. */
    PlanningSettings of(TerritoryCode territory);

    void keep(TerritoryCode territory, PlanningSettings settings);
}
