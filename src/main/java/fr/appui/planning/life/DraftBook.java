package fr.appui.planning.life;

import fr.appui.calendar.Quarter;
import fr.appui.directory.TerritoryCode;
import java.util.Optional;

public interface DraftBook {

    Optional<Draft> of(TerritoryCode territory, Quarter quarter);

    /** Replaces the draft of that territory and quarter. */
    void keep(Draft draft);

    void discard(TerritoryCode territory, Quarter quarter);
}
