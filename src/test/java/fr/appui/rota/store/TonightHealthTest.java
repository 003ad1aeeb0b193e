package fr.appui.rota.store;

import static fr.appui.rota.Nights.MOBILE_A;
import static fr.appui.rota.Nights.TERRITORY;
import static fr.appui.rota.Nights.always;
import static fr.appui.rota.Nights.at;
import static fr.appui.rota.Nights.facts;
import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.rota.CurrentRota;
import fr.appui.rota.IndexedRota;
import fr.appui.rota.RotaFacts;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Saturday and Sunday are held, Monday is not. */
class TonightHealthTest {

    @Test
    void somebodyWithANumberAtEachHourOfTheComingDayIsGood() {
        assertThat(health(facts(List.of(), always(MOBILE_A)), at(14, 12, 0)))
                .containsEntry("lignes", 1L)
                .doesNotContainKey("attention." + TERRITORY);
    }

    @Test
    void aHoleInTheComingDayIsToldWithItsHour() {
        assertThat(health(facts(List.of(), always(MOBILE_A)), at(16, 12, 0))
                        .get("attention." + TERRITORY)
                        .toString())
                .startsWith("personne n’est joignable lundi 16 novembre 2026");
    }

    @Test
    void whoHasNoNumberIsNobody() {
        assertThat(health(facts(List.of()), at(15, 12, 0))).containsKey("attention." + TERRITORY);
    }

    @Test
    void aSiteWithoutALineIsTold() {
        assertThat(health(RotaFacts.NONE, at(14, 12, 0)).get("attention").toString())
                .contains("aucune ligne");
    }

    private static Map<String, Object> health(RotaFacts facts, Instant now) {
        IndexedRota rota = IndexedRota.of(facts);
        CurrentRota current = new CurrentRota() {
            @Override
            public IndexedRota current() {
                return rota;
            }

            @Override
            public boolean refresh() {
                return true;
            }

            @Override
            public boolean isOld(Instant now) {
                return false;
            }
        };
        return new TonightHealth(current, Clock.fixed(now, ZoneOffset.UTC))
                .call()
                .getData()
                .orElseThrow();
    }
}
