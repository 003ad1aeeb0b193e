package fr.appui.calendar;

import fr.appui.directory.HolidayZone;
import fr.appui.french.FrenchDate;
import fr.appui.french.FrenchTime;
import fr.appui.french.InvalidInput;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A territory's windows for any date: its agreed perimeters, its public holidays, its time zone. The unit is the duty day,
 * one window for one local date (domain §3), so a change of perimeter in mid-quarter simply applies from its first date.
 */
public final class DutyCalendar {

    public static final int LONGEST_RANGE_DAYS = 40 * 366;
    private static final int DAYS_LOOKED_AHEAD = 31;

    private final ZoneId zone;
    private final HolidayZone holidays;
    private final List<Perimeter> versions;
    private final TreeMap<LocalDate, Perimeter> inForce = new TreeMap<>();

    /** @param versions in any order; those that the ARS has not agreed are kept for {@link #versions()} and never apply */
    public DutyCalendar(ZoneId zone, HolidayZone holidays, List<Perimeter> versions) {
        this.zone = zone;
        this.holidays = holidays;
        this.versions = versions.stream()
                .sorted(Comparator.comparing(Perimeter::inForceFrom))
                .toList();
        this.versions.stream().filter(Perimeter::isAgreed).forEach(this::putInForce);
    }

    public ZoneId zone() {
        return zone;
    }

    public HolidayZone holidays() {
        return holidays;
    }

    /** Announced and agreed, by date of entry into force. */
    public List<Perimeter> versions() {
        return versions;
    }

    /** The agreed version that gives this date's duty its hours. */
    public Optional<Perimeter> perimeterOn(LocalDate date) {
        return Optional.ofNullable(inForce.floorEntry(date))
                .map(Entry::getValue)
                .filter(perimeter -> perimeter.lastsUntil(date));
    }

    /**
     * The versions with what is promised ended on this date: the one in force then bears the end, and those that still wait for
     * the ARS. One that was replaced before keeps none, and none ends where there is no date.
     */
    public List<Perimeter> ending(Optional<LocalDate> lastDay) {
        Optional<LocalDate> inForceThen = lastDay.flatMap(last -> Optional.ofNullable(inForce.floorKey(last)));
        return versions.stream()
                .map(version -> version.ending(lastDay.filter(last -> version.isAgreed()
                        ? inForceThen.filter(version.inForceFrom()::equals).isPresent()
                        : !version.inForceFrom().isAfter(last))))
                .toList();
    }

    public DayKind kindOf(LocalDate date) {
        DayOfWeek day = date.getDayOfWeek();
        return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY || PublicHolidays.isHoliday(holidays, date)
                ? DayKind.NON_WORKING
                : DayKind.WORKING;
    }

    /** This date's duty; empty before the first agreed perimeter. */
    public Optional<DutyWindow> window(LocalDate date) {
        return perimeterOn(date).flatMap(perimeter -> {
            Instant start = startOf(date, perimeter);
            Instant end = endOf(date, perimeter);
            return start.isBefore(end)
                    ? Optional.of(new DutyWindow(date, start, end, perimeter.kind(), kindOf(date)))
                    : Optional.empty();
        });
    }

    /** The windows of these dates, both included, in order. */
    public List<DutyWindow> windows(LocalDate from, LocalDate to) {
        if (to.isBefore(from) || from.plusDays(LONGEST_RANGE_DAYS).isBefore(to)) {
            throw new InvalidInput("période : du " + FrenchDate.of(from) + " au " + FrenchDate.of(to)
                    + " n’est pas valable ; la fin doit suivre le début, de 40 ans au plus");
        }
        var windows = new ArrayList<DutyWindow>();
        from.datesUntil(to.plusDays(1)).forEach(date -> window(date).ifPresent(windows::add));
        return windows;
    }

