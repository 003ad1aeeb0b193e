package fr.appui.planning;

import fr.appui.calendar.DayKind;
import fr.appui.calendar.DutyWindow;
import fr.appui.calendar.PerimeterKind;
import fr.appui.calendar.PublicHolidays;
import fr.appui.calendar.Quarter;
import fr.appui.directory.Finess;
import fr.appui.directory.HolidayZone;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Problems for tests: volunteers Dr A, Dr B… over real dates and public holidays. */
public final class Team {

    public static final TerritoryCode OISE = new TerritoryCode("HDF-OISE");
    public static final TerritoryCode HAINAUT = new TerritoryCode("HDF-HAINAUT");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final List<Finess> ESTABLISHMENTS =
            List.of(new Finess("600100648"), new Finess("800000044"), new Finess("590000188"));

    private Team() {}

    /** @param letter A for Dr A */
    public static PhysicianId dr(char letter) {
        return new PhysicianId(new UUID(0, letter));
    }

    public static Volunteer volunteer(char letter) {
        return new Volunteer(
                dr(letter), "Dr " + letter, ESTABLISHMENTS.get((letter - 'A') % 3), List.of(), Wishes.none());
    }

    public static Volunteer volunteer(char letter, UnaryOperator<Wishes> wishes) {
        return volunteer(letter).with(wishes.apply(Wishes.none()));
    }

    public static List<Volunteer> volunteers(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> volunteer((char) ('A' + i)))
                .toList();
    }

    public static LocalDate date(String iso) {
        return LocalDate.parse(iso);
    }

    public static DateRange range(String from, String to) {
        return new DateRange(date(from), date(to));
    }

    /** An extended duty day. */
    public static DayToCover day(LocalDate date) {
        boolean holiday = PublicHolidays.isHoliday(HolidayZone.METROPOLE, date);
        boolean off = holiday || DayToCover.isWeekEnd(date);
        var window = new DutyWindow(
                date,
                date.atTime(off ? LocalTime.of(8, 30) : LocalTime.of(18, 0))
                        .atZone(PARIS)
                        .toInstant(),
                date.plusDays(1).atTime(8, 30).atZone(PARIS).toInstant(),
                PerimeterKind.EXTENDED,
                off ? DayKind.NON_WORKING : DayKind.WORKING);
        return new DayToCover(window, holiday);
    }

    public static RotaProblem problem(DateRange dates, List<Volunteer> volunteers) {
        return new RotaProblem(
                OISE,
                dates.dates().map(Team::day).toList(),
                volunteers,
                PlanningSettings.defaults(),
                Surroundings.NONE);
    }

    public static RotaProblem quarter(String quarter, List<Volunteer> volunteers) {
        Quarter civil = Quarter.parse(quarter);
        return problem(new DateRange(civil.first(), civil.last()), volunteers);
    }

    /** A volunteer with each date unavailable with this probability. */
    public static Volunteer withRandomAbsences(Volunteer volunteer, DateRange dates, double absent, Random random) {
        List<Unavailability> absences = dates.dates()
                .filter(date -> random.nextDouble() < absent)
                .map(date -> (Unavailability) new Unavailability.During(DateRange.on(date)))
                .toList();
        return volunteer.with(volunteer.wishes().unavailable(absences));
    }

    public static HeldDuty held(char letter, String date, TerritoryCode territory) {
        return new HeldDuty(dr(letter), day(date(date)), DutyRung.FIRST, territory);
    }

    /** One letter a date from the first, {@code .} for nobody, spaces ignored: {@code "AAAAABB BBBBBBB"}. */
    public static Assignment assign(String from, String letters) {
        return Assignment.ofFirst(holders(from, letters));
    }

    public static Map<LocalDate, PhysicianId> holders(String from, String letters) {
        String packed = letters.replace(" ", "");
        var holders = new TreeMap<LocalDate, PhysicianId>();
        for (int i = 0; i < packed.length(); i++) {
            if (packed.charAt(i) != '.') {
                holders.put(date(from).plusDays(i), dr(packed.charAt(i)));
            }
        }
        return holders;
    }
}
