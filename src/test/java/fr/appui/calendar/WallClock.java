package fr.appui.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/**
 * What a poster on the wall says, written without any of the calendar's code: from the local date and the minute of the day
 * alone, is somebody promised? Easter is computed, not read; holidays are the law's list.
 */
final class WallClock {

    enum Promise {
        CORE_18,
        EXTENDED_18,
        EXTENDED_18_30,
        SEINE_ET_MARNE
    }

    private static final Set<MonthDay> EVERYWHERE = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(5, 1),
            MonthDay.of(5, 8),
            MonthDay.of(7, 14),
            MonthDay.of(8, 15),
            MonthDay.of(11, 1),
            MonthDay.of(11, 11),
            MonthDay.of(12, 25));

    private final Promise promise;
    private final BitSet nonWorking = new BitSet();

    WallClock(Promise promise, Set<MonthDay> localHolidays, boolean goodFriday) {
        this.promise = promise;
        for (int year = 2004; year <= 2036; year++) {
            Set<LocalDate> holidays = holidays(year, localHolidays, goodFriday);
            LocalDate.of(year, 1, 1)
                    .datesUntil(LocalDate.of(year + 1, 1, 1))
                    .filter(date -> isWeekEnd(date) || holidays.contains(date))
                    .forEach(date -> nonWorking.set((int) date.toEpochDay()));
        }
    }

    boolean isNonWorking(LocalDate date) {
        return nonWorking.get((int) date.toEpochDay());
    }

    /** @param minute of the local day, as a clock on the wall shows it */
    boolean promisesSomebody(int epochDay, int minute) {
        boolean dayOff = nonWorking.get(epochDay);
        return switch (promise) {
            case CORE_18 -> minute >= (dayOff ? 8 * 60 + 30 : 18 * 60) && minute < 22 * 60;
            case SEINE_ET_MARNE -> minute >= (dayOff ? 8 * 60 + 30 : 18 * 60 + 30) && minute < 22 * 60 + 30;
            case EXTENDED_18 -> dayOff || minute < 8 * 60 + 30 || minute >= 18 * 60;
            case EXTENDED_18_30 -> dayOff || minute < 8 * 60 + 30 || minute >= 18 * 60 + 30;
        };
    }

    /** Whit Monday is one every year: from 2005 to 2007 it was worked in many places, and a public holiday all the same. */
    private static Set<LocalDate> holidays(int year, Set<MonthDay> local, boolean goodFriday) {
        var days = new HashSet<LocalDate>();
        EVERYWHERE.forEach(day -> days.add(day.atYear(year)));
        local.forEach(day -> days.add(day.atYear(year)));
        LocalDate easter = easter(year);
        days.add(easter.plusDays(1));
        days.add(easter.plusDays(39));
        days.add(easter.plusDays(50));
        if (goodFriday) {
            days.add(easter.minusDays(2));
        }
        return days;
    }

    /** Meeus, Jones and Butcher's algorithm for the Gregorian calendar. */
    private static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int g = (8 * b + 13) / 25;
        int h = (19 * a + b - b / 4 - g + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }

    private static boolean isWeekEnd(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
