package fr.appui.planning;

import java.util.Optional;
import java.util.stream.Stream;

/** What may be asked for, at whatever door; what was asked for before a rule came may always be made less. */
public final class WishRules {

    /** Absences, preferences and astreintes held elsewhere together; dates that follow one another are one. */
    public static final int MOST_PERIODS = 500;

    public static final int MOST_DUTY_DAYS = 92;
    public static final int LONGEST_PERIOD_DAYS = 800;

    private WishRules() {}

    /** @param field as in the API @param message in French, with the remedy */
    public record Refusal(String field, String message) {}

    /** @return why what is asked now may not replace what was asked before; empty when it may */
    public static Optional<Refusal> check(Wishes before, Wishes after) {
        if (periods(after) > MOST_PERIODS && periods(after) > periods(before)) {
            return Optional.of(new Refusal(
                    "unavailabilities",
                    "au plus " + MOST_PERIODS + " périodes ; en retirer ou réunir les dates qui se suivent"));
        }
        if (ranges(after).anyMatch(WishRules::isTooLong)) {
            return Optional.of(new Refusal("unavailabilities", "choisir des périodes de deux ans au plus"));
        }
        if (after.maxDutyDays().isPresent() && after.maxDutyDays().getAsInt() > MOST_DUTY_DAYS) {
            return Optional.of(new Refusal("maxDutyDays", "choisir de 0 à " + MOST_DUTY_DAYS + " jours"));
        }
        return Optional.empty();
    }

    private static int periods(Wishes wishes) {
        return wishes.unavailabilities().size()
                + wishes.preferences().size()
                + FrenchDays.runs(wishes.priorityAstreintes()).size();
    }

    private static Stream<DateRange> ranges(Wishes wishes) {
        return Stream.concat(
                wishes.unavailabilities().stream().map(WishRules::dates),
                wishes.preferences().stream().map(Preference::dates));
    }

    private static DateRange dates(Unavailability one) {
        return switch (one) {
            case Unavailability.During during -> during.dates();
            case Unavailability.Every every -> every.dates();
        };
    }

    /** Asked before a period is taken apart into its dates. */
    public static boolean isTooLong(DateRange range) {
        return range.from().plusDays(LONGEST_PERIOD_DAYS).isBefore(range.to());
    }
}
