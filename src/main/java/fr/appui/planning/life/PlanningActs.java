package fr.appui.planning.life;

import fr.appui.directory.TerritoryCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The history of planning. Only ever added to: the database refuses the rest. */
public interface PlanningActs {

    /**
     * Which acts.
     *
     * @param words whoever did it, by login, or is named in what was done; blank for all
     * @param authors logins of whom these words name
     * @param before exclusive
     */
    record Asked(String words, List<String> authors, Optional<Instant> from, Optional<Instant> before) {

        public static final Asked ALL = new Asked("", List.of(), Optional.empty(), Optional.empty());
    }

    void record(PlanningAct act);

    /** Newest first. */
    List<PlanningAct> page(TerritoryCode territory, Asked asked, int page, int size);

    long total(TerritoryCode territory, Asked asked);

    /** Logins of all who did something there. */
    List<String> authors(TerritoryCode territory);
}
