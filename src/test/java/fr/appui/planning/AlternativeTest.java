package fr.appui.planning;

import static fr.appui.planning.Team.assign;
import static fr.appui.planning.Team.problem;
import static fr.appui.planning.Team.range;
import static fr.appui.planning.Team.volunteers;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a repair asks of somebody is said before it is chosen. */
class AlternativeTest {

    private static final RotaProblem PROBLEM = problem(range("2026-08-03", "2026-08-30"), volunteers(4));
    private static final Assignment BEFORE = assign("2026-08-03", "AAAAAAA BBBBBBB CCCCCCC");

    @Test
    void twoWeeksInARowAreSaidWhetherOrNotTheTerritoryLimitsThem() {
        assertThat(repairedBy("AAAAAAA AAAAAAA CCCCCCC"))
                .contains("À savoir : Dr A serait d’astreinte 14 jours de suite, du 3 au 16 août.");
    }

    @Test
    void aWeekIsNothingToSay() {
        assertThat(repairedBy("AAAAAAA DDDDDDD CCCCCCC"))
                .anyMatch(line -> line.startsWith("Dr D prend"))
                .noneMatch(line -> line.startsWith("À savoir"));
    }

    private static String[] repairedBy(String weeks) {
        return Alternative.between(BEFORE, assign("2026-08-03", weeks), PROBLEM)
                .explanation()
                .toArray(String[]::new);
    }
}
