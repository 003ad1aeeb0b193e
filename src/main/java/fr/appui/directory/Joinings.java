package fr.appui.directory;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Which lines are joined to which, planned ones included. Written by the act that joins them alone. */
public interface Joinings {

    /** By the territory that is joined to another. */
    Map<TerritoryCode, Joining> all();

    default Optional<Joining> of(TerritoryCode territory) {
        return Optional.ofNullable(all().get(territory));
    }

    /** Who answers for a territory on a date: itself, or the one that it was joined to by then. */
    default TerritoryCode answering(TerritoryCode territory, LocalDate date) {
        Map<TerritoryCode, Joining> known = all();
        TerritoryCode answers = territory;
        for (int step = 0; step < known.size(); step++) {
            Joining next = known.get(answers);
            if (next == null || date.isBefore(next.firstDay())) {
                return answers;
            }
            answers = next.into();
        }
        return answers;
    }

    void save(Joining joining);

    void remove(TerritoryCode territory);
}
