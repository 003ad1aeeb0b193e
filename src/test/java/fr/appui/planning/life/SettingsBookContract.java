package fr.appui.planning.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import fr.appui.directory.Reach;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.BackUpPolicy;
import fr.appui.planning.PlanningSettings;
import fr.appui.planning.Weights;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

interface SettingsBookContract extends Books {

    @Test
    default void aTerritoryThatChoseNothingHasTheDefaults() {
        assertThat(settings().of(place().code())).isEqualTo(PlanningSettings.defaults());
    }

    @Test
    default void whatATerritoryChoseComesBackWithTheWeightsOfTheProduct() {
        TerritoryCode code = place().code();
        var heavier = new Weights(13, 4, 3, 8, 15, 17, 2, Weights.DEFAULT.backUp());
        var chosen = new PlanningSettings(21, OptionalInt.of(5), 2, 6, BackUpPolicy.EVERY_DAY, heavier);
        settings().keep(code, chosen);
        assertThat(settings().of(code))
                .isEqualTo(new PlanningSettings(21, OptionalInt.of(5), 2, 6, BackUpPolicy.EVERY_DAY, Weights.DEFAULT));
        settings().keep(code, PlanningSettings.defaults());
        assertThat(settings().of(code)).isEqualTo(PlanningSettings.defaults());
    }

    @Test
    default void thoseOfSeveralAreReadAtOnceWhereAnyWereChosen() {
        TerritoryCode chose = place().code();
        TerritoryCode other = place().code();
        settings().keep(chose, PlanningSettings.defaults().withQuota(7));
        assertThat(settings().chosen(Reach.of(Set.of(chose, other))))
                .containsOnly(entry(chose, settings().of(chose)));
        assertThat(settings().chosen(Reach.of(other))).isEmpty();
        assertThat(settings().chosen(Reach.EVERYWHERE)).containsKey(chose);
    }

    @Test
    default void aVersionRisesWithEachChange() {
        TerritoryCode code = place().code();
        assertThat(settings().version(code)).isZero();
        settings().keep(code, PlanningSettings.defaults().withQuota(7));
        int first = settings().version(code);
        assertThat(first).isPositive();
        settings().keep(code, PlanningSettings.defaults());
        assertThat(settings().version(code)).isGreaterThan(first);
    }
}
