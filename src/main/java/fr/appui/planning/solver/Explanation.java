package fr.appui.planning.solver;

import fr.appui.directory.PhysicianId;
import fr.appui.planning.Assignment;
import fr.appui.planning.Cancellation;
import fr.appui.planning.Candidates;
import fr.appui.planning.Diagnosis;
import fr.appui.planning.DutyRung;
import fr.appui.planning.FixedDuty;
import fr.appui.planning.Infeasibility;
import fr.appui.planning.Reason;
import fr.appui.planning.RotaProblem;
import fr.appui.planning.Rule;
import fr.appui.planning.SearchLimits;
import fr.appui.planning.Volunteer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Why an infeasible problem is, and what would make it feasible. What availability, quota and fixed duties forbid is known
 * without a search. For the rest, rules, fixed duties and dates are taken away as long as what remains is still proved
 * infeasible; what cannot be taken away is the reason.
 */
final class Explanation {

    /** In all, well before the reader of an explanation loses patience. */
    private static final double REASONS = 2;

    private static final double UNCOVERED = 1;
    private static final double ONE_PROOF = 0.5;
    private static final int MOST_REASONS = 3;
    private static final int MOST_IN_A_ROW = 31;

    /** In the order in which a reason does best without them. */
    private static final List<Rule> LIFTABLE =
            List.of(Rule.REST, Rule.CONSECUTIVE_DAYS, Rule.WILLINGNESS, Rule.PERSONAL_MAXIMUM, Rule.QUOTA);

    private final RotaProblem problem;
    private final SearchLimits limits;
    private final Cancellation cancellation;
    private final Effort effort;

    Explanation(RotaProblem problem, SearchLimits limits, Cancellation cancellation) {
        this.problem = problem;
        this.limits = limits;
        this.cancellation = cancellation;
        this.effort = new Effort(limits, cancellation, REASONS);
    }

    /** @param diagnosis of the same problem */
    Infeasibility after(Diagnosis diagnosis) {
        var reasons = new ArrayList<>(diagnosis.reasons());
        Set<LocalDate> open = new TreeSet<>(diagnosis.open());
        Assignment fixed = diagnosis.fixed();
        Optional<Reason.RulesTooTight> next = tight(fixed, open);
        while (next.isPresent()) {
            reasons.add(next.get());
            fixed = without(fixed, FixedDuty.datesOf(next.get().fixed()));
            boolean another = !next.get().fixed().isEmpty() && reasons.size() < MOST_REASONS;
            next = another ? tight(fixed, open) : Optional.empty();
        }
        if (reasons.isEmpty()) {
            reasons.add(everything());
        }
        List<LocalDate> uncovered = uncovered(diagnosis);
        return new Infeasibility(reasons, uncovered, new Remedies(problem, limits, cancellation).covering(uncovered));
    }

    private static Assignment without(Assignment fixed, List<LocalDate> dates) {
        Assignment less = fixed;
        for (LocalDate date : dates) {
            less = less.without(DutyRung.FIRST, date).without(DutyRung.BACK_UP, date);
        }
        return less;
    }

    /** Proved by other means, and too hard to take apart within the effort. */
    private Reason everything() {
        List<Rule> rules = LIFTABLE.stream()
                .filter(rule -> !problem.lifting(rule).equals(problem))
                .toList();
        return new Reason.RulesTooTight(
                problem.dates(),
                problem.volunteers().stream().map(Volunteer::name).toList(),
                rules,
                FixedDuty.of(problem.surroundings().kept(), problem));
    }

    private List<LocalDate> uncovered(Diagnosis diagnosis) {
        var model = new DateModel(
                problem, problem.surroundings().kept(), problem.dates(), Set.of(DateModel.Slack.COVERAGE));
        return model.solve(new Effort(limits, cancellation, UNCOVERED), UNCOVERED)
                .rota()
                .map(rota -> problem.dates().stream()
                        .filter(date -> !rota.containsKey(date))
                        .toList())
                .orElseGet(diagnosis::uncovered);
    }

