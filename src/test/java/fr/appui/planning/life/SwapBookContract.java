package fr.appui.planning.life;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.Reach;
import fr.appui.web.rotas.PlanningWorld.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

interface SwapBookContract extends Books {

    @Test
    default void anOfferComesBackAsItWasProposedAndWithItsLastAnswer() {
        SwapOffer offer = offer(place(), 0, 1, NOW);
        assertThat(swaps().toAnswer(offer.id())).isEmpty();
        swaps().keep(offer);
        assertThat(swaps().toAnswer(offer.id())).contains(offer);
        swaps().keep(offer.now(SwapOffer.Status.DECLINED));
        assertThat(swaps().toAnswer(offer.id())).contains(offer.now(SwapOffer.Status.DECLINED));
    }

    @Test
    default void aTakeoverInMidDutyKeepsItsMoment() {
        Place place = place();
        var terms = new SwapOffer.Terms(
                place.physicians().get(0).id(),
                place.physicians().get(1).id(),
                new TreeSet<>(Set.of(Q3.first())),
                new TreeSet<>(),
                Optional.of(NOW.plusMillis(250)));
        var offer = new SwapOffer(
                UUID.randomUUID(),
                place.code(),
                terms,
                SwapOffer.Status.WITHDRAWN,
                act("Malaise", NOW),
                NOW.plusSeconds(60));
        swaps().keep(offer);
        assertThat(swaps().toAnswer(offer.id())).contains(offer);
    }

    @Test
    default void offersOfATerritoryAreTurnedOverNewestFirst() {
        Place place = place();
        SwapOffer oldest = kept(place, 0, 1, NOW);
        SwapOffer newest = kept(place, 2, 3, NOW.plusSeconds(120));
        SwapOffer between = kept(place, 1, 2, NOW.plusSeconds(60));
        kept(place(), 0, 1, NOW);
        assertThat(swaps().page(place.code(), 0, 2)).containsExactly(newest, between);
        assertThat(swaps().page(place.code(), 1, 2)).containsExactly(oldest);
        assertThat(swaps().total(place.code())).isEqualTo(3);
    }

    @Test
    default void aPhysicianSeesThoseTheyProposedOrReceivedWithinReach() {
        Place place = place();
        Place elsewhere = place();
        SwapOffer proposed = kept(place, 0, 1, NOW);
        SwapOffer received = kept(place, 2, 0, NOW.plusSeconds(60));
        kept(place, 1, 2, NOW);
        var physician = place.physicians().getFirst().id();
        assertThat(swaps().page(physician, Reach.EVERYWHERE, 0, 10)).containsExactly(received, proposed);
        assertThat(swaps().page(physician, Reach.of(place.code()), 1, 1)).containsExactly(proposed);
        assertThat(swaps().total(physician, Reach.of(place.code()))).isEqualTo(2);
        assertThat(swaps().page(physician, Reach.of(elsewhere.code()), 0, 10)).isEmpty();
        assertThat(swaps().total(physician, Reach.of(elsewhere.code()))).isZero();
    }

    @Test
    default void whatNobodyAnsweredIsOverdueFromItsLastMomentOn() {
        Place place = place();
        Instant longAgo = NOW.minus(Duration.ofDays(9_000));
        SwapOffer later = kept(place, 0, 1, longAgo.plusSeconds(60));
        SwapOffer sooner = kept(place, 1, 2, longAgo);
        SwapOffer answered = kept(place, 2, 3, longAgo);
        swaps().keep(answered.now(SwapOffer.Status.ACCEPTED));
        assertThat(overdue(place, sooner.expiresAt().minusMillis(1))).isEmpty();
        assertThat(overdue(place, sooner.expiresAt())).containsExactly(sooner);
        assertThat(overdue(place, later.expiresAt())).containsExactly(sooner, later);
        swaps().keep(sooner.now(SwapOffer.Status.EXPIRED));
        swaps().keep(later.now(SwapOffer.Status.EXPIRED));
        assertThat(overdue(place, later.expiresAt())).isEmpty();
    }

    private List<SwapOffer> overdue(Place place, Instant now) {
        return swaps().overdue(now).stream()
                .filter(offer -> offer.territory().equals(place.code()))
                .toList();
    }

    private SwapOffer kept(Place place, int proposer, int other, Instant at) {
        SwapOffer offer = offer(place, proposer, other, at);
        swaps().keep(offer);
        return offer;
    }

    private SwapOffer offer(Place place, int proposer, int other, Instant at) {
        LocalDate first = Q3.first();
        var terms = new SwapOffer.Terms(
                place.physicians().get(proposer).id(),
                place.physicians().get(other).id(),
                new TreeSet<>(Set.of(first, first.plusDays(2))),
                new TreeSet<>(Set.of(first.plusDays(9))),
                Optional.empty());
        return new SwapOffer(
                UUID.randomUUID(),
                place.code(),
                terms,
                SwapOffer.Status.PROPOSED,
                act("Mariage", at),
                at.plus(Duration.ofDays(7)));
    }
}
