package fr.appui.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** When a physician may be on duty for a territory, and what is missing the rest of the time. */
public final class EligibilityPeriods {

    /** @param unmet what is missing, told as of the first date; empty while the physician may be on duty */
    public record Period(DateSpan dates, List<Eligibility.Unmet> unmet) {
        public Period {
            unmet = List.copyOf(unmet);
        }

        public boolean isEligible() {
            return unmet.isEmpty();
        }

        boolean saysTheSameAs(List<Eligibility.Unmet> other) {
            return unmet.stream()
                    .map(Eligibility.Unmet::condition)
                    .toList()
                    .equals(other.stream().map(Eligibility.Unmet::condition).toList());
        }
    }

    private EligibilityPeriods() {}

    /** From a date on, in order, without hole; the last has no end. */
    public static List<Period> from(LocalDate first, Eligibility eligibility) {
        var periods = new ArrayList<Period>();
        for (LocalDate date : turningPoints(first, eligibility)) {
            List<Eligibility.Unmet> unmet = switch (eligibility.on(date)) {
                case Eligibility.Answer.Eligible eligible -> List.of();
                case Eligibility.Answer.NotEligible not -> not.unmet();
            };
            if (!periods.isEmpty() && periods.getLast().saysTheSameAs(unmet)) {
                continue;
            }
            if (!periods.isEmpty()) {
                Period last = periods.removeLast();
                periods.add(new Period(DateSpan.between(last.dates().from(), date.minusDays(1)), last.unmet()));
            }
            periods.add(new Period(DateSpan.since(date), unmet));
        }
        return List.copyOf(periods);
    }

    /** The only dates on which an answer can change. */
    private static TreeSet<LocalDate> turningPoints(LocalDate first, Eligibility eligibility) {
        Career career = eligibility.physician().career();
        Stream<DateSpan> spans = Stream.of(
                        career.employments().stream().map(Career.Employment::dates),
                        career.posts().stream().map(Career.Post::dates),
                        career.practices().stream().map(Career.Practice::dates),
                        eligibility.partners().agreements().stream().map(Agreement::dates))
                .flatMap(dates -> dates);
        var points = new TreeSet<LocalDate>();
        points.add(first);
        Stream.concat(
                        career.trainings().stream().map(Career.Training::obtainedOn),
                        Stream.concat(
                                spans.flatMap(EligibilityPeriods::bounds),
                                career.volunteerings().stream().flatMap(EligibilityPeriods::bounds)))
                .filter(date -> date.isAfter(first))
                .forEach(points::add);
        return points;
    }

    private static Stream<LocalDate> bounds(Volunteering volunteering) {
        return Stream.concat(
                volunteering.begins().stream(), volunteering.leftOn().map(last -> last.plusDays(1)).stream());
    }

    private static Stream<LocalDate> bounds(DateSpan span) {
        Optional<LocalDate> after = span.to().map(last -> last.plusDays(1));
        return Stream.concat(Stream.of(span.from()), after.stream());
    }
}
