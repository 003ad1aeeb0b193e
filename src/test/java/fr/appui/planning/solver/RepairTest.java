package fr.appui.planning.solver;

import static fr.appui.planning.Team.assign;
import static fr.appui.planning.Team.date;
import static fr.appui.planning.Team.dr;
import static fr.appui.planning.Team.problem;
import static fr.appui.planning.Team.range;
import static fr.appui.planning.Team.volunteer;
import static fr.appui.planning.Team.volunteers;
import static fr.appui.planning.solver.GenerationTest.away;
import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.PhysicianId;
import fr.appui.planning.Alternative;
import fr.appui.planning.Assignment;
import fr.appui.planning.DateRange;
import fr.appui.planning.DutyRung;
import fr.appui.planning.Repair;
import fr.appui.planning.RotaProblem;
import fr.appui.planning.SearchLimits;
import fr.appui.planning.Unavailability;
import fr.appui.planning.Verdict;
import fr.appui.planning.Volunteer;
import fr.appui.planning.Willingness;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A withdrawal is repaired by moving as few duties as possible. */
class RepairTest {

    private static final DateRange MONTH = range("2026-08-03", "2026-08-30");
    private static final Assignment ROTA = assign("2026-08-03", "AAAAAAA BBBBBBB CCCCCCC DDDDDDD");

    private final CpSatEngine engine = new CpSatEngine();

    @Test
    void twoDatesGivenUpMoveTwoDutiesAndNoMore() {
        RotaProblem problem =
                problem(MONTH, volunteers(5)).withdrawing(dr('B'), Set.of(date("2026-08-12"), date("2026-08-13")));
        Repair.Proposed repair = proposed(problem, ROTA);
        assertThat(repair.proved()).isTrue();
        assertThat(repair.alternatives()).hasSize(Repair.MOST_ALTERNATIVES);
        Alternative best = repair.alternatives().getFirst();
        assertThat(best.changes()).isEqualTo(2);
        assertThat(best.verdict().isAllowed()).isTrue();
        assertThat(best.explanation())
                .anyMatch(
                        line -> line.equals("Dr E prend du 12 au 13 août (0 → 2 jours sur 14 au 3e trimestre 2026)."));
    }

    @Test
    void alternativesAreDistinctAndRanked() {
        RotaProblem problem = problem(MONTH, volunteers(5)).withdrawing(dr('B'), Set.of(date("2026-08-12")));
        List<Alternative> alternatives = proposed(problem, ROTA).alternatives();
        assertThat(new HashSet<>(alternatives.stream().map(Alternative::result).toList()))
                .hasSameSizeAs(alternatives);
        assertThat(alternatives).extracting(Alternative::changes).isSorted();
        assertThat(alternatives).allMatch(one -> one.verdict().isAllowed());
    }

    @Test
    void aFullQuotaPushesDutiesAroundAsLittleAsPossible() {
        RotaProblem all = problem(MONTH, volunteers(4));
        RotaProblem full = all.with(all.settings().withQuota(7)).withdrawing(dr('B'), Set.of(date("2026-08-12")));
        Repair.Proposed repair = proposed(full, ROTA);
        assertThat(repair.alternatives().getFirst().changes())
                .as("somebody takes the date and gives another in return")
                .isEqualTo(2);
        assertThat(repair.proved()).isTrue();
    }

    @Test
    void aVolunteerOfWholeWeeksIsAskedOnlyWhenNobodyElseCan() {
        Volunteer whole = volunteer('B', wishes -> wishes.willing(Willingness.WHOLE_WEEKS));
        RotaProblem two = problem(range("2026-08-03", "2026-08-09"), List.of(volunteer('A'), whole))
                .withdrawing(dr('A'), Set.of(date("2026-08-05")));
        Assignment rota = assign("2026-08-03", "AAAAAAA");
        Alternative best = proposed(two, rota).alternatives().getFirst();
        assertThat(best.changes()).isEqualTo(1);
        assertThat(best.explanation())
                .contains("À demander : Dr B ne propose que des semaines entières et n’aurait que le 5 août.");
    }

