package fr.appui.planning.life;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.planning.life.FeedTokens.Owner;
import fr.appui.web.rotas.PlanningWorld.Place;
import org.junit.jupiter.api.Test;

interface FeedTokensContract extends Books {

    @Test
    default void aSecretOpensWhatItWasIssuedForUntilItIsRevoked() {
        Place place = place();
        Owner physician = new Owner.OfPhysician(place.physicians().getFirst().id());
        Owner territory = new Owner.OfTerritory(place.code());
        assertThat(tokens().issuedAt(physician)).isEmpty();
        assertThat(tokens().revoke(physician, NOW)).isFalse();
        String secret = tokens().issue(physician, act("abonnement", NOW));
        assertThat(tokens().opens(secret, physician)).isTrue();
        assertThat(tokens().opens(secret, territory)).isFalse();
        assertThat(tokens().opens("faux", physician)).isFalse();
        assertThat(tokens().issuedAt(physician)).contains(NOW);
        assertThat(tokens().revoke(physician, NOW.plusSeconds(5))).isTrue();
        assertThat(tokens().opens(secret, physician)).isFalse();
        assertThat(tokens().issuedAt(physician)).isEmpty();
    }

    @Test
    default void theNextSecretClosesTheOneBefore() {
        Owner territory = new Owner.OfTerritory(place().code());
        String first = tokens().issue(territory, act("abonnement", NOW));
        String second = tokens().issue(territory, act("perdu", NOW.plusSeconds(5)));
        assertThat(tokens().opens(first, territory)).isFalse();
        assertThat(tokens().opens(second, territory)).isTrue();
        assertThat(tokens().issuedAt(territory)).contains(NOW.plusSeconds(5));
    }
}
