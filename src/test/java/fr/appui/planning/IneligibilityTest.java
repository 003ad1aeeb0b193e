package fr.appui.planning;

import static fr.appui.planning.Team.range;
import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.Eligibility;
import fr.appui.directory.Volunteers;
import org.junit.jupiter.api.Test;

class IneligibilityTest {

    private static final Eligibility DURING_2026 =
            new Eligibility(Volunteers.physician(Volunteers.career(Volunteers.PARTNER)), Volunteers.partners());

    @Test
    void aPhysicianWhoMeetsEveryConditionHasNone() {
        assertThat(Ineligibility.over(range("2026-10-01", "2026-12-31"), DURING_2026))
                .isEmpty();
    }

    @Test
    void datesThatLackTheSameConditionsAreOneWithItsReasons() {
        assertThat(Ineligibility.over(range("2026-12-30", "2027-01-05"), DURING_2026))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.dates()).isEqualTo(range("2027-01-01", "2027-01-05"));
                    assertThat(one.reason()).contains("n’est pas salarié", "1er janvier 2027");
                });
    }
}
