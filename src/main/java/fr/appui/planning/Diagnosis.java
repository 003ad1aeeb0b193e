package fr.appui.planning;

import fr.appui.calendar.Quarter;
import fr.appui.directory.PhysicianId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What forbids any rota, as far as fixed duties, availability and quota go: exact for these, in milliseconds, and without the
 * solver. The rules that bind dates together are the solver's to weigh. A fixed duty is part of a reason only where there is
 * none without it.
 */
public final class Diagnosis {

    /** Beyond this many different sets of obstacles the dates are told together, with what they have in common. */
    private static final int MOST_OBSTACLE_SETS = 3;

    private final RotaProblem problem;
    private final List<Reason> reasons = new ArrayList<>();
    private final Set<LocalDate> open;
    private Assignment fixed;

    private Diagnosis(RotaProblem problem) {
        this.problem = problem;
        this.fixed = problem.surroundings().kept();
        this.open = new TreeSet<>(problem.dates());
        forbiddenDuties();
        dutiesBeyondLimits();
        nobodyFree();
        problem.quarters().keySet().forEach(this::shortages);
    }

    public static Diagnosis of(RotaProblem problem) {
        return new Diagnosis(problem);
    }

    /** Empty when nothing of the kind stands in the way. */
    public List<Reason> reasons() {
        return List.copyOf(reasons);
    }

    /** The fixed duties that the reasons leave in place. */
    public Assignment fixed() {
        return fixed;
    }

    /** The dates that the reasons leave to be covered. */
    public Set<LocalDate> open() {
        return Set.copyOf(open);
    }

    /** One way to leave as few dates as possible uncovered, as far as this diagnosis goes. */
    public List<LocalDate> uncovered() {
        Assignment kept = problem.surroundings().kept();
        Candidates candidates = Candidates.of(problem);
        var uncovered = new TreeSet<LocalDate>();
        problem.dates().stream().filter(date -> candidates.on(date).isEmpty()).forEach(uncovered::add);
        problem.quarters()
                .keySet()
                .forEach(quarter ->
                        uncovered.addAll(new QuotaFlow(problem, kept, quarter, problem.dates()).uncovered()));
        return List.copyOf(uncovered);
    }

    private void forbiddenDuties() {
        forbidden(problem).forEach((why, dates) -> {
            reasons.add(new Reason.FixedForbidden(why.rung(), dates, why.obstacle()));
            dates.forEach(date -> fixed = fixed.without(why.rung(), date));
        });
    }

    /** Why fixed duties may not be held by whom they are fixed for. */
    public record Forbidden(DutyRung rung, PhysicianId physician, String obstacle) {}

    public static Map<Forbidden, List<LocalDate>> forbidden(RotaProblem problem) {
        var forbidden = new LinkedHashMap<Forbidden, List<LocalDate>>();
        for (DutyRung rung : DutyRung.values()) {
            for (DayToCover day : problem.days()) {
                problem.surroundings()
                        .kept()
                        .holder(rung, day.date())
                        .ifPresent(holder -> whyNot(problem, holder, rung, day)
                                .ifPresent(why -> forbidden
                                        .computeIfAbsent(new Forbidden(rung, holder, why), key -> new ArrayList<>())
                                        .add(day.date())));
            }
        }
        return forbidden;
    }

    private static Optional<String> whyNot(RotaProblem problem, PhysicianId holder, DutyRung rung, DayToCover day) {
        Optional<Volunteer> volunteer = problem.volunteer(holder);
        if (volunteer.isEmpty()) {
            return Optional.of("ce médecin n’est pas volontaire sur ce territoire");
        }
        return Obstacle.of(problem, volunteer.get(), rung, day)
                .or(() -> rung == DutyRung.FIRST
                        ? Obstacle.byFixedBackUp(problem, problem.surroundings().kept(), volunteer.get(), day)
                        : Optional.empty())
                .map(Obstacle::sentence);
    }

    private void dutiesBeyondLimits() {
        for (Volunteer volunteer : problem.volunteers()) {
            problem.quarters().keySet().forEach(quarter -> beyondLimit(volunteer, quarter));
        }
    }

    private void beyondLimit(Volunteer volunteer, Quarter quarter) {
        List<LocalDate> dates =
                fixedFor(volunteer).stream().filter(quarter::contains).toList();
        int held = problem.heldDays(volunteer.id(), quarter);
        if (dates.size() > problem.room(volunteer, quarter)) {
            var duties = new FixedDuty(volunteer.name(), DutyRung.FIRST, dates);
            reasons.add(new Reason.FixedBeyondLimit(duties, quarter.label(), held, limit(volunteer, quarter)));
            dates.forEach(date -> fixed = fixed.without(DutyRung.FIRST, date));
            open.removeAll(dates);
        }
    }

    private String limit(Volunteer volunteer, Quarter quarter) {
        int quota = problem.quotaOf(volunteer.id(), quarter);
        OptionalInt most = volunteer.wishes().maxDutyDays();
        return most.isPresent() && most.getAsInt() < quota
                ? "son maximum personnel de " + FrenchDays.days(most.getAsInt())
                : "son quota de " + FrenchDays.days(quota);
    }

