package fr.appui.rota.store;

import static fr.appui.rota.Nights.DR_A;
import static fr.appui.rota.Nights.MOBILE_A;
import static fr.appui.rota.Nights.TERRITORY;
import static fr.appui.rota.Nights.always;
import static fr.appui.rota.Nights.at;
import static fr.appui.rota.Nights.busy;
import static fr.appui.rota.Nights.facts;
import static fr.appui.rota.Nights.unconfirmed;
import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.rota.IndexedRota;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Saturday and Sunday are held, Monday is not. */
class RotaMetersTest {

    @Test
    void hoursInWhichNobodyCanBeRungAreCountedAsFarAsOneLooks() {
        IndexedRota rota = IndexedRota.of(facts(List.of(), always(MOBILE_A)));
        assertThat(RotaMeters.uncovered(rota, at(14, 12, 0), 1)).containsEntry(TERRITORY, 0.0);
        double monday = RotaMeters.uncovered(rota, at(16, 19, 0), 1).get(TERRITORY);
        assertThat(monday).isPositive();
        assertThat(RotaMeters.uncovered(rota, at(16, 20, 0), 1).get(TERRITORY)).isLessThanOrEqualTo(monday);
        assertThat(RotaMeters.uncovered(rota, at(14, 12, 0), 7).get(TERRITORY)).isGreaterThan(monday);
    }

    @Test
    void whoDidNotConfirmIsCountedAndWhoIsHeldElsewhereIsNot() {
        var unconfirmed = unconfirmed(DR_A, at(14, 18, 30), at(15, 8, 30)).physicians();
        assertThat(RotaMeters.unconfirmed(unconfirmed, at(14, 20, 0))).isEqualTo(1);
        assertThat(RotaMeters.unconfirmed(unconfirmed, at(15, 8, 30))).isZero();
        var held = busy(DR_A, at(14, 18, 30), at(15, 8, 30)).physicians();
        assertThat(RotaMeters.unconfirmed(held, at(14, 20, 0))).isZero();
    }
}
