package fr.appui.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PlanningSettingsTest {

    @Test
    void whatIsLookedAtAroundAQuarterReachesAsFarAsTheRuleThatLooksFarthest() {
        assertThat(settings(4, 0, OptionalInt.empty()).daysAround()).isEqualTo(28);
        assertThat(settings(1, 14, OptionalInt.empty()).daysAround())
                .as("22 December and 2 January are eleven days apart")
                .isEqualTo(14);
        assertThat(settings(1, 2, OptionalInt.of(20)).daysAround()).isEqualTo(20);
    }

    private static PlanningSettings settings(int spacingWeeks, int rest, OptionalInt most) {
        return new PlanningSettings(14, most, rest, spacingWeeks, BackUpPolicy.WHEN_PRIORITY_HELD, Weights.DEFAULT);
    }
}