    private List<LocalDate> fixedFor(Volunteer volunteer) {
        return fixed.first().entrySet().stream()
                .filter(duty -> duty.getValue().equals(volunteer.id()) && open.contains(duty.getKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private void nobodyFree() {
        Candidates candidates = Candidates.of(problem, fixed);
        var byObstacles = new LinkedHashMap<List<String>, List<LocalDate>>();
        for (LocalDate date : List.copyOf(open)) {
            if (candidates.on(date).isEmpty()) {
                open.remove(date);
                byObstacles
                        .computeIfAbsent(obstacles(date), key -> new ArrayList<>())
                        .add(date);
            }
        }
        if (byObstacles.size() <= MOST_OBSTACLE_SETS) {
            byObstacles.forEach(this::nobodyFree);
        } else {
            var common = new LinkedHashSet<>(byObstacles.keySet().iterator().next());
            byObstacles.keySet().forEach(common::retainAll);
            nobodyFree(
                    List.copyOf(common),
                    byObstacles.values().stream().flatMap(Collection::stream).toList());
        }
    }

    private void nobodyFree(List<String> obstacles, List<LocalDate> dates) {
        reasons.add(new Reason.NobodyFree(dates, volunteersFor(problem, dates), obstacles));
    }

    private List<String> obstacles(LocalDate date) {
        DayToCover day = problem.day(date).orElseThrow();
        return Obstacle.sentences(problem.volunteers().stream()
                .flatMap(one -> Obstacle.of(problem, one, DutyRung.FIRST, day)
                        .or(() -> Obstacle.byFixedBackUp(problem, fixed, one, day))
                        .stream())
                .toList());
    }

    /**
     * Volunteers that are needed to hold so many dates: each holds one at a time, up to the quota in each civil quarter.
     */
    public static int volunteersFor(RotaProblem problem, Collection<LocalDate> dates) {
        return problem.quarters().keySet().stream()
                .mapToInt(quarter -> Math.ceilDiv(
                        (int) dates.stream().filter(quarter::contains).count(),
                        problem.settings().quota()))
                .max()
                .orElse(0);
    }

    /** First what fails whatever is fixed, then what fails for the fixed duties' sake. */
    private void shortages(Quarter quarter) {
        int before = reasons.size();
        shortages(quarter, new Assignment(new TreeMap<>(), fixed.backUp()));
        if (reasons.size() == before) {
            shortages(quarter, fixed);
        }
    }

    private void shortages(Quarter quarter, Assignment binding) {
        List<LocalDate> dates = open.stream().filter(quarter::contains).toList();
        for (QuotaFlow.Cut cut : new QuotaFlow(problem, binding, quarter, dates).cuts()) {
            reasons.add(shortage(quarter, binding, cut));
            open.removeAll(cut.dates());
        }
    }

    private Reason shortage(Quarter quarter, Assignment binding, QuotaFlow.Cut cut) {
        var taken = new TreeMap<>(binding.first());
        taken.keySet().retainAll(cut.dates());
        List<LocalDate> dates =
                cut.dates().stream().filter(date -> !taken.containsKey(date)).toList();
        List<Volunteer> people = cut.people().stream()
                .sorted(Comparator.comparing(Volunteer::id))
                .toList();
        int room = people.stream().mapToInt(one -> problem.room(one, quarter)).sum();
        int whole = problem.quarters().getOrDefault(quarter, List.of()).size();
        if (dates.size() == whole && people.size() == problem.volunteers().size()) {
            int lacking = Math.ceilDiv(dates.size() - room, problem.settings().quota());
            return new Reason.QuotaTooShort(
                    dates, people.size(), room, limits(people, quarter), people.size() + lacking);
        }
        return new Reason.TooFewFree(
                dates,
                people.stream().map(Volunteer::name).toList(),
                room - taken.size(),
                limits(people, quarter),
                FixedDuty.of(new Assignment(taken, new TreeMap<>()), problem));
    }

    /** What bounds these people besides the quota that all share. */
    private List<String> limits(List<Volunteer> people, Quarter quarter) {
        return people.stream().flatMap(one -> limits(one, quarter)).toList();
    }

    private Stream<String> limits(Volunteer one, Quarter quarter) {
        int quota = problem.quotaOf(one.id(), quarter);
        int held = problem.heldDays(one.id(), quarter);
        OptionalInt most = one.wishes().maxDutyDays();
        boolean fewer = most.isPresent() && most.getAsInt() < quota;
        var phrases = new ArrayList<String>();
        if (fewer) {
            phrases.add("n’en accepte que " + most.getAsInt());
        } else if (quota != problem.settings().quota()) {
            phrases.add("peut en tenir " + quota);
        }
        if (held > 0) {
            phrases.add("en tient déjà " + held);
        }
        return phrases.isEmpty() ? Stream.empty() : Stream.of(one.name() + " " + FrenchDays.join(phrases));
    }
}
