package fr.appui.web.wishes;

import fr.appui.calendar.PublicHoliday;
import fr.appui.calendar.PublicHolidays;
import fr.appui.directory.HolidayZone;
import fr.appui.directory.Physician;
import fr.appui.directory.Territory;
import fr.appui.planning.MarkedWishes;
import fr.appui.planning.Wishes;
import fr.appui.web.duties.OwnDuties;
import fr.appui.web.page.MonthGrid;
import fr.appui.web.request.OwnPhysician;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lays a physician's wishes out by month, with the duties they hold and the holidays of where they practise. */
@ApplicationScoped
class WishMonths {

    private static final int MONTHS_AHEAD = 18;

    private final OwnPhysician own;
    private final OwnDuties duties;
    private final Clock clock;

    WishMonths(OwnPhysician own, OwnDuties duties, Clock clock) {
        this.own = own;
        this.duties = duties;
        this.clock = clock;
    }

    WishMonth of(YearMonth month, Physician physician, Wishes wishes) {
        Map<LocalDate, List<OwnDuties.Own>> held =
                duties.of(physician).stream().collect(Collectors.groupingBy(OwnDuties.Own::date));
        HolidayZone zone = own.territories(physician).stream()
                .map(Territory::holidayZone)
                .findFirst()
                .orElse(HolidayZone.METROPOLE);
        Map<LocalDate, PublicHoliday> holidays = PublicHolidays.of(zone, month.getYear()).stream()
                .collect(Collectors.toMap(PublicHoliday::date, Function.identity()));
        LocalDate today = today(physician);
        Function<LocalDate, WishMonth.Day> day = date -> new WishMonth.Day(
                date,
                MarkedWishes.on(date, wishes),
                MarkedWishes.isRecurring(date, wishes),
                held.getOrDefault(date, List.of()).stream()
                        .map(OwnDuties.Own::code)
                        .findFirst()
                        .orElse(""),
                date.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue() || holidays.containsKey(date),
                Optional.ofNullable(holidays.get(date)).map(PublicHoliday::name).orElse(""),
                date.isBefore(today));
        YearMonth first = YearMonth.from(today);
        return new WishMonth(
                month,
                MonthGrid.weeks(month, day),
                Optional.of(month.minusMonths(1)).filter(before -> !before.isBefore(first)),
                Optional.of(month.plusMonths(1)).filter(after -> !after.isAfter(first.plusMonths(MONTHS_AHEAD))));
    }

    /** The month asked for, within what may be asked; this one when it is not readable. */
    YearMonth asked(String asked) {
        YearMonth first = YearMonth.from(today(own.get()));
        return MonthGrid.asked(asked, first, first.plusMonths(MONTHS_AHEAD), first);
    }

    private LocalDate today(Physician physician) {
        return clock.instant().atZone(own.zone(physician)).toLocalDate();
    }
}
