package fr.appui.directory;

import fr.appui.french.InvalidInput;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Set;
import java.util.stream.Stream;

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

    /** Every moment of these days at which {@link #contain} may answer otherwise than just before, by the clock of a zone; in no order. */
    public Stream<Instant> changes(LocalDate first, LocalDate last, ZoneId zone) {
        return first.datesUntil(last.plusDays(1))
                .flatMap(date -> Stream.of(date.atTime(from), date.atTime(to), date.atStartOfDay()))
                .flatMap(local -> momentsOf(local, zone));
    }

    /**
     * When a clock on the wall comes to this time or leaps over it, and, on the night that has it twice, when it leaps back: hours hold
     * by that clock.
     */
    private static Stream<Instant> momentsOf(LocalDateTime local, ZoneId zone) {
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return change == null
                ? Stream.of(local.atZone(zone).toInstant())
                : Stream.concat(
                        zone.getRules().getValidOffsets(local).stream().map(local::toInstant),
                        Stream.of(change.getInstant()));
    }
}
