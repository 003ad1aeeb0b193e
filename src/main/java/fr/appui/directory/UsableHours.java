package fr.appui.directory;

import fr.appui.french.InvalidInput;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;

/**
 * Hours of the week, in the territory's local time, such as those in which a physician may be rung on a number; past
 * midnight when {@code to} is not after {@code from}.
 *
 * @param days the days on which the hours begin
 */
public record UsableHours(Set<DayOfWeek> days, LocalTime from, LocalTime to) {

    public UsableHours {
        days = Set.copyOf(days);
        if (days.isEmpty()) {
            throw new InvalidInput("horaires : choisir au moins un jour, ou ne pas donner d’horaires");
        }
    }

    public static UsableHours everyDay(LocalTime from, LocalTime to) {
        return new UsableHours(Set.of(DayOfWeek.values()), from, to);
    }

    public boolean contain(LocalDateTime local) {
        LocalTime time = local.toLocalTime();
        boolean begunToday = !time.isBefore(from);
        if (from.isBefore(to)) {
            return begunToday && time.isBefore(to) && days.contains(local.getDayOfWeek());
        }
        return begunToday && days.contains(local.getDayOfWeek())
                || time.isBefore(to) && days.contains(local.getDayOfWeek().minus(1));
    }
}
