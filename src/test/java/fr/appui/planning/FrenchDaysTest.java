package fr.appui.planning;

import static fr.appui.planning.Team.date;
import static fr.appui.planning.Team.range;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FrenchDaysTest {

    @Test
    void rangesRepeatNoMonthThatTheyShare() {
        assertThat(FrenchDays.of(range("2026-08-03", "2026-08-09"))).isEqualTo("du 3 au 9 août");
        assertThat(FrenchDays.of(range("2026-07-28", "2026-08-01"))).isEqualTo("du 28 juillet au 1er août");
        assertThat(FrenchDays.of(range("2026-12-28", "2027-01-03"))).isEqualTo("du 28 décembre 2026 au 3 janvier 2027");
        assertThat(FrenchDays.of(range("2026-08-03", "2026-08-03"))).isEqualTo("le 3 août");
    }

    @Test
    void datesAreJoinedIntoRuns() {
        var dates = List.of(date("2026-08-12"), date("2026-08-04"), date("2026-08-03"), date("2026-08-20"));
        assertThat(FrenchDays.of(dates)).isEqualTo("du 3 au 4 août, le 12 août et le 20 août");
    }
}
