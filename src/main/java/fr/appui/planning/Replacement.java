package fr.appui.planning;

import fr.appui.calendar.Quarter;
import fr.appui.directory.PhysicianId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Who can be asked to hold one date in somebody's place, tonight for instance.
 *
 * @param askable in the order to ask them
 */
public record Replacement(LocalDate date, List<Candidate> askable, List<Excluded> excluded) {

    /**
     * @param days first-rung days of the civil quarter, before this one
     * @param room days they may still receive in it
     * @param remarks what to know before asking, in French
     */
    public record Candidate(PhysicianId physician, String name, int days, int room, List<String> remarks) {}

    /** @param reasons a French sentence for each rule that stands in the way */
    public record Excluded(PhysicianId physician, String name, List<String> reasons) {}

    public Replacement {
        askable = List.copyOf(askable);
        excluded = List.copyOf(excluded);
    }

    /** Who can be asked for a rung of a date; whoever is on duty in it already is not, but a back-up for the first rung. */
    public static Replacement on(LocalDate date, DutyRung rung, Assignment rota, RotaProblem problem) {
        var askable = new ArrayList<Candidate>();
        var excluded = new ArrayList<Excluded>();
        Verdict before = Verdict.hardOn(rota, problem);
        for (Volunteer volunteer : problem.volunteers()) {
            if (!holds(volunteer.id(), date, rung, rota)) {
                List<Violation> broken = Verdict.hardOn(stepIn(volunteer, date, rung, rota), problem)
                        .brokenSince(before);
                List<String> reasons = sentences(broken, false);
                if (reasons.isEmpty()) {
                    askable.add(candidate(volunteer, date, rota, problem, sentences(broken, true)));
                } else {
                    excluded.add(new Excluded(volunteer.id(), volunteer.name(), reasons));
                }
            }
        }
        askable.sort(order(date, rota, problem));
        return new Replacement(date, askable, excluded);
    }

    /** A back-up who steps in leaves the back-up rung. */
    private static Assignment stepIn(Volunteer volunteer, LocalDate date, DutyRung rung, Assignment rota) {
        Assignment steppedIn = rota.with(rung, date, volunteer.id());
        return isBackUp(volunteer.id(), date, rota) ? steppedIn.without(DutyRung.BACK_UP, date) : steppedIn;
    }

    private static boolean holds(PhysicianId physician, LocalDate date, DutyRung rung, Assignment rota) {
        return physician.equals(rota.first().get(date)) || rung == DutyRung.BACK_UP && isBackUp(physician, date, rota);
    }

    private static List<String> sentences(List<Violation> broken, boolean consent) {
        return broken.stream()
                .filter(one -> one.rule().yieldsToConsent() == consent)
                .map(Violation::sentence)
                .toList();
    }

    private static Candidate candidate(
            Volunteer volunteer, LocalDate date, Assignment rota, RotaProblem problem, List<String> asked) {
        var remarks = new ArrayList<>(asked);
        if (isBackUp(volunteer.id(), date, rota)) {
            remarks.add(volunteer.name() + " est le médecin de recours de cette date.");
        }
        if (volunteer.wishes().dislikeOf(date) > 0) {
            remarks.add(volunteer.name() + " souhaitait éviter cette date.");
        }
        if (volunteer.holdsPriorityAstreinteOn(date)) {
            remarks.add(volunteer.name() + " tient une astreinte HAD ou USP, prioritaire, à cette date.");
        }
        Quarter quarter = Quarter.of(date);
        int held = Fairness.days(volunteer.id(), quarter, rota, problem);
        int room = problem.room(volunteer, quarter) - held + problem.heldDays(volunteer.id(), quarter);
        return new Candidate(volunteer.id(), volunteer.name(), held, room, remarks);
    }

    /** The back-up first, then those who need the least persuading, then who has held the least, memory included. */
    private static Comparator<Candidate> order(LocalDate date, Assignment rota, RotaProblem problem) {
        FairShare load = FairShare.of(Measure.LOAD, problem);
        return Comparator.comparing((Candidate one) -> !isBackUp(one.physician(), date, rota))
                .thenComparing(one -> one.remarks().size())
                .thenComparing(one -> load.headStart(one.physician()) + one.days())
                .thenComparing(Candidate::name);
    }

    private static boolean isBackUp(PhysicianId physician, LocalDate date, Assignment rota) {
        return physician.equals(rota.backUp().get(date));
    }
}
