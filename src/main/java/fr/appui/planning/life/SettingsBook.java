package fr.appui.planning.life;

import fr.appui.directory.Reach;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.PlanningSettings;
import java.util.Map;

public interface SettingsBook {

    /** The defaults where a territory chose nothing. */
    PlanningSettings of(TerritoryCode territory);

    /** Of those there that chose any, read at once. */
    Map<TerritoryCode, PlanningSettings> chosen(Reach within);

    /** Of the settings, rising with each change; 0 where none were chosen yet. */
    int version(TerritoryCode territory);

    void keep(TerritoryCode territory, PlanningSettings settings);
}
