package fr.appui.planning;

import fr.appui.french.InvalidInput;
import java.util.stream.IntStream;

/**
 * What each soft rule costs per unit of its own, all positive. The defaults were chosen on years of eight physicians: a week
 * is split for one step of unfairness between holidays, for two between week-ends, for a whole week of load.
 */
public record Weights(
        int wholeWeeks,
        int spacing,
        int load,
        int weekEnds,
        int holidays,
        int specialDays,
        int preferences,
        BackUp backUp) {

    /** @param missing per date left without the back-up wanted */
    public record BackUp(int missing, int sameEstablishment, int handOver, int share) {}

    public static final Weights DEFAULT = new Weights(12, 3, 2, 7, 14, 16, 1, new BackUp(50, 6, 8, 1));

    public Weights {
        boolean positive = IntStream.of(wholeWeeks, spacing, load, weekEnds, holidays, specialDays, preferences)
                .allMatch(weight -> weight > 0 && weight <= 1_000);
        if (!positive) {
            throw new InvalidInput("poids des règles : choisir des entiers de 1 à 1000");
        }
    }
}
