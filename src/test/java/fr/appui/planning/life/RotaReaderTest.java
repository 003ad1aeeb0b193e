package fr.appui.planning.life;

import static fr.appui.planning.life.Books.Q3;
import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.calendar.Quarter;
import fr.appui.planning.Assignment;
import fr.appui.planning.Fairness;
import fr.appui.web.rotas.PlanningWorld.Place;
import org.junit.jupiter.api.Test;

class RotaReaderTest {

    private final Office office = new Office();
    private final Place place = office.place;

    @Test
    void aQuarterWithoutPromisedHoursHasNoRota() {
        Quarter before = Quarter.parse("2020-Q1");
        assertThat(office.reader.view(place.code(), before)).isEmpty();
        assertThat(office.reader.whole(place.code(), before)).isEmpty();
        assertThat(office.reader.fairness(place.code(), before)).isEmpty();
    }

    @Test
    void aRotaGoesFromEmptyToClosed() {
        assertThat(state()).isEqualTo(RotaView.State.EMPTY);
        office.drafted(Assignment.EMPTY);
        assertThat(state()).isEqualTo(RotaView.State.DRAFT);
        office.drafted(office.byWeeks());
        assertThat(state()).isEqualTo(RotaView.State.CHECKED);
        office.publish();
        assertThat(state()).isEqualTo(RotaView.State.PUBLISHED);
        office.at(office.end(Q3.last()).minusMillis(1));
        assertThat(state()).isEqualTo(RotaView.State.PUBLISHED);
        office.at(office.end(Q3.last()));
        assertThat(state()).isEqualTo(RotaView.State.CLOSED);
    }

    @Test
    void aViewShowsTheDraftWhereThereIsOneAndWhoHoldsMeanwhile() {
        office.published();
        office.drafted(Assignment.EMPTY);
        RotaView view = office.reader.view(place.code(), Q3).orElseThrow();
        assertThat(view.version()).isEqualTo(1);
        assertThat(view.duties()).isEqualTo(Assignment.EMPTY);
        assertThat(view.parts()).hasSize(92);
    }

    @Test
    void theLoadIsSharedOutOfTheDraftOrOfWhatIsHeld() {
        office.drafted(office.byWeeks());
        Fairness drafted = office.reader.fairness(place.code(), Q3).orElseThrow();
        assertThat(office.reader.whole(place.code(), Q3).orElseThrow().fairness())
                .isEqualTo(drafted);
        office.publish();
        assertThat(office.reader.fairness(place.code(), Q3)).contains(drafted);
    }

    private RotaView.State state() {
        return office.reader.view(place.code(), Q3).orElseThrow().state();
    }
}
