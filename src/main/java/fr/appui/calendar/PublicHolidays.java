package fr.appui.calendar;

import static java.util.stream.Collectors.joining;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import fr.appui.directory.HolidayZone;
import fr.appui.french.InvalidInput;
import java.time.LocalDate;
import java.time.Year;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Public holidays by zone, from the maintained library. Only legal public holidays count: the Muslim feasts that the
 * library also knows for Mayotte, where custom keeps them, do not. Two holidays on one date (1 May 2008) are one day (domain §3).
 */
public final class PublicHolidays {

    public static final int FIRST_YEAR = 1950;
    public static final int LAST_YEAR = 2199;

    private static final String ISLAMIC = "islamic.";
    private static final String ASCENSION = "christian.ASCENSION_DAY";

    private record ZoneYear(HolidayZone zone, int year) {}

    private static final Map<ZoneYear, TreeMap<LocalDate, PublicHoliday>> KNOWN = new ConcurrentHashMap<>();

    private PublicHolidays() {}

    /** In date order. */
    public static List<PublicHoliday> of(HolidayZone zone, int year) {
        return List.copyOf(year(zone, year).values());
    }

    public static boolean isHoliday(HolidayZone zone, LocalDate date) {
        return year(zone, date.getYear()).containsKey(date);
    }

    private static TreeMap<LocalDate, PublicHoliday> year(HolidayZone zone, int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new InvalidInput(
                    "année : " + year + " est hors limites ; choisir entre " + FIRST_YEAR + " et " + LAST_YEAR);
        }
        return KNOWN.computeIfAbsent(new ZoneYear(zone, year), PublicHolidays::read);
    }

    private static TreeMap<LocalDate, PublicHoliday> read(ZoneYear wanted) {
        Source source = Source.of(wanted.zone());
        Set<Holiday> found = HolidayManager.getInstance(ManagerParameters.create(source.calendar()))
                .getHolidays(Year.of(wanted.year()), HolidayType.PUBLIC_HOLIDAY, source.subdivisions());
        var names = new TreeMap<LocalDate, Set<String>>();
        for (Holiday holiday : found) {
            if (!holiday.getPropertiesKey().startsWith(ISLAMIC)) {
                names.computeIfAbsent(holiday.getDate(), date -> new TreeSet<>())
                        .add(holiday.getDescription(Locale.FRENCH));
            }
        }
        found.stream()
                .filter(holiday -> holiday.getPropertiesKey().equals(ASCENSION))
                .map(ascension -> whitMonday(ascension.getDate()))
                .forEach(date -> names.putIfAbsent(date, Set.of("Lundi de Pentecôte")));
        return named(names);
    }

    /**
     * The library leaves it out from 2004 to 2007, about the years when it was the day of solidarity unless agreed otherwise: a
     * public holiday that was worked, and a public holiday all the same (Code du travail, L222-1 then, L3133-1 now).
     */
    private static LocalDate whitMonday(LocalDate ascension) {
        return ascension.plusDays(11);
    }

    private static TreeMap<LocalDate, PublicHoliday> named(Map<LocalDate, ? extends Collection<String>> names) {
        var holidays = new TreeMap<LocalDate, PublicHoliday>();
        names.forEach((date, all) ->
                holidays.put(date, new PublicHoliday(date, all.stream().collect(joining(" et ")))));
        return holidays;
    }

    /** Where the library keeps a zone. The three departments of Alsace-Moselle share one local law: one of them stands for all. */
    private record Source(String calendar, String... subdivisions) {

        static Source of(HolidayZone zone) {
            return switch (zone) {
                case METROPOLE -> new Source("fr");
                case ALSACE_MOSELLE -> new Source("fr", "67");
                case GUADELOUPE -> new Source("gp");
                case MARTINIQUE -> new Source("mq");
                case GUYANE -> new Source("gf");
                case REUNION -> new Source("re");
                case MAYOTTE -> new Source("yt");
                case SAINT_PIERRE_ET_MIQUELON -> new Source("pm");
                case SAINT_BARTHELEMY -> new Source("bl");
                case SAINT_MARTIN -> new Source("mf");
                case NOUVELLE_CALEDONIE -> new Source("nc");
                case POLYNESIE_FRANCAISE -> new Source("pf");
                case WALLIS_ET_FUTUNA -> new Source("wf");
            };
        }
    }
}
