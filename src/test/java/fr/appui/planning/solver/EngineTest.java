package fr.appui.planning.solver;

import static fr.appui.planning.Team.assign;
import static fr.appui.planning.Team.date;
import static fr.appui.planning.Team.problem;
import static fr.appui.planning.Team.quarter;
import static fr.appui.planning.Team.range;
import static fr.appui.planning.Team.volunteer;
import static fr.appui.planning.Team.volunteers;
import static fr.appui.planning.solver.GenerationTest.away;
import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.planning.Assignment;
import fr.appui.planning.BackUpPolicy;
import fr.appui.planning.Cancellation;
import fr.appui.planning.DutyRung;
import fr.appui.planning.Generation;
import fr.appui.planning.Progress;
import fr.appui.planning.Remedy;
import fr.appui.planning.Repair;
import fr.appui.planning.RotaProblem;
import fr.appui.planning.Rule;
import fr.appui.planning.SearchLimits;
import fr.appui.planning.Solution;
import fr.appui.planning.Surroundings;
import fr.appui.planning.Volunteer;
import fr.appui.planning.Willingness;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How the engine answers when things do not go straight to an optimum. */
class EngineTest {

    private final CpSatEngine engine = new CpSatEngine();

    @Test
    void withoutItsNativeLibraryItSaysSoAndTriesOnce() {
        var tries = new AtomicInteger();
        var library = new NativeLibrary(() -> {
            tries.incrementAndGet();
            throw new UnsatisfiedLinkError("libjniortools.so");
        });
        var broken = new CpSatEngine(library);
        RotaProblem week = problem(range("2026-08-03", "2026-08-09"), volunteers(2));
        assertThat(broken.generate(week, SearchLimits.DEFAULT))
                .isInstanceOfSatisfying(
                        Generation.Unavailable.class,
                        answer -> assertThat(answer.reason()).contains("libjniortools.so", "à la main"));
        assertThat(broken.repair(week, Assignment.EMPTY, SearchLimits.DEFAULT)).isInstanceOf(Repair.Unavailable.class);
        assertThat(tries).hasValue(1);
    }

    @Test
    void whatIsEvidentlyImpossibleIsExplainedEvenWithoutTheLibrary() {
        var broken = new CpSatEngine(new NativeLibrary(() -> {
            throw new UnsatisfiedLinkError("libjniortools.so");
        }));
        assertThat(broken.generate(quarter("2026-Q3", volunteers(6)), SearchLimits.DEFAULT))
                .isInstanceOf(Generation.Infeasible.class);
    }

    @Test
    void progressTellsEachBetterRota() {
        var heard = new ArrayList<Progress>();
        Generation generation =
                engine.generate(away("2026-Q3", 8, 1), SearchLimits.DEFAULT, new Cancellation(), heard::add);
        assertThat(heard).isNotEmpty().allMatch(progress -> progress.bound() <= progress.objective());
        assertThat(heard.getLast().best().first())
                .isEqualTo(generation.found().orElseThrow().assignment().first());
    }

    @Test
    void aSearchCancelledBeforeItStartsHasNothing() {
        var cancellation = new Cancellation();
        cancellation.request();
        assertThat(engine.generate(away("2026-Q3", 8, 1), SearchLimits.DEFAULT, cancellation, progress -> {}))
                .isInstanceOfSatisfying(
                        Generation.Cancelled.class,
                        answer -> assertThat(answer.best()).isEmpty());
    }

    @Test
    void aSearchCancelledInTheMiddleGivesWhatItHas() {
        var cancellation = new Cancellation();
        var heard = new ArrayList<Progress>();
        RotaProblem problem = away("2026-Q3", 12, 2);
        Generation generation = engine.generate(problem, SearchLimits.DEFAULT, cancellation, progress -> {
            heard.add(progress);
            cancellation.request();
        });
        assertThat(generation).isInstanceOf(Generation.Cancelled.class);
        assertThat(heard).as("it stops at the solution at which it is told to").hasSize(1);
        assertThat(generation.found().orElseThrow().assignment().first())
                .isEqualTo(heard.getFirst().best().first());
        assertThat(generation.found().orElseThrow().verdict().isAllowed()).isTrue();
    }

