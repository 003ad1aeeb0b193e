package fr.appui.indicators.pay;

import fr.appui.calendar.DayKind;
import fr.appui.calendar.PerimeterKind;
import fr.appui.french.InvalidInput;
import fr.appui.french.WrittenValue;
import java.time.LocalDate;

/**
 * The flat rates of one perimeter from a date on.
 *
 * @param source where the rate is written, shown to the coordinator
 */
public record Tariff(
        PerimeterKind perimeter, LocalDate validFrom, Money workingDay, Money nonWorkingDay, String source) {

    /** A day's pay: what is more is a slip of the keyboard. */
    public static final Money MOST = Money.euros(10_000);

    private static final int LONGEST_SOURCE = 300;

    public Tariff {
        requireAmount(workingDay.cents());
        requireAmount(nonWorkingDay.cents());
        source = requireSource(source);
    }

    /** @throws InvalidInput that says what to write */
    public static Money requireAmount(long cents) {
        if (cents < 0 || cents > MOST.cents()) {
            throw new InvalidInput("écrire un montant en centimes, de 0 à " + MOST.cents());
        }
        return new Money(cents);
    }

    /** @throws InvalidInput that says what to write */
    public static String requireSource(String written) {
        String source = WrittenValue.of(written);
        if (source.isEmpty() || source.length() > LONGEST_SOURCE) {
            throw new InvalidInput("dire en 1 à " + LONGEST_SOURCE + " caractères où ce tarif est écrit");
        }
        return source;
    }

    public Money rate(DayKind kind) {
        return switch (kind) {
            case WORKING -> workingDay;
            case NON_WORKING -> nonWorkingDay;
        };
    }
}
