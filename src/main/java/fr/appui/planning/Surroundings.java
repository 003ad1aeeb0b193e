package fr.appui.planning;

import java.util.ArrayList;
import java.util.List;

/**
 * What a rota must reckon with beyond its own dates and volunteers.
 *
 * @param held duties already held elsewhere, or here outside the dates to cover: at least the civil quarter's, and the
 *     weeks on either side that spacing and rest look at
 * @param history earlier quarters; those before the previous four are ignored
 * @param kept duties already decided inside the dates to cover
 */
public record Surroundings(
        List<Derogation> derogations, List<HeldDuty> held, List<PastShare> history, Assignment kept) {

    public static final Surroundings NONE = new Surroundings(List.of(), List.of(), List.of(), Assignment.EMPTY);

    public Surroundings {
        derogations = List.copyOf(derogations);
        held = List.copyOf(held);
        history = List.copyOf(history);
    }

    public Surroundings keeping(Assignment duties) {
        return new Surroundings(derogations, held, history, duties);
    }

    public Surroundings remembering(List<PastShare> shares) {
        return new Surroundings(derogations, held, shares, kept);
    }

    public Surroundings holding(List<HeldDuty> duties) {
        return new Surroundings(derogations, duties, history, kept);
    }

    public Surroundings holdingAlso(HeldDuty duty) {
        var all = new ArrayList<>(held);
        all.add(duty);
        return holding(all);
    }

    public Surroundings derogating(List<Derogation> others) {
        return new Surroundings(others, held, history, kept);
    }
}
