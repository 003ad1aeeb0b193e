package fr.appui.planning;

import fr.appui.calendar.Quarter;
import fr.appui.directory.PhysicianId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * How one measure is shared. Each volunteer starts ahead by what they held beyond their part earlier (or will not be there to
 * hold); every full step beyond the n-th costs n times the weight. That is a convex penalty whose pieces are one step wide:
 * it evens out in the long run and never pays for differences below a step.
 *
 * @param headStarts units already to a volunteer's credit, the least advanced at 0
 * @param unavoidable what the most even spread of the units to share would cost; taken off, so that perfectly fair costs 0
 */
public record FairShare(int step, int weight, Map<PhysicianId, Integer> headStarts, long unavoidable) {

    private static final int QUARTERS_REMEMBERED = 4;

    public static FairShare of(Measure measure, RotaProblem problem) {
        int toShare = measure.of(Tallies.of(problem.days()));
        var credits = new LinkedHashMap<PhysicianId, Double>();
        for (Volunteer volunteer : problem.volunteers()) {
            credits.put(volunteer.id(), remembered(measure, problem, volunteer.id()));
        }
        addThisQuarter(measure, problem, credits, toShare);
        return spread(measure.step(), measure.weight(problem.settings().weights()), credits, toShare);
    }

    /** Shares units among people who all start alike. */
    static FairShare fromZero(int step, int weight, List<PhysicianId> people, int toShare) {
        Map<PhysicianId, Double> credits = people.stream().collect(Collectors.toMap(id -> id, id -> 0.0));
        return spread(step, weight, credits, toShare);
    }

    public int headStart(PhysicianId physician) {
        return headStarts.getOrDefault(physician, 0);
    }

    /** What holding these units costs beyond the most even spread. */
    public long cost(ToIntFunction<PhysicianId> held) {
        long total = headStarts.keySet().stream()
                .mapToLong(id -> weight * stepsBeyond(headStart(id) + held.applyAsInt(id)))
                .sum();
        return Math.max(0, total - unavoidable);
    }

    private long stepsBeyond(int units) {
        return stepsBeyond(step, units);
    }

    private static long stepsBeyond(int step, int units) {
        long sum = 0;
        for (int beyond = units - step; beyond > 0; beyond -= step) {
            sum += beyond;
        }
        return sum;
    }

    /** Held minus part, over the previous four quarters; the part goes by days of presence. */
    private static double remembered(Measure measure, RotaProblem problem, PhysicianId physician) {
        Quarter current = Quarter.of(problem.from());
        double credit = 0;
        Quarter quarter = current;
        for (int back = 0; back < QUARTERS_REMEMBERED; back++) {
            quarter = quarter.previous();
            Quarter past = quarter;
            List<PastShare> shares = problem.surroundings().history().stream()
                    .filter(share -> share.quarter().equals(past))
                    .toList();
            int held =
                    shares.stream().mapToInt(share -> measure.of(share.held())).sum();
            int presence = shares.stream().mapToInt(PastShare::presentDays).sum();
            credit += shares.stream()
                    .filter(share -> share.physician().equals(physician))
                    .mapToDouble(share -> measure.of(share.held()) - held * ratio(share.presentDays(), presence))
                    .sum();
        }
        return credit;
    }

    /** What is already held of this quarter on this territory, and the part that presence in the dates to cover calls for. */
    private static void addThisQuarter(
            Measure measure, RotaProblem problem, Map<PhysicianId, Double> credits, int toShare) {
        int presence = credits.keySet().stream()
                .mapToInt(id -> presentDays(problem, id))
                .sum();
        int heldByAll = credits.keySet().stream()
                .mapToInt(id -> heldNow(measure, problem, id))
                .sum();
        credits.replaceAll((id, credit) -> credit
                + heldNow(measure, problem, id)
                - (heldByAll + toShare) * ratio(presentDays(problem, id), presence));
    }

    private static int presentDays(RotaProblem problem, PhysicianId id) {
        Volunteer volunteer = problem.volunteer(id).orElseThrow();
        return (int) problem.dates().stream().filter(volunteer::eligibleOn).count();
    }

    private static int heldNow(Measure measure, RotaProblem problem, PhysicianId id) {
        Map<Quarter, List<DayToCover>> quarters = problem.quarters();
        var around = problem.heldAround();
        return measure.of(Tallies.of(problem.heldBy(id)
                .filter(duty -> quarters.containsKey(Quarter.of(duty.date())))
                .filter(HeldDuty::counted)
                .filter(duty -> duty.physician().equals(around.get(duty.date()))
                        && duty.territory().equals(problem.territory()))
                .map(HeldDuty::day)
                .toList()));
    }

    private static double ratio(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private static FairShare spread(int step, int weight, Map<PhysicianId, Double> credits, int toShare) {
        double least =
                credits.values().stream().mapToDouble(credit -> credit).min().orElse(0);
        var headStarts = new LinkedHashMap<PhysicianId, Integer>();
        credits.forEach((id, credit) -> headStarts.put(id, (int) Math.round(credit - least)));
        return new FairShare(step, weight, headStarts, weight * mostEven(step, headStarts, toShare));
    }

    /** Gives each unit to whom it costs least: with convex costs the total is the least possible. */
    private static long mostEven(int step, Map<PhysicianId, Integer> headStarts, int toShare) {
        int[] units = headStarts.values().stream().mapToInt(start -> start).toArray();
        for (int unit = 0; unit < toShare && units.length > 0; unit++) {
            int least = 0;
            for (int one = 1; one < units.length; one++) {
                least = units[one] / step < units[least] / step ? one : least;
            }
            units[least]++;
        }
        return Arrays.stream(units).mapToLong(one -> stepsBeyond(step, one)).sum();
    }
}
