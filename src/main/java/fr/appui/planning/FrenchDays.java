package fr.appui.planning;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Dates and lists as a French sentence says them. */
public final class FrenchDays {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM", Locale.FRENCH);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", Locale.FRENCH);

    private static final int MOST_NAMES = 10;

    private FrenchDays() {}

    /** {@code le lundi 3 août}. */
    public static String on(LocalDate date) {
        return "le " + WEEKDAY.format(date) + " " + dayAndMonth(date);
    }

    /** {@code le 3 août}, {@code du 3 au 9 août}, {@code du 28 juillet au 3 août et le 12 août}; runs are joined. */
    public static String of(Collection<LocalDate> dates) {
        return join(runs(dates).stream().map(FrenchDays::of).toList());
    }

    public static String of(DateRange range) {
        LocalDate from = range.from();
        LocalDate to = range.to();
        if (from.equals(to)) {
            return "le " + dayAndMonth(from);
        }
        boolean sameYear = from.getYear() == to.getYear();
        boolean sameMonth = sameYear && from.getMonth() == to.getMonth();
        String start = sameMonth ? day(from) : sameYear ? dayAndMonth(from) : dayAndMonth(from) + " " + from.getYear();
        return "du " + start + " au " + dayAndMonth(to) + (sameYear ? "" : " " + to.getYear());
    }

    /** The dates as the fewest ranges, in order. */
    public static List<DateRange> runs(Collection<LocalDate> dates) {
        var runs = new ArrayList<DateRange>();
        for (LocalDate date : new TreeSet<>(dates)) {
            if (!runs.isEmpty() && runs.getLast().to().plusDays(1).equals(date)) {
                runs.set(runs.size() - 1, new DateRange(runs.getLast().from(), date));
            } else {
                runs.add(DateRange.on(date));
            }
        }
        return runs;
    }

    /** {@code a, b et c}. */
    public static String join(List<String> parts) {
        return parts.size() < 2
                ? String.join("", parts)
                : String.join(", ", parts.subList(0, parts.size() - 1)) + " et " + parts.getLast();
    }

    /** {@code Dr A, Dr B et Dr C}; beyond what a sentence bears, the first ones {@code et 30 autres}. */
    public static String people(List<String> names) {
        if (names.size() <= MOST_NAMES) {
            return join(names);
        }
        return String.join(", ", names.subList(0, MOST_NAMES - 1)) + " et " + (names.size() - MOST_NAMES + 1)
                + " autres";
    }

    /** {@code 0 jour}, {@code 1 jour}, {@code 3 jours}. */
    public static String days(int count) {
        return counted(count, "jour", "jours");
    }

    /** {@code 0 médecin}, {@code 1 médecin}, {@code 2 médecins}: French is singular below two. */
    public static String counted(int count, String one, String many) {
        return count + " " + agreed(count, one, many);
    }

    public static String agreed(int count, String one, String many) {
        return count < 2 ? one : many;
    }

    private static String dayAndMonth(LocalDate date) {
        return day(date) + " " + MONTH.format(date);
    }

    private static String day(LocalDate date) {
        return date.getDayOfMonth() == 1 ? "1er" : String.valueOf(date.getDayOfMonth());
    }
}