    /** Whether any of these dates, both included, has a duty. */
    public boolean promises(LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1)).anyMatch(date -> window(date).isPresent());
    }

    public Opening openingAt(Instant t) {
        LocalDate today = LocalDate.ofInstant(t, zone);
        for (LocalDate date : List.of(today.minusDays(1), today)) {
            Optional<DutyWindow> open = window(date).filter(window -> window.contains(t));
            if (open.isPresent()) {
                return new Opening.Open(open.get(), closingAfter(open.get()));
            }
        }
        return new Opening.Closed(nextAfter(t));
    }

    /** The first window that starts after {@code t}. */
    public Optional<DutyWindow> nextAfter(Instant t) {
        LocalDate today = LocalDate.ofInstant(t, zone);
        LocalDate first = inForce.isEmpty() || !inForce.firstKey().isAfter(today) ? today : inForce.firstKey();
        if (first.getYear() >= PublicHolidays.LAST_YEAR) {
            return Optional.empty();
        }
        return first.datesUntil(first.plusDays(DAYS_LOOKED_AHEAD))
                .flatMap(date -> window(date).stream())
                .filter(window -> window.start().isAfter(t))
                .findFirst();
    }

    private Optional<Instant> closingAfter(DutyWindow open) {
        DutyWindow last = open;
        for (int day = 0; day < DAYS_LOOKED_AHEAD; day++) {
            Optional<DutyWindow> next = window(last.date().plusDays(1));
            if (next.isEmpty() || next.get().start().isAfter(last.end())) {
                return Optional.of(last.end());
            }
            last = next.get();
        }
        return Optional.empty();
    }

    private Instant startOf(LocalDate date, Perimeter perimeter) {
        return LocalMoment.start(date.atTime(perimeter.hours().start(kindOf(date))), zone);
    }

    /**
     * Where the end falls in a repeated hour it is the later of the two instants, and the next window's start the earlier:
     * both would be on duty in between. The seam is therefore the next start, which leaves neither overlap nor hole.
     */
    private Instant endOf(LocalDate date, Perimeter perimeter) {
        LocalDate next = date.plusDays(1);
        LocalDateTime local = (perimeter.hours().endsNextDay() ? next : date)
                .atTime(perimeter.hours().end());
        Instant end = LocalMoment.end(local, zone);
        @Nullable Perimeter following = perimeterOn(next).orElse(null);
        if (following == null) {
            return end;
        }
        Instant seam = startOf(next, following);
        return seam.isBefore(end) ? seam : end;
    }

    private void putInForce(Perimeter perimeter) {
        LocalDate from = perimeter.inForceFrom();
        if (inForce.containsKey(from)) {
            throw new InvalidInput("périmètre : deux versions agréées entrent en vigueur le " + FrenchDate.of(from)
                    + " ; en retirer une");
        }
        Entry<LocalDate, Perimeter> previous = inForce.lowerEntry(from);
        if (previous != null && overlaps(previous.getValue(), perimeter, kindOf(from))) {
            throw new InvalidInput("périmètre en vigueur le " + FrenchDate.of(from)
                    + " : sa première plage chevaucherait celle de la veille, qui se termine à "
                    + FrenchTime.of(previous.getValue().hours().end()));
        }
        inForce.put(from, perimeter);
    }

    private static boolean overlaps(Perimeter before, Perimeter after, DayKind firstDay) {
        return before.hours().endsNextDay()
                && after.hours().start(firstDay).isBefore(before.hours().end());
    }

    /**
     * Where both perimeters promise the night and the first day of the second is non-working, its duty begins when that of the
     * day before ends: the hours in between would be promised and held by nobody.
     *
     * @throws InvalidInput where a version that begins on this date, or the one after it, leaves such a hole
     */
    public void requireNoHoleAround(LocalDate from) {
        Optional.ofNullable(inForce.floorEntry(from)).ifPresent(this::requireNoHoleBefore);
        Optional.ofNullable(inForce.higherEntry(from)).ifPresent(this::requireNoHoleBefore);
    }

    private void requireNoHoleBefore(Entry<LocalDate, Perimeter> version) {
        LocalDate from = version.getKey();
        @Nullable Entry<LocalDate, Perimeter> previous = inForce.lowerEntry(from);
        if (previous == null || kindOf(from) == DayKind.WORKING) {
            return;
        }
        PerimeterHours before = previous.getValue().hours();
        PerimeterHours after = version.getValue().hours();
        if (before.endsNextDay() && after.endsNextDay() && before.end().isBefore(after.nonWorkingStart())) {
            throw new InvalidInput("périmètre en vigueur le " + FrenchDate.of(from)
                    + " : personne ne serait d’astreinte ce jour-là de " + FrenchTime.of(before.end())
                    + " à " + FrenchTime.of(after.nonWorkingStart()) + " ; choisir pour premier jour un jour ouvré");
        }
    }
}
