package fr.appui.planning;

import fr.appui.french.InvalidInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What one volunteer asks for.
 *
 * @param maxDutyDays the most duty days they take in a civil quarter, below the quota
 * @param priorityAstreintes dates on which they hold an HAD or USP astreinte, which keeps priority (doc 001 §2)
 * @param accepted dates they agreed to in person (a swap, a replacement): their other wishes no longer stand against them
 */
public record Wishes(
        List<Unavailability> unavailabilities,
        List<Preference> preferences,
        Willingness willingness,
        OptionalInt maxDutyDays,
        Set<LocalDate> priorityAstreintes,
        Set<LocalDate> accepted) {

    public Wishes {
        unavailabilities = List.copyOf(unavailabilities);
        preferences = List.copyOf(preferences);
        priorityAstreintes = Set.copyOf(priorityAstreintes);
        accepted = Set.copyOf(accepted);
        if (maxDutyDays.isPresent() && maxDutyDays.getAsInt() < 0) {
            throw new InvalidInput("nombre maximal de jours d’astreinte : il ne peut pas être négatif");
        }
    }

    public static Wishes none() {
        return new Wishes(List.of(), List.of(), Willingness.PARTS_OF_WEEKS, OptionalInt.empty(), Set.of(), Set.of());
    }

    public Wishes unavailable(List<Unavailability> others) {
        return new Wishes(others, preferences, willingness, maxDutyDays, priorityAstreintes, accepted);
    }

    public Wishes preferring(List<Preference> others) {
        return new Wishes(unavailabilities, others, willingness, maxDutyDays, priorityAstreintes, accepted);
    }

    public Wishes willing(Willingness other) {
        return new Wishes(unavailabilities, preferences, other, maxDutyDays, priorityAstreintes, accepted);
    }

    /** @param days empty for no maximum of their own */
    public Wishes within(OptionalInt days) {
        return new Wishes(unavailabilities, preferences, willingness, days, priorityAstreintes, accepted);
    }

    public Wishes atMost(int days) {
        return new Wishes(
                unavailabilities, preferences, willingness, OptionalInt.of(days), priorityAstreintes, accepted);
    }

    public Wishes withoutMaximum() {
        return new Wishes(
                unavailabilities, preferences, willingness, OptionalInt.empty(), priorityAstreintes, accepted);
    }

    public Wishes holdingPriorityAstreintes(Set<LocalDate> dates) {
        return new Wishes(unavailabilities, preferences, willingness, maxDutyDays, dates, accepted);
    }

    public Wishes accepting(Set<LocalDate> dates) {
        return new Wishes(unavailabilities, preferences, willingness, maxDutyDays, priorityAstreintes, dates);
    }

    /** Unavailable on dates they may have accepted before. */
    public Wishes givingUp(Set<LocalDate> dates) {
        var absences = new ArrayList<>(unavailabilities);
        dates.stream()
                .sorted()
                .map(DateRange::on)
                .map(Unavailability.During::new)
                .forEach(absences::add);
        var stillAccepted = new HashSet<>(accepted);
        stillAccepted.removeAll(dates);
        return unavailable(absences).accepting(stillAccepted);
    }

    /** Available after all on dates they had declared themselves away. @param all the dates that matter */
    public Wishes returning(Set<LocalDate> dates, List<LocalDate> all) {
        return unavailable(all.stream()
                .filter(date -> unavailableOn(date) && !dates.contains(date))
                .map(DateRange::on)
                .<Unavailability>map(Unavailability.During::new)
                .toList());
    }

    public boolean unavailableOn(LocalDate date) {
        return unavailabilities.stream().anyMatch(one -> one.covers(date));
    }

    /** What holding this date costs (positive: avoided) or brings (negative: preferred). */
    public int dislikeOf(LocalDate date) {
        return preferences.stream()
                .filter(preference -> preference.dates().contains(date))
                .mapToInt(preference ->
                        preference.liking() == Preference.Liking.AVOID ? preference.weight() : -preference.weight())
                .sum();
    }
}
