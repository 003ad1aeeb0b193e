package fr.appui.planning.life;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.PhysicianId;
import fr.appui.planning.DateRange;
import fr.appui.planning.Preference;
import fr.appui.planning.Unavailability;
import fr.appui.planning.Willingness;
import fr.appui.planning.Wishes;
import fr.appui.web.rotas.PlanningWorld.Place;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

interface WishBookContract extends Books {

    @Test
    default void whoAskedForNothingHasNoWish() {
        assertThat(wishes().of(place().physicians().getFirst().id())).isEqualTo(Wishes.none());
    }

    @Test
    default void wishesComeBackInTheirOrderAndTheNextOnesReplaceThem() {
        PhysicianId physician = place().physicians().getFirst().id();
        var week = new DateRange(Q3.first(), Q3.first().plusDays(6));
        Wishes asked = Wishes.none()
                .unavailable(List.of(
                        new Unavailability.Every(DayOfWeek.TUESDAY, new DateRange(Q3.first(), Q3.last())),
                        new Unavailability.During(week)))
                .preferring(List.of(
                        new Preference(DateRange.on(Q3.last()), Preference.Liking.AVOID, 3),
                        new Preference(week, Preference.Liking.PREFER, 1)))
                .willing(Willingness.WHOLE_WEEKS)
                .atMost(7)
                .holdingPriorityAstreintes(Set.of(Q3.first(), Q3.first().plusDays(1), Q3.last()));
        wishes().keep(physician, asked);
        assertThat(wishes().of(physician)).isEqualTo(asked);
        wishes().keep(physician, Wishes.none().willing(Willingness.WEEK_ENDS_ONLY));
        assertThat(wishes().of(physician)).isEqualTo(Wishes.none().willing(Willingness.WEEK_ENDS_ONLY));
    }

    @Test
    default void thoseOfSeveralAreReadAtOnce() {
        Place place = place();
        PhysicianId first = place.physicians().get(0).id();
        PhysicianId second = place.physicians().get(1).id();
        PhysicianId third = place.physicians().get(2).id();
        var away =
                new Unavailability.During(new DateRange(Q3.first(), Q3.first().plusDays(6)));
        wishes().keep(first, Wishes.none().unavailable(List.of(away)));
        wishes().keep(second, Wishes.none().atMost(3));
        GivenWishes read = wishes().read(Set.of(first, second, third));
        for (PhysicianId one : List.of(first, second, third)) {
            assertThat(read.of(one)).isEqualTo(wishes().of(one));
            assertThat(read.absences(one)).isEqualTo(wishes().absences(one));
        }
        assertThat(read.absences(first)).containsOnlyKeys(away);
    }

    @Test
    default void whoeverChangesThemReadsWhatIsThere() {
        PhysicianId physician = place().physicians().getFirst().id();
        assertThat(wishes().toChange(physician)).isEqualTo(Wishes.none());
        assertThat(wishes().of(physician)).isEqualTo(Wishes.none());
        Wishes asked = Wishes.none().atMost(3);
        wishes().keep(physician, asked);
        assertThat(wishes().toChange(physician)).isEqualTo(asked);
    }

    @Test
    default void everyAbsenceHasAMomentAndNothingElseHas() {
        PhysicianId physician = place().physicians().getFirst().id();
        assertThat(wishes().absences(physician)).isEmpty();
        var away = new Unavailability.During(DateRange.on(Q3.first()));
        wishes().keep(
                        physician,
                        Wishes.none()
                                .unavailable(List.of(away))
                                .preferring(
                                        List.of(new Preference(DateRange.on(Q3.last()), Preference.Liking.AVOID, 1))));
        assertThat(wishes().absences(physician)).containsOnlyKeys(away);
    }

    @Test
    default void datesAcceptedInPersonAreNotKeptAmongWishes() {
        PhysicianId physician = place().physicians().getFirst().id();
        wishes().keep(physician, Wishes.none().accepting(Set.of(Q3.first())));
        assertThat(wishes().of(physician)).isEqualTo(Wishes.none());
    }
}
