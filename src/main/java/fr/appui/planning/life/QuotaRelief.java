package fr.appui.planning.life;

import fr.appui.calendar.Quarter;
import fr.appui.directory.PhysicianId;
import fr.appui.planning.Assignment;
import fr.appui.planning.Derogation;
import fr.appui.planning.DutyRung;
import fr.appui.planning.RotaProblem;
import fr.appui.planning.Surroundings;
import fr.appui.rota.Substitution.Act;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** The only way past a hard rule: the quota, with a reason that the annual report prints (domain §4). */
@ApplicationScoped
class QuotaRelief {

    private final DerogationBook book;
    private final PlanningActs acts;
    private final WrittenNames names;

    QuotaRelief(DerogationBook book, PlanningActs acts, WrittenNames names) {
        this.book = book;
        this.acts = acts;
        this.names = names;
    }

    /** Allows as many days as the assignment gives, no more. */
    RotaProblem grant(RuleBreach breach, Assignment wanted, RotaProblem problem, Act act) {
        var derogations = new ArrayList<>(problem.surroundings().derogations());
        breach.violations().forEach(violation -> {
            PhysicianId physician = violation.people().getFirst();
            Quarter quarter = Quarter.of(violation.dates().getFirst());
            var derogation =
                    new Derogation(physician, quarter, days(physician, quarter, wanted, problem), act.reason());
            derogations.removeIf(
                    one -> one.physician().equals(physician) && one.quarter().equals(quarter));
            derogations.add(derogation);
            book.grant(new DerogationBook.Granted(problem.territory(), derogation, act));
            acts.record(new PlanningAct(
                    problem.territory(),
                    PlanningAct.Kind.DEROGATION_GRANTED,
                    quarter.toString(),
                    names.of(physician) + " : " + derogation.allowedDays() + " jours d’astreinte au " + quarter.label()
                            + ".",
                    act));
        });
        Surroundings relieved = problem.surroundings().derogating(List.copyOf(derogations));
        return problem.with(relieved);
    }

    private static int days(PhysicianId physician, Quarter quarter, Assignment wanted, RotaProblem problem) {
        long here = wanted.on(DutyRung.FIRST).entrySet().stream()
                .filter(duty -> duty.getValue().equals(physician) && quarter.contains(duty.getKey()))
                .count();
        return (int) here + problem.heldDays(physician, quarter);
    }
}
