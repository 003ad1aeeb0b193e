package fr.appui.planning.solver;

import static fr.appui.planning.Team.held;
import static fr.appui.planning.Team.problem;
import static fr.appui.planning.Team.range;
import static fr.appui.planning.Team.volunteers;
import static fr.appui.planning.Team.withRandomAbsences;
import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.calendar.Quarter;
import fr.appui.directory.PhysicianId;
import fr.appui.planning.Assignment;
import fr.appui.planning.DateRange;
import fr.appui.planning.DutyRung;
import fr.appui.planning.Generation;
import fr.appui.planning.PastShare;
import fr.appui.planning.PlanningSettings;
import fr.appui.planning.Preference;
import fr.appui.planning.Preference.Liking;
import fr.appui.planning.Repair;
import fr.appui.planning.RotaProblem;
import fr.appui.planning.SearchLimits;
import fr.appui.planning.Surroundings;
import fr.appui.planning.Tally;
import fr.appui.planning.Team;
import fr.appui.planning.Verdict;
import fr.appui.planning.Volunteer;
import fr.appui.planning.Willingness;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On problems small enough to try every rota, the search finds the cheapest, or that there is none. */
class OptimumTest {

    private static final DateRange SIX_DAYS = range("2026-09-29", "2026-10-04");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void theSearchFindsWhatTryingEverythingFinds(long seed) {
        RotaProblem problem = small(seed);
        OptionalLong cheapest = cheapest(problem);
        Generation generation = new CpSatEngine().generate(problem, SearchLimits.DEFAULT);
        if (cheapest.isEmpty()) {
            assertThat(generation).isInstanceOf(Generation.Infeasible.class);
        } else {
            assertThat(generation).isInstanceOf(Generation.Optimal.class);
            assertThat(generation.found().orElseThrow().objective()).isEqualTo(cheapest.getAsLong());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theRepairMovesAsFewDutiesAsAnyRotaCould(long seed) {
        RotaProblem problem = small(seed);
        Assignment current = decode(new Random(seed).nextInt(729), problem);
        OptionalInt fewest = fewestChanges(problem, current);
        Repair repair = new CpSatEngine().repair(problem, current, SearchLimits.DEFAULT);
        if (fewest.isEmpty()) {
            assertThat(repair).isInstanceOf(Repair.Impossible.class);
        } else {
            assertThat(repair).isInstanceOfSatisfying(Repair.Proposed.class, proposed -> {
                assertThat(proposed.proved()).isTrue();
                assertThat(proposed.alternatives().getFirst().changes()).isEqualTo(fewest.getAsInt());
            });
        }
    }

    /** Across the end of a quarter and a week-end, with a tight quota, memory, a duty held on the eve and wishes. */
    private static RotaProblem small(long seed) {
        var random = new Random(seed);
        List<Volunteer> team = volunteers(3).stream()
                .map(one -> withRandomAbsences(one, SIX_DAYS, 0.1, random))
                .map(one -> wishing(one, random))
                .toList();
        List<PastShare> memory = team.stream()
                .map(one -> new PastShare(
                        one.id(), Quarter.parse("2026-Q2"), 91, new Tally(random.nextInt(15), random.nextInt(3), 0, 0)))
                .toList();
        RotaProblem problem = problem(SIX_DAYS, team)
                .with(Surroundings.NONE.remembering(memory).holding(List.of(held('A', "2026-09-28", Team.OISE))));
        PlanningSettings settings = problem.settings().withQuota(2 + random.nextInt(2));
        return problem.with(
                random.nextInt(3) == 0 ? settings.withRest(OptionalInt.of(3), random.nextInt(3)) : settings);
    }

    private static Volunteer wishing(Volunteer volunteer, Random random) {
        LocalDate liked = SIX_DAYS.from().plusDays(random.nextInt(6));
        var preference = new Preference(
                DateRange.on(liked), random.nextBoolean() ? Liking.PREFER : Liking.AVOID, 1 + random.nextInt(3));
        boolean whole = random.nextInt(6) == 0;
        return volunteer.with(volunteer
                .wishes()
                .preferring(List.of(preference))
                .willing(whole ? Willingness.WHOLE_WEEKS : Willingness.PARTS_OF_WEEKS));
    }

    private static OptionalLong cheapest(RotaProblem problem) {
        int days = problem.days().size();
        int people = problem.volunteers().size();
        OptionalLong cheapest = OptionalLong.empty();
        for (int code = 0; code < Math.pow(people, days); code++) {
            Assignment rota = decode(code, problem);
            if (Verdict.hardOn(rota, problem).isAllowed()) {
                long cost = Verdict.on(rota, problem).cost();
                cheapest = OptionalLong.of(Math.min(cost, cheapest.orElse(cost)));
            }
        }
        return cheapest;
    }

    private static OptionalInt fewestChanges(RotaProblem problem, Assignment current) {
        return IntStream.range(0, (int)
                        Math.pow(problem.volunteers().size(), problem.days().size()))
                .mapToObj(code -> decode(code, problem))
                .filter(rota -> Verdict.hardOn(rota, problem).hard().stream()
                        .allMatch(broken -> broken.rule().yieldsToConsent()))
                .mapToInt(rota -> (int) problem.dates().stream()
                        .filter(date -> !rota.holder(DutyRung.FIRST, date).equals(current.holder(DutyRung.FIRST, date)))
                        .count())
                .min();
    }

    private static Assignment decode(int code, RotaProblem problem) {
        var holders = new TreeMap<LocalDate, PhysicianId>();
        int rest = code;
        for (LocalDate date : problem.dates()) {
            holders.put(
                    date,
                    problem.volunteers().get(rest % problem.volunteers().size()).id());
            rest /= problem.volunteers().size();
        }
        return Assignment.ofFirst(holders);
    }
}
