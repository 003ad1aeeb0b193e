package fr.appui.planning.life;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.rota.Slot;
import fr.appui.web.rotas.PlanningWorld.Place;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

interface ToldDutiesContract extends Books {

    @Test
    default void whatWasToldIsFoundByTerritoryAndByPhysicianInOrder() {
        Place place = place();
        Place neighbour = place();
        LocalDate date = Q3.first();
        ToldDuty tomorrow = told(place, 0, date.plusDays(1), 1, 0);
        ToldDuty backUp = told(place, 0, date, 2, 0);
        ToldDuty secondPart = told(place, 0, date, 1, 1);
        ToldDuty firstPart = told(place, 0, date, 1, 0);
        ToldDuty elsewhere = new ToldDuty(
                new ToldDuty.Key(
                        new Slot(neighbour.code(), date.plusDays(2), 1),
                        place.physicians().get(0).id(),
                        0),
                NOW,
                NOW.plusSeconds(60),
                0,
                false,
                NOW);
        told().keep(List.of(tomorrow, backUp, secondPart, firstPart, elsewhere));
        assertThat(told().of(place.code(), date, date)).containsExactly(firstPart, secondPart, backUp);
        assertThat(told().of(place.code(), date.plusDays(1), Q3.last())).containsExactly(tomorrow);
        assertThat(told().of(place.physicians().get(0).id(), date.plusDays(1))).containsExactly(tomorrow, elsewhere);
    }

    @Test
    default void aLaterTellingReplacesTheOneOfTheSameKey() {
        Place place = place();
        ToldDuty first = told(place, 0, Q3.first(), 1, 0);
        told().keep(List.of(first));
        ToldDuty gone = first.takenAway(NOW.plusSeconds(5));
        told().keep(List.of(gone));
        assertThat(told().of(place.code(), Q3.first(), Q3.first())).containsExactly(gone);
    }

    private static ToldDuty told(Place place, int physician, LocalDate date, int rung, int part) {
        var key = new ToldDuty.Key(
                new Slot(place.code(), date, rung),
                place.physicians().get(physician).id(),
                part);
        return new ToldDuty(key, NOW.plusMillis(1), NOW.plusSeconds(3_600), 0, false, NOW);
    }
}
