package fr.appui.planning;

import fr.appui.calendar.Quarter;
import fr.appui.directory.PhysicianId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What forbids any rota, as far as kept duties, availability and quota go: exact for these, in milliseconds, and without the
 * solver. The rules that bind dates together are the solver's to weigh.
 */
public final class Diagnosis {

    private final RotaProblem problem;
    private final Candidates candidates;
    private final List<Reason> reasons = new ArrayList<>();
    private final TreeSet<LocalDate> uncovered = new TreeSet<>();

    private Diagnosis(RotaProblem problem) {
        this.problem = problem;
        this.candidates = Candidates.of(problem);
    }

    /** Empty when nothing of the kind stands in the way. */
    public static Optional<Infeasibility> of(RotaProblem problem) {
        var diagnosis = new Diagnosis(problem);
        diagnosis.keptDuties();
        diagnosis.nobodyFree();
        problem.quarters().keySet().forEach(diagnosis::shortages);
        return diagnosis.reasons.isEmpty()
                ? Optional.empty()
                : Optional.of(new Infeasibility(
                        diagnosis.reasons,
                        List.copyOf(diagnosis.uncovered),
                        new Remedies(problem, diagnosis.candidates).covering(diagnosis.uncovered)));
    }

    private void keptDuties() {
        for (DutyRung rung : DutyRung.values()) {
            for (DayToCover day : problem.days()) {
                problem.surroundings()
                        .kept()
                        .holder(rung, day.date())
                        .flatMap(holder -> whyNot(holder, rung, day))
                        .ifPresent(why -> reasons.add(new Reason.KeptDutyForbidden(day.date(), why)));
            }
        }
    }

    private Optional<String> whyNot(PhysicianId holder, DutyRung rung, DayToCover day) {
        Optional<Volunteer> volunteer = problem.volunteer(holder);
        return volunteer.isEmpty()
                ? Optional.of("ce médecin n'est pas volontaire sur ce territoire")
                : Obstacle.of(problem, volunteer.get(), rung, day).map(Obstacle::sentence);
    }

    private void nobodyFree() {
        List<LocalDate> empty = problem.dates().stream()
                .filter(date -> candidates.on(date).isEmpty())
                .filter(date ->
                        reasons.stream().noneMatch(reason -> reason.dates().contains(date)))
                .toList();
        uncovered.addAll(problem.dates().stream()
                .filter(date -> candidates.on(date).isEmpty())
                .toList());
        for (DateRange run : FrenchDays.runs(empty)) {
            reasons.add(new Reason.NobodyFree(
                    run.dates().toList(),
                    Remedies.volunteersFor(problem, run.dates().toList()),
                    obstacles(run.from())));
        }
    }

    private List<String> obstacles(LocalDate date) {
        return problem.day(date).stream()
                .flatMap(day -> problem.volunteers().stream()
                        .flatMap(one -> Obstacle.of(problem, one, DutyRung.FIRST, day).stream()))
                .map(Obstacle::sentence)
                .toList();
    }

    private void shortages(Quarter quarter) {
        List<LocalDate> dates = problem.quarters().getOrDefault(quarter, List.of()).stream()
                .map(DayToCover::date)
                .toList();
        int room = problem.volunteers().stream()
                .mapToInt(one -> problem.room(one, quarter))
                .sum();
        if (room < dates.size()) {
            int lacking = Math.ceilDiv(dates.size() - room, problem.settings().quota());
            int volunteers = problem.volunteers().size();
            reasons.add(new Reason.QuotaTooShort(dates, volunteers, room, volunteers + lacking));
        }
        var flow = new QuotaFlow(problem, candidates, quarter);
        uncovered.addAll(flow.uncovered());
        flow.cuts().stream()
                .filter(cut -> !cut.people().isEmpty()
                        && (room >= dates.size() || cut.dates().size() < dates.size()))
                .forEach(cut -> reasons.add(tooFew(cut, quarter)));
    }

    private Reason tooFew(QuotaFlow.Cut cut, Quarter quarter) {
        return new Reason.TooFewFree(
                List.copyOf(cut.dates()),
                cut.people().stream().map(Volunteer::name).toList(),
                cut.people().stream()
                        .mapToInt(one -> problem.room(one, quarter))
                        .sum());
    }
}
