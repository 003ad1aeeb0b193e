package fr.appui.directory.store;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import fr.appui.directory.UsableHours;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hours as three columns. */
final class HoursColumns {

    private HoursColumns() {}

    /** @param days digits of the ISO days of the week, Monday 1; null like the minutes when there are no hours */
    static Optional<UsableHours> read(@Nullable String days, @Nullable Integer fromMinute, @Nullable Integer toMinute) {
        if (days == null || fromMinute == null || toMinute == null) {
            return Optional.empty();
        }
        return Optional.of(new UsableHours(
                days.chars().mapToObj(day -> DayOfWeek.of(day - '0')).collect(toSet()),
                LocalTime.ofSecondOfDay(fromMinute * 60L),
                LocalTime.ofSecondOfDay(toMinute * 60L)));
    }

    static String daysOf(UsableHours hours) {
        return hours.days().stream()
                .sorted()
                .map(day -> Integer.toString(day.getValue()))
                .collect(joining());
    }

    static int minuteOf(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }
}
