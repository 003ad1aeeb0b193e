package fr.appui.planning.life;

import fr.appui.calendar.Quarter;
import fr.appui.directory.TerritoryCode;
import java.util.List;
import java.util.Optional;

public interface DraftBook {

    Optional<Draft> of(TerritoryCode territory, Quarter quarter);

    /** Replaces the draft of that territory and quarter. */
    void keep(Draft draft);

    void discard(TerritoryCode territory, Quarter quarter);

    /** A draft put aside, to be compared with others. @param name never empty */
    record Aside(String name, Draft draft) {}

    /** By name. */
    List<Aside> aside(TerritoryCode territory, Quarter quarter);

    /** Replaces the one of that name. */
    void putAside(Draft draft, String name);

    /** @return whether there was one */
    boolean dropAside(TerritoryCode territory, Quarter quarter, String name);
}
