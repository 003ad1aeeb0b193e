package fr.appui.planning.solver;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import fr.appui.calendar.Quarter;
import fr.appui.directory.PhysicianId;
import fr.appui.planning.Assignment;
import fr.appui.planning.Candidates;
import fr.appui.planning.DayToCover;
import fr.appui.planning.PlanningSettings;
import fr.appui.planning.Rhythm;
import fr.appui.planning.RotaProblem;
import fr.appui.planning.Rule;
import fr.appui.planning.Volunteer;
import fr.appui.planning.Willingness;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The first rung as plainly as can be: one boolean a physician and date, no cost. Beside the blocks, which find the best rota,
 * it finds any rota at once, or that there is none. It can also be asked for the least that must give way.
 */
final class DateModel {

    /** What may give way, at a cost of one for each date or day. */
    enum Slack {
        /** Dates may stay uncovered. */
        COVERAGE,
        /** Physicians may exceed their quota, within what they accept. */
        QUOTA,
        /** Physicians may hold dates on which they are unavailable. */
        AVAILABILITY,
        /** Fixed duties may be given up. */
        FIXED_DUTIES
    }

    /** The part of the effort in which most instances are decided without more ado. */
    private static final double PLAINLY = 0.3;

    /** One person more to ask costs as much as so many dates more. */
    private static final int PERSON = 4;

    private final RotaProblem problem;
    private final Set<Slack> slacks;
    private final Candidates strictly;
    private final Candidates giving;
    private final CpModel model = new CpModel();
    private final LinearExprBuilder ceded = LinearExpr.newBuilder();
    private final Map<PhysicianId, NavigableMap<LocalDate, BoolVar>> work = new LinkedHashMap<>();

    /** @param fixed the kept duties that bind @param covered dates that must have a holder; those of fixed duties always do */
    DateModel(RotaProblem problem, Assignment fixed, Collection<LocalDate> covered, Set<Slack> slacks) {
        this.problem = problem;
        this.slacks = slacks;
        this.strictly = Candidates.of(problem, fixed);
        this.giving = giving(fixed);
        for (Volunteer volunteer : problem.volunteers()) {
            work.put(volunteer.id(), variables(volunteer));
            problem.quarters().keySet().forEach(quarter -> addQuota(volunteer, quarter));
            addRhythm(volunteer);
            addWholeWeeks(volunteer);
        }
        for (LocalDate date : problem.dates()) {
            cover(date, covered.contains(date) || fixed.first().containsKey(date));
        }
        if (!slacks.isEmpty()) {
            model.minimize(ceded);
        }
    }

    /** Every date, under every rule. */
    static DateModel whole(RotaProblem problem) {
        return new DateModel(problem, problem.surroundings().kept(), problem.dates(), Set.of());
    }

    /** @param rota empty unless one was found @param decided whether it is proved the best, or that there is none */
    record Answer(Optional<SortedMap<LocalDate, PhysicianId>> rota, boolean decided) {
        boolean impossible() {
            return decided && rota.isEmpty();
        }
    }

    /** A rota, what was allowed to give way having given way. @param most of what is left of the effort */
    Answer solve(Effort effort, double most) {
        Answer plain = solve(effort.search(most * PLAINLY).plainly());
        if (plain.decided()) {
            return plain;
        }
        plain.rota().ifPresent(this::hint);
        Answer full = solve(effort.search(most));
        return full.decided() || full.rota().isPresent() ? full : plain;
    }

    private Answer solve(Search search) {
        CpSolverStatus status = search.run(model, Search.Watcher.NOBODY);
        return new Answer(
                Search.hasSolution(status) ? Optional.of(holders(search)) : Optional.empty(),
                status == CpSolverStatus.INFEASIBLE || status == CpSolverStatus.OPTIMAL);
    }

    private void hint(SortedMap<LocalDate, PhysicianId> rota) {
        work.forEach((physician, dates) ->
                dates.forEach((date, worked) -> model.addHint(worked, physician.equals(rota.get(date)))));
    }

    private SortedMap<LocalDate, PhysicianId> holders(Search search) {
        var holders = new TreeMap<LocalDate, PhysicianId>();
        work.forEach((physician, dates) -> dates.forEach((date, worked) -> {
            if (search.isTrue(worked)) {
                holders.put(date, physician);
            }
        }));
        return holders;
    }

    /** Who may hold what once absences or fixed duties give way. */
    private Candidates giving(Assignment fixed) {
        RotaProblem wider = slacks.contains(Slack.AVAILABILITY)
                ? problem.changingAll(wishes -> wishes.unavailable(List.of()))
                : problem;
        return Candidates.of(wider, slacks.contains(Slack.FIXED_DUTIES) ? Assignment.EMPTY : fixed);
    }

