package fr.appui.planning;

import static fr.appui.planning.Team.HAINAUT;
import static fr.appui.planning.Team.OISE;
import static fr.appui.planning.Team.assign;
import static fr.appui.planning.Team.dr;
import static fr.appui.planning.Team.held;
import static fr.appui.planning.Team.problem;
import static fr.appui.planning.Team.range;
import static fr.appui.planning.Team.volunteers;
import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.calendar.Quarter;
import java.util.List;
import org.junit.jupiter.api.Test;

class FairnessTest {

    @Test
    void aRowCountsTheQuarterHereAndTheFourBefore() {
        Surroundings around = Surroundings.NONE
                .holding(List.of(
                        held('A', "2026-07-14", OISE), held('A', "2026-06-30", OISE), held('A', "2026-07-02", HAINAUT)))
                .remembering(List.of(
                        new PastShare(dr('A'), Quarter.parse("2026-Q2"), 91, new Tally(10, 2, 1, 0)),
                        new PastShare(dr('A'), Quarter.parse("2025-Q2"), 91, new Tally(50, 9, 9, 9))));
        RotaProblem august =
                problem(range("2026-08-03", "2026-08-16"), volunteers(2)).with(around);
        Assignment rota = assign("2026-08-03", "AAAAAAABBBBBBB").withBackUps(Team.holders("2026-08-03", "BBB"));
        assertThat(Fairness.of(rota, august).rows())
                .containsExactly(
                        new Fairness.Row(dr('A'), "Dr A", new Tally(8, 1, 1, 0), new Tally(18, 3, 2, 0), 0, 14 - 7 - 2),
                        new Fairness.Row(dr('B'), "Dr B", new Tally(7, 1, 1, 0), new Tally(7, 1, 1, 0), 3, 7));
    }
}
