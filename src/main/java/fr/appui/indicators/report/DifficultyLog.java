package fr.appui.indicators.report;

import fr.appui.directory.TerritoryCode;
import java.time.Instant;
import java.util.List;

/** The log of difficulties for the ARS. */
public interface DifficultyLog {

    /** By date. */
    List<Difficulty> of(TerritoryCode territory, int year);

    /** @param difficulty its id is ignored @return the entry with its id */
    Difficulty add(Difficulty difficulty);

    /** Writes what was done about an entry. @return false when the territory has no such entry */
    boolean answer(TerritoryCode territory, long id, String answer);

    /** Writes what the ARS answered. @return false when the territory has no such entry */
    boolean answerOfTheArs(TerritoryCode territory, long id, String answer);

    /** Those of which the ARS was not told yet, the oldest first; those noted before it was told of any are not among them. */
    List<Difficulty> toTell(int most);

    void told(long id, Instant at);
}
