package fr.appui.planning.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import fr.appui.directory.Reach;
import fr.appui.planning.life.WishCampaign.Answer;
import fr.appui.planning.life.WishCampaign.Kind;
import fr.appui.web.rotas.PlanningWorld.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

interface WishCampaignBookContract extends Books {

    @Test
    default void aCampaignComesBackAsItWasLastKept() {
        Place place = place();
        WishCampaign campaign = campaign(place);
        assertThat(campaigns().of(place.code(), Q3)).isEmpty();
        campaigns().keep(campaign);
        assertThat(campaigns().of(place.code(), Q3)).contains(campaign);
        WishCampaign changed = campaign.until(Q3.first().minusDays(1)).reminded(NOW.plusSeconds(60));
        campaigns().keep(changed);
        assertThat(campaigns().of(place.code(), Q3)).contains(changed);
        assertThat(campaigns().current(Reach.of(place.code()), Q3.last())).containsExactly(changed);
        assertThat(campaigns().current(Reach.of(place.code()), Q3.last().plusDays(1)))
                .isEmpty();
    }

    @Test
    default void anAnswerReplacesTheOneBeforeAndWishesStaySaid() {
        Place place = place();
        campaigns().keep(campaign(place));
        var first = place.physicians().get(0).id();
        var second = place.physicians().get(1).id();
        campaigns().answer(place.code(), Q3, new Answer(first, Kind.NOTHING, NOW));
        campaigns().answer(place.code(), Q3, new Answer(second, Kind.WISHES, NOW));
        campaigns().answer(place.code(), Q3, new Answer(first, Kind.WISHES, NOW.plusSeconds(1)));
        campaigns().answer(place.code(), Q3, new Answer(second, Kind.NOTHING, NOW.plusSeconds(2)));
        assertThat(campaigns().answers(place.code(), Q3))
                .containsExactlyInAnyOrder(
                        new Answer(first, Kind.WISHES, NOW.plusSeconds(1)),
                        new Answer(second, Kind.WISHES, NOW.plusSeconds(2)));
    }

    @Test
    default void thoseOfSeveralTerritoriesAreReadAtOnceWithTheirAnswers() {
        Place one = place();
        Place other = place();
        Place without = place();
        campaigns().keep(campaign(one));
        campaigns().keep(campaign(other));
        var answer = new Answer(one.physicians().getFirst().id(), Kind.NOTHING, NOW);
        campaigns().answer(one.code(), Q3, answer);
        Reach all = Reach.of(Set.of(one.code(), other.code(), without.code()));
        assertThat(campaigns().current(all, Q3.last())).containsExactlyInAnyOrder(campaign(one), campaign(other));
        assertThat(campaigns().current(Reach.EVERYWHERE, Q3.last())).contains(campaign(one), campaign(other));
        assertThat(campaigns().answers(List.of(campaign(one), campaign(other))))
                .containsOnly(entry(campaign(one), List.of(answer)), entry(campaign(other), List.of()));
    }

    private WishCampaign campaign(Place place) {
        return new WishCampaign(
                place.code(), Q3, Q3.first().minusDays(7), act("Trimestre à préparer", NOW), Optional.empty());
    }
}
