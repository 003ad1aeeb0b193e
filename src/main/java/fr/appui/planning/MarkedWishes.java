package fr.appui.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A physician's wishes as marks on the days of a calendar: a pure change of one value into another. */
public final class MarkedWishes {

    private static final int A_LITTLE = 1;
    private static final int A_LOT = 3;

    private MarkedWishes() {}

    /** What a day may be marked with. */
    public enum Mark {
        AWAY("Indisponible", "×"),
        AVOID("Plutôt pas", "−"),
        PREFER("De préférence", "+"),
        PRIORITY("Astreinte prioritaire ailleurs", "!"),
        NONE("Effacer", "");

        private final String label;
        private final String sign;

        Mark(String label, String sign) {
            this.label = label;
            this.sign = sign;
        }

        /** What tells marks apart without colour. */
        public String sign() {
            return sign;
        }

        public String label() {
            return label;
        }
    }

    /** The weightiest of what is said of a day; a recurring absence counts as an absence. */
    public static Mark on(LocalDate date, Wishes wishes) {
        if (wishes.unavailableOn(date)) {
            return Mark.AWAY;
        }
        if (wishes.priorityAstreintes().contains(date)) {
            return Mark.PRIORITY;
        }
        int dislike = wishes.dislikeOf(date);
        return dislike > 0 ? Mark.AVOID : dislike < 0 ? Mark.PREFER : Mark.NONE;
    }

    /** Whether a day is marked away only by a recurring absence, which no mark on the day undoes. */
    public static boolean isRecurring(LocalDate date, Wishes wishes) {
        return recurring(wishes).stream().anyMatch(every -> every.covers(date));
    }

    /** One mark a day: it replaces the others. Recurring absences stay. */
    public static Wishes marked(Wishes wishes, DateRange dates, Mark mark) {
        Set<LocalDate> days = dates.dates().collect(Collectors.toSet());
        Set<LocalDate> away = away(wishes);
        Map<LocalDate, Integer> dislikes = dislikes(wishes);
        Set<LocalDate> priority = new HashSet<>(wishes.priorityAstreintes());
        away.removeAll(days);
        dislikes.keySet().removeAll(days);
        priority.removeAll(days);
        switch (mark) {
            case AWAY -> away.addAll(days);
            case PRIORITY -> priority.addAll(days);
            case AVOID -> days.forEach(day -> dislikes.put(day, A_LITTLE));
            case PREFER -> days.forEach(day -> dislikes.put(day, -A_LITTLE));
            case NONE -> {}
        }
        return wishes.unavailable(unavailabilities(away, recurring(wishes)))
                .preferring(preferences(dislikes))
                .holdingPriorityAstreintes(priority);
    }

    public static Wishes every(Wishes wishes, Unavailability.Every added) {
        List<Unavailability.Every> all = Stream.concat(recurring(wishes).stream(), Stream.of(added))
                .distinct()
                .toList();
        return wishes.unavailable(unavailabilities(away(wishes), all));
    }

    /** @param index as in {@link #recurring}; one that is not there changes nothing */
    public static Wishes withoutRecurring(Wishes wishes, int index) {
        List<Unavailability.Every> all = recurring(wishes);
        return wishes.unavailable(unavailabilities(
                away(wishes),
                IntStream.range(0, all.size())
                        .filter(i -> i != index)
                        .mapToObj(all::get)
                        .toList()));
    }

    public static List<Unavailability.Every> recurring(Wishes wishes) {
        return wishes.unavailabilities().stream()
                .filter(Unavailability.Every.class::isInstance)
                .map(Unavailability.Every.class::cast)
                .toList();
    }

    private static Set<LocalDate> away(Wishes wishes) {
        Set<LocalDate> away = new HashSet<>();
        for (Unavailability one : wishes.unavailabilities()) {
            switch (one) {
                case Unavailability.During during -> during.dates().dates().forEach(away::add);
                case Unavailability.Every every -> {}
            }
        }
        return away;
    }

    /** What overlapping wishes say of each day together, at most a lot. */
    private static Map<LocalDate, Integer> dislikes(Wishes wishes) {
        Map<LocalDate, Integer> dislikes = new TreeMap<>();
        wishes.preferences().stream()
                .flatMap(preference -> preference.dates().dates())
                .forEach(date -> dislikes.put(date, Math.clamp(wishes.dislikeOf(date), -A_LOT, A_LOT)));
        dislikes.values().removeIf(dislike -> dislike == 0);
        return dislikes;
    }

    private static List<Unavailability> unavailabilities(
            Collection<LocalDate> away, List<Unavailability.Every> recurring) {
        return Stream.concat(
                        FrenchDays.runs(away).stream().map(Unavailability.During::new),
                        recurring.stream().map(Unavailability.class::cast))
                .toList();
    }

    private static List<Preference> preferences(Map<LocalDate, Integer> dislikes) {
        List<Preference> preferences = new ArrayList<>();
        Map<Integer, List<LocalDate>> byDislike = dislikes.keySet().stream()
                .collect(Collectors.groupingBy(dislikes::get, TreeMap::new, Collectors.toList()));
        byDislike.forEach((dislike, days) -> FrenchDays.runs(days)
                .forEach(run -> preferences.add(new Preference(
                        run, dislike > 0 ? Preference.Liking.AVOID : Preference.Liking.PREFER, Math.abs(dislike)))));
        return preferences;
    }
}