    private NavigableMap<LocalDate, BoolVar> variables(Volunteer volunteer) {
        var own = new TreeMap<LocalDate, BoolVar>();
        var asked = new ArrayList<Literal>();
        for (LocalDate date : problem.dates()) {
            boolean free = strictly.has(volunteer, date);
            if (free || giving.on(date).stream().anyMatch(one -> one.id().equals(volunteer.id()))) {
                own.put(date, model.newBoolVar(""));
            }
            if (!free && own.containsKey(date)) {
                asked.add(own.get(date));
                ceded.add(own.get(date));
            }
        }
        if (!asked.isEmpty() && slacks.contains(Slack.AVAILABILITY)) {
            BoolVar person = model.newBoolVar("");
            asked.forEach(date -> model.addImplication(date, person));
            ceded.addTerm(person, PERSON);
        }
        return own;
    }

    private NavigableMap<LocalDate, BoolVar> of(Volunteer volunteer) {
        return work.getOrDefault(volunteer.id(), new TreeMap<>());
    }

    private void addQuota(Volunteer volunteer, Quarter quarter) {
        LinearExprBuilder days = LinearExpr.newBuilder();
        of(volunteer).subMap(quarter.first(), quarter.next().first()).values().forEach(days::add);
        if (slacks.contains(Slack.QUOTA)) {
            model.addLessOrEqual(days, problem.lifting(Rule.QUOTA).room(volunteer, quarter));
            IntVar extra = model.newIntVar(0, PlanningSettings.LARGEST_QUOTA, "");
            ceded.add(extra);
            days.addTerm(extra, -1);
        }
        model.addLessOrEqual(days, problem.room(volunteer, quarter));
    }

    private void addRhythm(Volunteer volunteer) {
        Rhythm rhythm = Rhythm.of(problem, volunteer.id());
        rhythm.patterns().forEach(pattern -> forbid(of(volunteer), rhythm, pattern));
        rhythm.windows().forEach(window -> {
            LinearExprBuilder days = LinearExpr.newBuilder();
            among(of(volunteer), window.dates()).forEach(days::add);
            model.addLessOrEqual(days, window.most());
        });
    }

    /** A given day is worked whatever is decided here. */
    private void forbid(NavigableMap<LocalDate, BoolVar> own, Rhythm rhythm, Rhythm.Pattern pattern) {
        boolean possible = pattern.free().stream().noneMatch(rhythm::isGiven)
                && pattern.worked().stream().allMatch(date -> rhythm.isGiven(date) || own.containsKey(date));
        if (possible) {
            var one = new ArrayList<Literal>();
            List<LocalDate> decided = pattern.worked().stream()
                    .filter(date -> !rhythm.isGiven(date))
                    .toList();
            among(own, decided).forEach(worked -> one.add(worked.not()));
            among(own, pattern.free()).forEach(one::add);
            model.addBoolOr(one.toArray(Literal[]::new));
        }
    }

    private static Stream<BoolVar> among(NavigableMap<LocalDate, BoolVar> own, List<LocalDate> dates) {
        return dates.stream().flatMap(date -> Stream.ofNullable(own.get(date)));
    }

    private void addWholeWeeks(Volunteer volunteer) {
        if (volunteer.wishes().willingness() == Willingness.WHOLE_WEEKS) {
            for (List<DayToCover> stretch : Blocks.stretches(problem.days())) {
                addWholeWeek(volunteer, stretch.stream().map(DayToCover::date).toList());
            }
        }
    }

    private void addWholeWeek(Volunteer volunteer, List<LocalDate> stretch) {
        for (LocalDate date : stretch) {
            BoolVar worked = of(volunteer).get(date);
            if (worked != null && !problem.settled(volunteer, date)) {
                for (LocalDate other : stretch) {
                    BoolVar beside = of(volunteer).get(other);
                    if (beside == null || problem.breaksWholeWeek(volunteer, stretch)) {
                        model.addEquality(worked, 0);
                    } else {
                        model.addImplication(worked, beside);
                    }
                }
            }
        }
    }

    private void cover(LocalDate date, boolean needed) {
        var one = new ArrayList<Literal>();
        work.values().stream().filter(own -> own.containsKey(date)).forEach(own -> one.add(own.get(date)));
        if (needed && slacks.contains(Slack.COVERAGE)) {
            BoolVar none = model.newBoolVar("");
            ceded.add(none);
            one.add(none);
        }
        Literal[] holders = one.toArray(Literal[]::new);
        model.addAtMostOne(holders);
        if (needed) {
            model.addBoolOr(holders);
        }
    }
}