    private Optional<Reason.RulesTooTight> tight(Assignment fixed, Collection<LocalDate> dates) {
        if (!isInfeasible(problem, fixed, dates, REASONS)) {
            return Optional.empty();
        }
        RotaProblem least = problem;
        for (Rule rule : LIFTABLE) {
            RotaProblem lifted = least.lifting(rule);
            boolean needless = !lifted.equals(least) && isInfeasible(lifted, fixed, dates, ONE_PROOF);
            least = needless ? lifted : least;
        }
        return Optional.of(reason(least, fixed, dates));
    }

    private Reason.RulesTooTight reason(RotaProblem least, Assignment fixed, Collection<LocalDate> dates) {
        Assignment needed =
                assignment(minimal(duties(fixed), some -> isInfeasible(least, assignment(some), dates, ONE_PROOF)));
        List<LocalDate> fewest =
                fewest(dates.stream().sorted().toList(), some -> isInfeasible(least, needed, some, ONE_PROOF));
        Candidates candidates = Candidates.of(problem, needed);
        List<String> people = problem.volunteers().stream()
                .filter(one -> fewest.stream().anyMatch(date -> candidates.has(one, date)))
                .map(Volunteer::name)
                .toList();
        List<Rule> rules = LIFTABLE.stream()
                .filter(rule -> !least.lifting(rule).equals(least))
                .toList();
        return new Reason.RulesTooTight(fewest, people, rules, FixedDuty.of(needed, problem));
    }

    /** Only what is proved: what takes too long counts as feasible, and stays in the reason. */
    private boolean isInfeasible(RotaProblem some, Assignment fixed, Collection<LocalDate> dates, double most) {
        return !effort.isSpent()
                && new DateModel(some, fixed, dates, Set.of())
                        .solve(effort, most)
                        .impossible();
    }

    private record Duty(DutyRung rung, LocalDate date, PhysicianId physician) {}

    private static List<Duty> duties(Assignment assignment) {
        return Stream.of(DutyRung.values())
                .flatMap(rung -> assignment.on(rung).entrySet().stream()
                        .map(duty -> new Duty(rung, duty.getKey(), duty.getValue())))
                .toList();
    }

    private static Assignment assignment(List<Duty> duties) {
        Assignment all = Assignment.EMPTY;
        for (Duty duty : duties) {
            all = all.with(duty.rung(), duty.date(), duty.physician());
        }
        return all;
    }

    /** Dates in a row are easier to read than the fewest there could be, as long as they are not many. */
    private static List<LocalDate> fewest(List<LocalDate> dates, Predicate<List<LocalDate>> enough) {
        List<LocalDate> ended = dates.subList(0, least(0, dates.size(), n -> enough.test(dates.subList(0, n))));
        int begin =
                ended.size() - least(0, ended.size(), n -> enough.test(ended.subList(ended.size() - n, ended.size())));
        List<LocalDate> row = List.copyOf(ended.subList(begin, ended.size()));
        return row.size() > MOST_IN_A_ROW ? minimal(row, enough) : row;
    }

    /** The least number that is enough, the last one being so. */
    private static int least(int from, int to, IntPredicate enough) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) / 2;
            if (enough.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return high;
    }

    /** Takes away halves, then quarters, at last one by one. @param enough true of the whole */
    private static <T> List<T> minimal(List<T> whole, Predicate<List<T>> enough) {
        List<T> left = whole;
        for (int size = whole.size(); size > 0; size /= 2) {
            for (int from = 0; from < left.size(); ) {
                var less = new ArrayList<>(left.subList(0, from));
                less.addAll(left.subList(Math.min(left.size(), from + size), left.size()));
                if (enough.test(less)) {
                    left = less;
                } else {
                    from += size;
                }
            }
        }
        return List.copyOf(left);
    }
}
