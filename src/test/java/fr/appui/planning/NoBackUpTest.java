package fr.appui.planning;

import static fr.appui.planning.Team.assign;
import static fr.appui.planning.Team.date;
import static fr.appui.planning.Team.dr;
import static fr.appui.planning.Team.problem;
import static fr.appui.planning.Team.range;
import static fr.appui.planning.Team.volunteers;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A rota without a back-up rung says why, to those who had one. */
class NoBackUpTest {

    private static final DateRange WEEKS = range("2026-08-03", "2026-08-16");
    private static final Assignment ROTA = assign("2026-08-03", "AAAAAAA BBBBBBB");
    private static final Assignment BEFORE = Assignment.ofFirst(ROTA.first())
            .with(DutyRung.BACK_UP, date("2026-08-03"), dr('C'))
            .with(DutyRung.BACK_UP, date("2026-08-04"), dr('C'));

    @Test
    void whoDeclaresNoPriorityDutyNeedsNone() {
        assertThat(NoBackUp.told(problem(WEEKS, volunteers(3)), ROTA, BEFORE))
                .hasValueSatisfying(told -> assertThat(told)
                        .contains("trimestre précédent en avait un sur 2 dates", "HAD ou USP", "réglages du planning"));
    }

    @Test
    void nobodyIsFree() {
        RotaProblem alone = everyDay(1);
        Assignment byOne = assign("2026-08-03", "AAAAAAA AAAAAAA");
        assertThat(NoBackUp.told(alone, byOne, BEFORE))
                .hasValueSatisfying(
                        told -> assertThat(told).contains("du 3 au 16 août", "personne d’autre n’est libre"));
    }

    @Test
    void somebodyIsFreeAndNotPlaced() {
        assertThat(NoBackUp.told(everyDay(3), ROTA, BEFORE))
                .hasValueSatisfying(told -> assertThat(told).contains("Compléter par le calcul"));
    }

    @Test
    void nothingIsSaidWhereThereIsOneOrNeverWas() {
        RotaProblem problem = problem(WEEKS, volunteers(3));
        assertThat(NoBackUp.told(problem, BEFORE, BEFORE)).isEmpty();
        assertThat(NoBackUp.told(problem, ROTA, ROTA)).isEmpty();
        assertThat(NoBackUp.told(problem, Assignment.EMPTY, BEFORE)).isEmpty();
    }

    private static RotaProblem everyDay(int physicians) {
        RotaProblem problem = problem(WEEKS, volunteers(physicians));
        return problem.with(problem.settings().withBackUp(BackUpPolicy.EVERY_DAY));
    }
}
