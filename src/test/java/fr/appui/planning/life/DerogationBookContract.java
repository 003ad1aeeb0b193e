package fr.appui.planning.life;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.calendar.Quarter;
import fr.appui.planning.Derogation;
import fr.appui.planning.life.DerogationBook.Granted;
import fr.appui.web.rotas.PlanningWorld.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

interface DerogationBookContract extends Books {

    @Test
    default void aLaterDerogationReplacesTheOneOfThatPhysicianAndQuarter() {
        Place place = place();
        Place neighbour = place();
        Granted first = granted(place, 0, Q3, 15);
        Granted other = granted(place, 1, Q3, 16);
        derogations().grant(first);
        derogations().grant(other);
        derogations().grant(granted(place, 0, Q3.next(), 20));
        Granted later = new Granted(
                neighbour.code(),
                granted(place, 0, Q3, 18).derogation(),
                act("Raison de 18 jours", NOW.plusSeconds(5)));
        derogations().grant(later);
        assertThat(of(place, Q3)).containsExactly(later, other);
        assertThat(of(place, Q3.next())).hasSize(1);
        assertThat(of(place, Q3.previous())).isEmpty();
    }

    private List<Granted> of(Place place, Quarter quarter) {
        return derogations().in(quarter).stream()
                .filter(granted -> place.physicians().stream()
                        .anyMatch(one -> one.id().equals(granted.derogation().physician())))
                .toList();
    }

    private Granted granted(Place place, int physician, Quarter quarter, int days) {
        String reason = "Raison de " + days + " jours";
        return new Granted(
                place.code(),
                new Derogation(place.physicians().get(physician).id(), quarter, days, reason),
                act(reason, NOW));
    }
}
