package fr.appui.planning;

import java.util.List;

/** What a search for the least change answers. */
public sealed interface Repair {

    int MOST_ALTERNATIVES = 5;

    /**
     * @param alternatives the best first: fewest changes, then lowest cost
     * @param proved whether no repair changes fewer duties than the first alternative
     */
    record Proposed(List<Alternative> alternatives, boolean proved) implements Repair {
        public Proposed {
            alternatives = List.copyOf(alternatives);
        }
    }

    /** No change whatever makes the rota obey the hard rules. */
    record Impossible(Infeasibility why) implements Repair {}

    /** The limits were reached with neither a repair nor a proof that none exists. */
    record Undecided() implements Repair {}

    record Unavailable(String reason) implements Repair {}
}
