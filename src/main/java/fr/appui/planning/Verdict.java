package fr.appui.planning;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the rules say of an assignment. */
public record Verdict(List<Violation> violations) {

    public Verdict {
        violations = List.copyOf(violations);
    }

    public static Verdict on(Assignment assignment, RotaProblem problem) {
        return new Verdict(Rule.all().stream()
                .flatMap(rule -> rule.check(assignment, problem).stream())
                .toList());
    }

    /** The hard rules alone, for an edit that is to be allowed or refused. */
    public static Verdict hardOn(Assignment assignment, RotaProblem problem) {
        return new Verdict(Rule.all().stream()
                .filter(Rule::isHard)
                .flatMap(rule -> rule.check(assignment, problem).stream())
                .toList());
    }

    /** Whether no hard rule is broken. */
    public boolean isAllowed() {
        return hard().isEmpty();
    }

    public List<Violation> hard() {
        return violations.stream().filter(one -> one.rule().isHard()).toList();
    }

    public List<Violation> soft() {
        return violations.stream().filter(one -> !one.rule().isHard()).toList();
    }

    public List<Violation> of(Rule rule) {
        return violations.stream().filter(one -> one.rule() == rule).toList();
    }

    public long cost() {
        return violations.stream().mapToLong(Violation::cost).sum();
    }

    /** The objective, rule by rule; rules that cost nothing are left out. */
    public Map<Rule, Long> costs() {
        var costs = new EnumMap<Rule, Long>(Rule.class);
        soft().forEach(one -> costs.merge(one.rule(), one.cost(), Long::sum));
        costs.values().removeIf(cost -> cost == 0);
        return costs;
    }

    /** The hard rules that an edit breaks and that were not broken already as much: who holds too much may give a part of it away. */
    public List<Violation> brokenSince(Verdict before) {
        List<Violation> known = before.hard();
        return hard().stream()
                .filter(one -> known.stream().noneMatch(one::isNoWorseThan))
                .toList();
    }
}
