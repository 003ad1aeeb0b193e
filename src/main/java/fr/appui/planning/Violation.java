package fr.appui.planning;

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

    static Violation hard(Rule rule, Collection<LocalDate> dates, PhysicianId physician, String sentence) {
        return new Violation(rule, List.copyOf(dates), List.of(physician), sentence, 0);
    }
}
