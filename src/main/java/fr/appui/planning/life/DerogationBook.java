package fr.appui.planning.life;

import fr.appui.calendar.Quarter;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.Derogation;
import fr.appui.rota.Substitution.Act;
import java.util.List;

/** Permissions to exceed the quota; the annual report lists them. */
public interface DerogationBook {

    record Granted(TerritoryCode territory, Derogation derogation, Act act) {}

    /** One for each physician and quarter: a later one replaces the number of days and the reason. */
    void grant(Granted granted);

    /** Of all territories: the quota counts a physician's duties wherever they are. */
    List<Granted> in(Quarter quarter);
}
