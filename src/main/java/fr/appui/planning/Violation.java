package fr.appui.planning;

import fr.appui.calendar.Quarter;
import fr.appui.directory.PhysicianId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * One way an assignment breaks a rule.
 *
 * @param sentence in French, naming the dates and the people
 * @param cost what a soft rule adds to the objective; 0 for a hard rule, which nothing buys off
 */
public record Violation(Rule rule, List<LocalDate> dates, List<PhysicianId> people, String sentence, long cost) {

    public Violation {
        dates = List.copyOf(dates);
        people = List.copyOf(people);
    }

    /** Of what was broken for the same people, the same or a part is left; of days that are counted, as many, or fewer of the quarter. */
    boolean isNoWorseThan(Violation before) {
        return rule == before.rule
                && people.equals(before.people)
                && (sentence.equals(before.sentence) || isPartOf(before) || countsFewerThan(before));
    }

    private boolean isPartOf(Violation before) {
        return !dates.isEmpty() && before.dates.containsAll(dates);
    }

    /** Strictly: whoever gives a duty in mid-duty still held its beginning. */
    private boolean countsFewerThan(Violation before) {
        return (rule == Rule.QUOTA || rule == Rule.PERSONAL_MAXIMUM)
                && Quarter.of(dates.getFirst()).equals(Quarter.of(before.dates.getFirst()))
                && dates.size() < before.dates.size();
    }

    static Violation hard(Rule rule, Collection<LocalDate> dates, PhysicianId physician, String sentence) {
        return new Violation(rule, List.copyOf(dates), List.of(physician), sentence, 0);
    }
}
