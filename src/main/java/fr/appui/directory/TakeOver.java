package fr.appui.directory;

import fr.appui.french.InvalidInput;
import java.time.LocalDate;

/**
 * A service that may take a patient over on given nights, as a file of the region's directory of resources says.
 *
 * @param from the first day on which it may; {@code to} the last, at most a quarter later
 */
public record TakeOver(Kind kind, String name, PhoneNumber phone, LocalDate from, LocalDate to) {

    private static final int LONGEST_DAYS = 92;

    public enum Kind {
        HAD,
        EMSP,
        USP
    }

    public TakeOver {
        name = Required.text("nom", name, 160);
        if (to.isBefore(from) || to.isAfter(from.plusDays(LONGEST_DAYS))) {
            throw new InvalidInput(
                    "au : il suit « du », de " + LONGEST_DAYS + " jours au plus ; corriger les deux dates");
        }
    }
}
