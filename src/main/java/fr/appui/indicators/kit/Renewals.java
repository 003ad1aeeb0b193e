package fr.appui.indicators.kit;

import fr.appui.directory.Agreement;
import fr.appui.directory.Partners;
import java.time.LocalDate;
import java.util.List;

/** Which agreements must be renewed: without one in force, the physicians of a partner may hold no duty. */
public final class Renewals {

    private static final int DAYS_AHEAD = 90;

    private Renewals() {}

    /** Ending within ninety days, and followed by no other of the same partner. */
    public static List<Agreement> due(Partners partners, LocalDate today) {
        LocalDate horizon = today.plusDays(DAYS_AHEAD);
        return partners.agreements().stream()
                .filter(agreement -> agreement
                        .dates()
                        .to()
                        .filter(last -> !last.isBefore(today) && last.isBefore(horizon))
                        .filter(last -> partners.agreements().stream()
                                .noneMatch(next -> next.partner().equals(agreement.partner())
                                        && next.dates().contains(last.plusDays(1))))
                        .isPresent())
                .toList();
    }
}
