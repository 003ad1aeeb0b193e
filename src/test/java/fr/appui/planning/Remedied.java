package fr.appui.planning;

import fr.appui.calendar.Quarter;
import fr.appui.directory.PhysicianId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** Does to a problem what a remedy says, to the letter. */
public final class Remedied {

    private Remedied() {}

    /** One problem for each way to read it: where one person or another would do, each of them. */
    public static List<RotaProblem> by(Remedy remedy, RotaProblem problem) {
        return switch (remedy) {
            case Remedy.MoreVolunteers more -> List.of(joined(problem, more));
            case Remedy.Derogations derogations -> List.of(derogating(problem, derogations));
            case Remedy.FreeDates free -> returning(problem, free);
            case Remedy.LiftRules lift -> List.of(lifting(problem, lift));
            case Remedy.ReleaseFixed release -> List.of(releasing(problem, release));
            case Remedy.Together together -> {
                List<RotaProblem> all = List.of(problem);
                for (Remedy part : together.parts()) {
                    all = all.stream().flatMap(one -> by(part, one).stream()).toList();
                }
                yield all;
            }
        };
    }

    private static RotaProblem joined(RotaProblem problem, Remedy.MoreVolunteers more) {
        List<Unavailability> away = problem.dates().stream()
                .filter(date -> !more.dates().contains(date))
                .map(date -> (Unavailability) new Unavailability.During(DateRange.on(date)))
                .toList();
        var team = new ArrayList<>(problem.volunteers());
        for (int one = 0; one < more.count(); one++) {
            Volunteer like = Team.volunteer((char) ('T' + one));
            team.add(new Volunteer(
                    new PhysicianId(new UUID(7, one)),
                    like.name(),
                    like.establishment(),
                    List.of(),
                    Wishes.none().unavailable(away)));
        }
        return problem.with(team);
    }

    private static RotaProblem derogating(RotaProblem problem, Remedy.Derogations granted) {
        var derogations = new ArrayList<Derogation>();
        for (Remedy.Derogations.Extra extra : granted.extra()) {
            Quarter quarter = problem.quarters().keySet().stream()
                    .filter(one -> one.label().equals(extra.quarter()))
                    .findFirst()
                    .orElseThrow();
            derogations.add(new Derogation(named(problem, extra.name()).id(), quarter, extra.days(), "accordée"));
        }
        derogations.addAll(problem.surroundings().derogations());
        return problem.with(problem.surroundings().derogating(derogations));
    }

    private static List<RotaProblem> returning(RotaProblem problem, Remedy.FreeDates free) {
        List<RotaProblem> all = List.of(problem);
        for (Remedy.FreeDates.Return one : free.returns()) {
            all = all.stream()
                    .flatMap(before ->
                            one.people().stream().map(name -> returning(before, named(problem, name), one.dates())))
                    .toList();
        }
        return all;
    }

    private static RotaProblem returning(RotaProblem problem, Volunteer physician, List<LocalDate> dates) {
        return problem.changing(physician.id(), wishes -> wishes.returning(new HashSet<>(dates), problem.dates()));
    }

    private static RotaProblem lifting(RotaProblem problem, Remedy.LiftRules lift) {
        RotaProblem lifted = problem;
        for (Rule rule : lift.rules()) {
            lifted = lifted.lifting(rule);
        }
        return lifted;
    }

    private static RotaProblem releasing(RotaProblem problem, Remedy.ReleaseFixed release) {
        Assignment kept = problem.surroundings().kept();
        for (FixedDuty duty : release.duties()) {
            for (LocalDate date : duty.dates()) {
                kept = kept.without(duty.rung(), date);
            }
        }
        return problem.keeping(kept);
    }

    private static Volunteer named(RotaProblem problem, String name) {
        return problem.volunteers().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