    @Test
    void theBackUpThatStepsInIsReplacedInItsTurn() {
        Volunteer onHad = volunteer('B', wishes -> wishes.holdingPriorityAstreintes(Set.of(date("2026-08-05"))));
        RotaProblem week = problem(range("2026-08-03", "2026-08-09"), List.of(volunteer('A'), onHad, volunteer('C')));
        Assignment rota = assign("2026-08-03", "BBBBBBB").with(DutyRung.BACK_UP, date("2026-08-05"), dr('A'));
        RotaProblem withdrawn = week.withdrawing(dr('A'), Set.of(date("2026-08-05")));
        Alternative best = proposed(withdrawn, rota).alternatives().getFirst();
        assertThat(best.changes()).isZero();
        assertThat(best.result().backUp()).containsEntry(date("2026-08-05"), dr('C'));
        assertThat(best.explanation()).contains("Dr C devient le recours le 5 août.");
    }

    @Test
    void whenNobodyCanTheReasonIsGiven() {
        RotaProblem one = problem(range("2026-08-03", "2026-08-09"), volunteers(1))
                .withdrawing(dr('A'), Set.of(date("2026-08-05")));
        assertThat(engine.repair(one, assign("2026-08-03", "AAAAAAA"), SearchLimits.DEFAULT))
                .isInstanceOfSatisfying(
                        Repair.Impossible.class,
                        answer -> assertThat(answer.why().reasons().getFirst().sentence())
                                .startsWith("Le 5 août : aucun volontaire disponible"));
    }

    @Test
    void anOldHoleNeitherBlocksARepairNorIsFilledByIt() {
        Assignment holed = ROTA.without(DutyRung.FIRST, date("2026-08-14")).without(DutyRung.FIRST, date("2026-08-15"));
        RotaProblem month = problem(MONTH, volunteers(5));
        RotaProblem nobodyFree = month.changingAll(
                wishes -> wishes.unavailable(List.of(new Unavailability.During(DateRange.on(date("2026-08-14"))))));
        for (RotaProblem problem : List.of(month, nobodyFree)) {
            Repair.Proposed repair = proposed(problem.withdrawing(dr('D'), Set.of(date("2026-08-25"))), holed);
            assertThat(repair.proved()).isTrue();
            assertThat(repair.alternatives().getFirst().moves())
                    .extracting(Alternative.Move::date)
                    .containsExactly(date("2026-08-25"));
        }
    }

    @Test
    void whatIsPastStaysAsItWas() {
        RotaProblem month = problem(MONTH, volunteers(5));
        LocalDate today = date("2026-08-14");
        RotaProblem remaining =
                month.startingAt(today, ROTA).withdrawing(dr('B'), Set.of(date("2026-08-12"), date("2026-08-15")));
        Alternative best = proposed(remaining, ROTA.from(today)).alternatives().getFirst();
        assertThat(best.moves()).extracting(Alternative.Move::date).containsExactly(date("2026-08-15"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aWithdrawalFromARealQuarterIsRepairedWithAProof(long seed) {
        RotaProblem problem = away("2026-Q3", 9, seed);
        Assignment rota = engine.generate(problem, SearchLimits.DEFAULT)
                .found()
                .orElseThrow()
                .assignment();
        PhysicianId leaving = rota.holder(DutyRung.FIRST, date("2026-08-12")).orElseThrow();
        Set<LocalDate> given = rota.first().entrySet().stream()
                .filter(duty -> duty.getValue().equals(leaving))
                .map(duty -> duty.getKey())
                .limit(3)
                .collect(Collectors.toCollection(TreeSet::new));
        Repair.Proposed repair = proposed(problem.withdrawing(leaving, given), rota);
        Alternative best = repair.alternatives().getFirst();
        assertThat(repair.proved()).isTrue();
        assertThat(best.result().first()).doesNotContainEntry(given.iterator().next(), leaving);
        assertThat(Verdict.on(best.result(), problem.withdrawing(leaving, given))
                        .hard())
                .isEmpty();
    }

    private Repair.Proposed proposed(RotaProblem problem, Assignment rota) {
        Repair repair = engine.repair(problem, rota, SearchLimits.DEFAULT);
        assertThat(repair).isInstanceOf(Repair.Proposed.class);
        return (Repair.Proposed) repair;
    }
}