    @Test
    void aSearchOutOfEffortDoesNotPretend() {
        Generation generation = engine.generate(away("2026-Q3", 12, 2), SearchLimits.DEFAULT.withEffort(0.001));
        assertThat(generation).isInstanceOf(Generation.Undecided.class);
    }

    @Test
    void keptDutiesAreKept() {
        RotaProblem problem = away("2026-Q3", 8, 3);
        Assignment kept = assign("2026-07-06", "AABBCCD");
        Volunteer everFree = volunteer('A');
        RotaProblem keeping = problem.with(problem.volunteers().stream()
                        .map(one -> "ABCD".contains(one.name().substring(3)) ? one.with(everFree.wishes()) : one)
                        .toList())
                .with(Surroundings.NONE.keeping(kept));
        assertThat(optimal(keeping).assignment().first()).containsAllEntriesOf(kept.first());
    }

    @Test
    void rulesThatBindDatesTogetherAreNamedWhenTheyAreTheObstacle() {
        RotaProblem fortnight = problem(range("2026-08-03", "2026-08-16"), volunteers(2));
        RotaProblem tight = fortnight.with(fortnight.settings().withRest(OptionalInt.of(2), 4));
        assertThat(engine.generate(tight, SearchLimits.DEFAULT))
                .isInstanceOfSatisfying(Generation.Infeasible.class, answer -> {
                    assertThat(answer.why().uncovered()).isNotEmpty();
                    assertThat(answer.why().remedies())
                            .contains(new Remedy.LiftRules(List.of(Rule.REST)))
                            .anyMatch(Remedy.MoreVolunteers.class::isInstance);
                });
    }

    @Test
    void volunteersOfWholeWeeksOnlyCannotShareOne() {
        List<Volunteer> whole = List.of(
                volunteer('A', wishes -> wishes.willing(Willingness.WHOLE_WEEKS).atMost(6)),
                volunteer('B', wishes -> wishes.willing(Willingness.WHOLE_WEEKS).atMost(6)));
        assertThat(engine.generate(problem(range("2026-08-03", "2026-08-09"), whole), SearchLimits.DEFAULT))
                .isInstanceOfSatisfying(
                        Generation.Infeasible.class,
                        answer -> assertThat(answer.why().remedies())
                                .contains(
                                        new Remedy.LiftRules(List.of(Rule.WILLINGNESS)),
                                        new Remedy.LiftRules(List.of(Rule.PERSONAL_MAXIMUM))));
    }

    @Test
    void aBackUpIsNamedWhereAPriorityAstreinteIsHeld() {
        Volunteer onHad = volunteer('A', wishes -> wishes.holdingPriorityAstreintes(Set.of(date("2026-08-05"))));
        RotaProblem week = problem(range("2026-08-03", "2026-08-09"), List.of(onHad, volunteer('B')))
                .with(Surroundings.NONE.keeping(assign("2026-08-03", "AAAAAAA")));
        assertThat(optimal(week).assignment().backUp())
                .containsExactlyEntriesOf(assign("2026-08-05", "B").first());
    }

    @Test
    void aBackUpEveryDayComesFromAnotherEstablishment() {
        RotaProblem fortnight = problem(range("2026-08-03", "2026-08-16"), volunteers(4));
        Solution solution = optimal(fortnight.with(fortnight.settings().withBackUp(BackUpPolicy.EVERY_DAY)));
        assertThat(solution.assignment().backUp()).hasSize(14);
        assertThat(solution.verdict().of(Rule.BACK_UP_OTHER_ESTABLISHMENT)).isEmpty();
        assertThat(solution.assignment().backUp().keySet())
                .noneMatch(date -> solution.assignment()
                        .holder(DutyRung.FIRST, date)
                        .equals(solution.assignment().holder(DutyRung.BACK_UP, date)));
    }

    private Solution optimal(RotaProblem problem) {
        Generation generation = engine.generate(problem, SearchLimits.DEFAULT);
        assertThat(generation).isInstanceOf(Generation.Optimal.class);
        return generation.found().orElseThrow();
    }
}
