package fr.appui.indicators.pay;

import fr.appui.calendar.DayKind;
import fr.appui.calendar.PerimeterKind;
import java.time.LocalDate;

/**
 * The flat rates of one perimeter from a date on.
 *
 * @param source where the rate is written, shown to the coordinator
 */
public record Tariff(
        PerimeterKind perimeter, LocalDate validFrom, Money workingDay, Money nonWorkingDay, String source) {

    public Tariff {
        if (workingDay.cents() < 0 || nonWorkingDay.cents() < 0) {
            throw new IllegalArgumentException("forfait : un montant ne peut pas être négatif");
        }
        if (source.isBlank()) {
            throw new IllegalArgumentException("forfait : indiquer la source du tarif");
        }
    }

    public Money rate(DayKind kind) {
        return switch (kind) {
            case WORKING -> workingDay;
            case NON_WORKING -> nonWorkingDay;
        };
    }
}
