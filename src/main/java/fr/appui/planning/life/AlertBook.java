package fr.appui.planning.life;

import fr.appui.directory.Reach;
import fr.appui.directory.TerritoryCode;
import java.time.Instant;
import java.util.List;

public interface AlertBook {

    /**
     * Makes what stands exactly {@code seen}, in the words of this time.
     *
     * @return those that are new, or back: each must be told once
     */
    List<Alert> reconcile(TerritoryCode territory, List<Alert> seen, Instant now);

    /** Those that stand, oldest first. */
    List<Alert.Raised> standing(TerritoryCode territory, int page, int size);

    /** Of all of them there, oldest first, read at once. */
    List<Alert.Raised> standing(Reach within);

    long total(TerritoryCode territory);
}
