package fr.appui.planning;

import fr.appui.directory.DateSpan;
import fr.appui.directory.Eligibility;
import fr.appui.directory.EligibilityPeriods;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Dates on which a volunteer may not be on duty for the territory.
 *
 * @param reason a French phrase that names the missing condition (doc 001 §2)
 */
public record Ineligibility(DateRange dates, String reason) {

    /** What the directory answers over these dates; consecutive dates that lack the same conditions are one. */
    public static List<Ineligibility> over(DateRange dates, Eligibility eligibility) {
        return EligibilityPeriods.from(dates.from(), eligibility).stream()
                .filter(period -> !period.isEligible() && !period.dates().from().isAfter(dates.to()))
                .map(period -> new Ineligibility(within(period.dates(), dates), sentences(period.unmet())))
                .toList();
    }

    private static DateRange within(DateSpan span, DateRange dates) {
        LocalDate last = span.to().filter(dates.to()::isAfter).orElse(dates.to());
        return new DateRange(span.from(), last);
    }

    private static String sentences(List<Eligibility.Unmet> unmet) {
        return unmet.stream()
                .map(one -> one.sentence().replaceFirst("\\.$", ""))
                .collect(Collectors.joining(" ; "));
    }
}
