package fr.appui.planning;

import fr.appui.directory.PhysicianId;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Tries every rota of a small problem: who may hold a date with which back-up, then every combination, as the rules judge. */
public final class EveryRota {

    /** What speaks of one date alone. */
    private static final Set<Rule> OF_ONE_DATE = EnumSet.of(
            Rule.KEPT_DUTIES,
            Rule.ELIGIBILITY,
            Rule.AVAILABILITY,
            Rule.ONE_AT_A_TIME,
            Rule.BACK_UP_WHEN_PRIORITY,
            Rule.BACK_UP_OTHER_PHYSICIAN);

    private static final Set<Rule> OF_SEVERAL_DATES =
            EnumSet.of(Rule.WILLINGNESS, Rule.QUOTA, Rule.PERSONAL_MAXIMUM, Rule.CONSECUTIVE_DAYS, Rule.REST);

    private static final Set<Rule> OF_THE_BACK_UP =
            EnumSet.of(Rule.BACK_UP_WANTED, Rule.BACK_UP_OTHER_ESTABLISHMENT, Rule.BACK_UP_STEADY, Rule.BACK_UP_SHARED);

    private final RotaProblem problem;
    private final Map<LocalDate, Map<PhysicianId, Optional<PhysicianId>>> holders = new HashMap<>();

    private EveryRota(RotaProblem problem) {
        this.problem = problem;
        for (LocalDate date : problem.dates()) {
            var possible = new HashMap<PhysicianId, Optional<PhysicianId>>();
            for (Volunteer one : problem.volunteers()) {
                backUps()
                        .filter(backUp -> isAllowed(date, with(Assignment.EMPTY, date, one.id(), backUp)))
                        .findFirst()
                        .ifPresent(backUp -> possible.put(one.id(), backUp));
            }
            holders.put(date, possible);
        }
    }

    /** What the cheapest allowed rota costs on the first rung; empty when none is allowed. */
    public static OptionalLong cheapest(RotaProblem problem) {
        long[] cheapest = {Long.MAX_VALUE};
        new EveryRota(problem).each(rota -> {
            cheapest[0] = Math.min(cheapest[0], firstRungCost(rota, problem));
            return false;
        });
        return cheapest[0] == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(cheapest[0]);
    }

    public static long firstRungCost(Assignment rota, RotaProblem problem) {
        return Rule.all().stream()
                .filter(rule -> !rule.isHard() && !OF_THE_BACK_UP.contains(rule))
                .flatMap(rule -> rule.check(rota, problem).stream())
                .mapToLong(Violation::cost)
                .sum();
    }

    public static boolean exists(RotaProblem problem) {
        return new EveryRota(problem).each(rota -> true);
    }

    /** Every rota that the rules allow, until one is enough; what they say of rest is compared with a plain reading of it. */
    private boolean each(Predicate<Assignment> enough) {
        return each(problem.dates(), Assignment.EMPTY, enough);
    }

    private boolean each(List<LocalDate> dates, Assignment rota, Predicate<Assignment> enough) {
        if (dates.isEmpty()) {
            boolean rested = isKept(Rule.REST, rota) && isKept(Rule.CONSECUTIVE_DAYS, rota);
            if (rested != keepsRhythm(rota)) {
                throw new AssertionError("rest is read otherwise than by the rules in " + rota + " of " + problem);
            }
            return rested && OF_SEVERAL_DATES.stream().allMatch(rule -> isKept(rule, rota)) && enough.test(rota);
        }
        LocalDate date = dates.getFirst();
        List<LocalDate> others = dates.subList(1, dates.size());
        return holders.getOrDefault(date, Map.of()).entrySet().stream()
                .anyMatch(one -> each(others, with(rota, date, one.getKey(), one.getValue()), enough));
    }

    private boolean isAllowed(LocalDate date, Assignment rota) {
        return OF_ONE_DATE.stream()
                        .flatMap(rule -> rule.check(rota, problem).stream())
                        .noneMatch(one -> one.dates().contains(date))
                && isKept(Rule.WILLINGNESS, new Assignment(new TreeMap<>(), rota.backUp()));
    }

    private boolean isKept(Rule rule, Assignment rota) {
        return rule.check(rota, problem).isEmpty();
    }

    private Stream<Optional<PhysicianId>> backUps() {
        return Stream.concat(
                Stream.of(Optional.empty()),
                problem.volunteers().stream().map(Volunteer::id).map(Optional::of));
    }

    private static Assignment with(Assignment rota, LocalDate date, PhysicianId holder, Optional<PhysicianId> backUp) {
        Assignment first = rota.with(DutyRung.FIRST, date, holder);
        return backUp.map(one -> first.with(DutyRung.BACK_UP, date, one)).orElse(first);
    }

    /** Day by day: every break and every run of worked days, unless nothing of it is decided here. */
    private boolean keepsRhythm(Assignment rota) {
        return problem.volunteers().stream().allMatch(one -> keepsRhythm(one.id(), rota));
    }

    private boolean keepsRhythm(PhysicianId physician, Assignment rota) {
        var given = new TreeSet<LocalDate>();
        problem.heldBy(physician).filter(duty -> duty.rung() == DutyRung.FIRST).forEach(duty -> given.add(duty.date()));
        var worked = new TreeSet<>(given);
        rota.first().forEach((date, holder) -> {
            if (holder.equals(physician)) {
                worked.add(date);
            }
        });
        var run = new ArrayList<LocalDate>();
        for (LocalDate day : worked) {
            long free = run.isEmpty() ? 0 : ChronoUnit.DAYS.between(run.getLast(), day) - 1;
            boolean decided = !run.isEmpty() && !(given.contains(run.getLast()) && given.contains(day));
            if (free > 0 && decided && free < problem.settings().restDays()) {
                return false;
            }
            if (free > 0) {
                run.clear();
            }
            run.add(day);
            int most = problem.settings().maxConsecutiveDays().orElse(Integer.MAX_VALUE);
            if (run.size() > most && !given.containsAll(run)) {
                return false;
            }
        }
        return true;
    }
}
