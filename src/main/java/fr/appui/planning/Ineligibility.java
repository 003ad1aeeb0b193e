package fr.appui.planning;

import fr.appui.directory.Eligibility;
import java.time.LocalDate;
import java.util.ArrayList;
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
        var found = new ArrayList<Ineligibility>();
        var conditions = new ArrayList<List<Eligibility.Condition>>();
        for (LocalDate date : dates.dates().toList()) {
            if (eligibility.on(date) instanceof Eligibility.Answer.NotEligible not) {
                var missing =
                        not.unmet().stream().map(Eligibility.Unmet::condition).toList();
                boolean goesOn = !found.isEmpty()
                        && found.getLast().dates().to().plusDays(1).equals(date)
                        && conditions.getLast().equals(missing);
                if (goesOn) {
                    found.set(found.size() - 1, found.getLast().until(date));
                } else {
                    found.add(new Ineligibility(DateRange.on(date), sentences(not)));
                    conditions.add(missing);
                }
            }
        }
        return found;
    }

    private Ineligibility until(LocalDate date) {
        return new Ineligibility(new DateRange(dates.from(), date), reason);
    }

    private static String sentences(Eligibility.Answer.NotEligible answer) {
        return answer.unmet().stream()
                .map(unmet -> unmet.sentence().replaceFirst("\\.$", ""))
                .collect(Collectors.joining(" ; "));
    }
}
