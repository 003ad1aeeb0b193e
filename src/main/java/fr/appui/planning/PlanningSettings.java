package fr.appui.planning;

import fr.appui.french.InvalidInput;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A territory's choices for its rotas.
 *
 * @param quota duty days per physician and civil quarter
 * @param maxConsecutiveDays no limit when empty (domain §4: off by default)
 * @param restDays free days after each run of duty before the next one; 0 for none
 * @param spacingWeeks within this many weeks a physician is best called once
 */
public record PlanningSettings(
        int quota,
        OptionalInt maxConsecutiveDays,
        int restDays,
        int spacingWeeks,
        BackUpPolicy backUp,
        Weights weights) {

    /** Two weeks per physician and quarter (doc 001 §4, enforced by domain §4). */
    public static final int RECOMMENDED_QUOTA = 14;

    private static final int DAYS_PER_WEEK = 7;

    /** The longest quarter: whoever may hold every day has no quota. */
    public static final int LARGEST_QUOTA = 92;

    public PlanningSettings {
        require("quota", quota, 1, LARGEST_QUOTA);
        require("nuits consécutives", maxConsecutiveDays.orElse(1), 1, 92);
        require("jours de repos", restDays, 0, 28);
        require("espacement en semaines", spacingWeeks, 1, 13);
    }

    public static PlanningSettings defaults() {
        return new PlanningSettings(
                RECOMMENDED_QUOTA, OptionalInt.empty(), 0, 4, BackUpPolicy.WHEN_PRIORITY_HELD, Weights.DEFAULT);
    }

    /** How many days on either side of the dates to cover matter to them: spacing, rest and runs of duty reach that far. */
    public int daysAround() {
        return IntStream.of(DAYS_PER_WEEK * spacingWeeks, restDays, maxConsecutiveDays.orElse(0))
                .max()
                .orElseThrow();
    }

    public PlanningSettings withQuota(int days) {
        return new PlanningSettings(days, maxConsecutiveDays, restDays, spacingWeeks, backUp, weights);
    }

    public PlanningSettings withRest(OptionalInt consecutive, int rest) {
        return new PlanningSettings(quota, consecutive, rest, spacingWeeks, backUp, weights);
    }

    public PlanningSettings withBackUp(BackUpPolicy policy) {
        return new PlanningSettings(quota, maxConsecutiveDays, restDays, spacingWeeks, policy, weights);
    }

    private static void require(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw new InvalidInput(field + " : " + value + " est hors limites ; choisir de " + least + " à " + most);
        }
    }
}
