package fr.appui.planning.life;

import fr.appui.calendar.Quarter;
import fr.appui.directory.Reach;
import fr.appui.directory.TerritoryCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

public interface DraftBook {

    Optional<Draft> of(TerritoryCode territory, Quarter quarter);

    /** Those of these quarters there, read at once. */
    List<Draft> of(Reach within, List<Quarter> quarters);

    /** Replaces the draft of that territory and quarter. */
    void keep(Draft draft);

    /** Rises with each change, by the clock; 0 without a draft. */
    long revision(TerritoryCode territory, Quarter quarter);

    /** The dates whose duty, or its being fixed, changed after this revision. */
    Set<LocalDate> changedSince(TerritoryCode territory, Quarter quarter, long revision);

    void discard(TerritoryCode territory, Quarter quarter);

    /** Under this name the draft as it was before its last change, so that one click takes nothing away for good. */
    String BEFORE = "Avant le dernier changement";

    /** Under this name the draft that was given up last. */
    String GIVEN_UP = "Abandonné";

    /** A draft put aside, to be compared with others. @param name never empty */
    record Aside(String name, Draft draft) {}

    /** By name. */
    List<Aside> aside(TerritoryCode territory, Quarter quarter);

    /** Replaces the one of that name. */
    void putAside(Draft draft, String name);

    /** @return whether there was one */
    boolean dropAside(TerritoryCode territory, Quarter quarter, String name);
}
