package fr.appui.planning.life;

import fr.appui.directory.TerritoryCode;
import fr.appui.planning.PlanningSettings;

public interface SettingsBook {

    /** The defaults where a territory chose nothing. */
    PlanningSettings of(TerritoryCode territory);

    /** Of the settings, rising with each change; 0 where none were chosen yet. */
    int version(TerritoryCode territory);

    void keep(TerritoryCode territory, PlanningSettings settings);
}
