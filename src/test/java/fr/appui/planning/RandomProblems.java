package fr.appui.planning;

import static fr.appui.planning.Team.withRandomAbsences;

import fr.appui.calendar.Quarter;
import fr.appui.planning.Preference.Liking;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;

/** Seeded problems with a bit of everything, so that the model and the rules are compared where they could differ. */
public final class RandomProblems {

    private RandomProblems() {}

    public static RotaProblem of(long seed, DateRange dates, int physicians) {
        var random = new Random(seed);
        List<Volunteer> volunteers = Team.volunteers(physicians).stream()
                .map(one -> withRandomAbsences(one, dates, 0.15, random))
                .map(one -> one.with(wishes(one.wishes(), dates, random)))
                .toList();
        RotaProblem problem = Team.problem(dates, volunteers);
        return problem.with(settings(random)).with(surroundings(problem, random));
    }

    private static Wishes wishes(Wishes wishes, DateRange dates, Random random) {
        int days = (int) dates.dates().count();
        LocalDate liked = dates.from().plusDays(random.nextInt(days));
        LocalDate priority = dates.from().plusDays(random.nextInt(days));
        Wishes with = wishes.preferring(List.of(new Preference(
                        new DateRange(liked, liked.plusDays(random.nextInt(5))),
                        random.nextBoolean() ? Liking.PREFER : Liking.AVOID,
                        1 + random.nextInt(3))))
                .holdingPriorityAstreintes(new HashSet<>(new DateRange(priority, priority.plusDays(random.nextInt(4)))
                        .dates()
                        .toList()));
        return switch (random.nextInt(8)) {
            case 0 -> with.willing(Willingness.WHOLE_WEEKS);
            case 1 -> with.willing(Willingness.WEEK_ENDS_ONLY);
            default -> with;
        };
    }

    private static PlanningSettings settings(Random random) {
        PlanningSettings settings = PlanningSettings.defaults()
                .withBackUp(random.nextBoolean() ? BackUpPolicy.EVERY_DAY : BackUpPolicy.WHEN_PRIORITY_HELD);
        return switch (random.nextInt(4)) {
            case 0 -> settings.withRest(OptionalInt.of(7), 2);
            case 1 -> settings.withRest(OptionalInt.empty(), 3);
            default -> settings;
        };
    }

    private static Surroundings surroundings(RotaProblem problem, Random random) {
        var shares = new ArrayList<PastShare>();
        var held = new ArrayList<HeldDuty>();
        Quarter past = Quarter.of(problem.from()).previous();
        for (Volunteer volunteer : problem.volunteers()) {
            int weeks = random.nextInt(3);
            shares.add(new PastShare(
                    volunteer.id(), past, 90, new Tally(7 * weeks, weeks, random.nextInt(2), random.nextInt(2))));
        }
        LocalDate eve = problem.from().minusDays(1);
        Volunteer last =
                problem.volunteers().get(random.nextInt(problem.volunteers().size()));
        held.add(new HeldDuty(last.id(), Team.day(eve), DutyRung.FIRST, problem.territory()));
        LocalDate elsewhere =
                problem.from().plusDays(random.nextInt(problem.days().size()));
        held.add(new HeldDuty(last.id(), Team.day(elsewhere), DutyRung.FIRST, Team.HAINAUT));
        return Surroundings.NONE.remembering(shares).holding(held);
    }
}
