package fr.appui.planning.life;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.Reach;
import fr.appui.planning.DutyRung;
import fr.appui.planning.life.ReplacementRequest.Answer;
import fr.appui.planning.life.ReplacementRequest.Status;
import fr.appui.web.rotas.PlanningWorld.Place;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

interface ReplacementRequestBookContract extends Books {

    @Test
    default void aRequestComesBackInTheOrderOfAskingWithItsLastAnswers() {
        ReplacementRequest request = request(place(), 0, NOW);
        assertThat(requests().toAnswer(request.id())).isEmpty();
        requests().keep(request);
        assertThat(requests().toAnswer(request.id())).contains(request);
        assertThat(requests().toAnswer(request.id()).orElseThrow().asked().keySet())
                .containsExactlyElementsOf(request.asked().keySet());
        ReplacementRequest taken = request.answered(
                        request.asked().sequencedKeySet().getLast(), Answer.ACCEPTED)
                .now(Status.TAKEN);
        requests().keep(taken);
        assertThat(requests().toAnswer(request.id())).contains(taken);
    }

    @Test
    default void whatWaitsIsReadByDateUntilItIsAnswered() {
        Place place = place();
        ReplacementRequest later = kept(place, 9, NOW);
        ReplacementRequest sooner = kept(place, 2, NOW.plusSeconds(1));
        ReplacementRequest withdrawn = kept(place, 4, NOW);
        requests().keep(withdrawn.now(Status.WITHDRAWN));
        kept(place(), 3, NOW);
        assertThat(requests().open(Reach.of(place.code()))).containsExactly(sooner, later);
        assertThat(requests().open(100)).contains(sooner, later).doesNotContain(withdrawn);
        assertThat(requests().page(place.code(), 0, 1)).containsExactly(sooner);
        assertThat(requests().total(place.code())).isEqualTo(3);
    }

    @Test
    default void aPhysicianSeesThoseTheyMadeOrWereAskedInWithinReach() {
        Place place = place();
        Place elsewhere = place();
        ReplacementRequest made = kept(place, 0, NOW);
        kept(elsewhere, 0, NOW);
        var giver = made.giver();
        var asked = made.asked().sequencedKeySet().getFirst();
        assertThat(requests().page(giver, Reach.EVERYWHERE, 0, 10)).containsExactly(made);
        assertThat(requests().page(asked, Reach.of(place.code()), 0, 10)).containsExactly(made);
        assertThat(requests().total(asked, Reach.of(elsewhere.code()))).isZero();
    }

    @Test
    default void oneMayWaitForEachRungOfADate() {
        Place place = place();
        ReplacementRequest first = kept(place, 6, NOW);
        var backUp = new ReplacementRequest(
                UUID.randomUUID(),
                place.code(),
                first.date(),
                DutyRung.BACK_UP,
                first.giver(),
                first.asked(),
                Status.OPEN,
                act("Grippe", NOW.plusSeconds(1)));
        requests().keep(backUp);
        assertThat(requests().open(Reach.of(place.code()))).containsExactly(first, backUp);
    }

    private ReplacementRequest kept(Place place, int day, Instant at) {
        ReplacementRequest request = request(place, day, at);
        requests().keep(request);
        return request;
    }

    private ReplacementRequest request(Place place, int day, Instant at) {
        var asked = new LinkedHashMap<PhysicianId, Answer>();
        for (int other : new int[] {5, 2, 7}) {
            asked.put(place.physicians().get(other).id(), Answer.NONE);
        }
        return new ReplacementRequest(
                UUID.randomUUID(),
                place.code(),
                Q3.first().plusDays(day),
                day % 2 == 0 ? DutyRung.FIRST : DutyRung.BACK_UP,
                place.physicians().getFirst().id(),
                asked,
                Status.OPEN,
                act("Grippe", at));
    }
}
