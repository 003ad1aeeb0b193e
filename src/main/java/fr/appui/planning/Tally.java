package fr.appui.planning;

/**
 * What a physician held over some time, first rung.
 *
 * @param weekEnds week-ends of which at least one day was held
 * @param holidays public holidays, special days among them
 * @param specialDays 24, 25 and 31 December, 1 January
 */
public record Tally(int days, int weekEnds, int holidays, int specialDays) {

    public static final Tally NOTHING = new Tally(0, 0, 0, 0);

    public Tally plus(Tally other) {
        return new Tally(
                days + other.days,
                weekEnds + other.weekEnds,
                holidays + other.holidays,
                specialDays + other.specialDays);
    }
}
