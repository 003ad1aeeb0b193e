package fr.appui.planning.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import fr.appui.directory.PhysicianId;
import fr.appui.planning.Rule;
import fr.appui.planning.Willingness;
import fr.appui.planning.Wishes;
import fr.appui.planning.notice.Notice;
import fr.appui.web.rotas.PlanningWorld.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SwapDeskTest {

    private final Office office = new Office();
    private final Place place = office.place;
    private final LocalDate given = place.monday(1);
    private final LocalDate taken = place.monday(2);
    private final int proposer = place.holder(given);
    private final int other = place.holder(taken);

    @BeforeEach
    void publish() {
        office.published();
    }

    @Test
    void aProposalWaitsForTheOtherWhoIsWrittenTo() {
        SwapOffer offer = proposed();
        assertThat(offer.status()).isEqualTo(SwapOffer.Status.PROPOSED);
        assertThat(office.swapDesk.offer(offer.id())).contains(offer);
        String sentence =
                place.name(proposer) + " laisse le 13 juillet à " + place.name(other) + " et prend le 20 juillet.";
        assertThat(office.history().getFirst()).satisfies(act -> {
            assertThat(act.kind()).isEqualTo(PlanningAct.Kind.SWAP_PROPOSED);
            assertThat(act.subject()).isEqualTo(offer.id().toString());
            assertThat(act.detail()).isEqualTo(sentence);
        });
        assertThat(office.mails(other).getLast()).satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("Échange d’astreinte proposé");
            assertThat(mail.body()).contains(sentence, "Raison : Mariage");
        });
        assertThat(office.holder(given)).as("nothing changes yet").contains(office.dr(proposer));
    }

    @Test
    void aRuleRefusesBeforeTheOtherIsAsked() {
        office.away(other, given, given);
        assertThat(propose()).asInstanceOf(type(SwapAnswer.Refused.class)).satisfies(refused -> {
            assertThat(refused.rules()).containsExactly(Rule.AVAILABILITY);
            assertThat(refused.reasons()).singleElement().asString().contains(place.name(other));
        });
        assertThat(office.swaps().total(place.code())).isZero();
        assertThat(office.mails(other)).hasSize(1);
        assertThat(office.kinds()).containsExactly(PlanningAct.Kind.ROTA_PUBLISHED);
    }

    @Test
    void whoOffersWholeWeeksIsToldAndMayAgree() {
        office.wishes().keep(office.dr(other), Wishes.none().willing(Willingness.WHOLE_WEEKS));
        assertThat(propose())
                .asInstanceOf(type(SwapAnswer.Done.class))
                .satisfies(done -> assertThat(done.remarks())
                        .isNotEmpty()
                        .allSatisfy(remark ->
                                assertThat(office.mails(other).getLast().body()).contains(remark)));
    }

    @Test
    void whoDoesNotHoldTheDutyCannotGiveIt() {
        var terms = terms(office.dr(other), office.dr(proposer), given, Optional.empty());
        assertThat(office.swapDesk.propose(place.code(), terms, office.act("Mariage")))
                .asInstanceOf(type(SwapAnswer.Senseless.class))
                .satisfies(refusal -> {
                    assertThat(refusal.field()).isEqualTo("dates");
                    assertThat(refusal.why()).contains(place.name(other) + " n’est pas au premier rang");
                });
        assertThat(office.swaps().total(place.code())).isZero();
    }

    @Test
    void datesWithoutHoursAreRefused() {
        var terms = terms(office.dr(proposer), office.dr(other), LocalDate.of(2020, 1, 1), Optional.empty());
        assertThat(office.swapDesk.propose(place.code(), terms, office.act("Mariage")))
                .asInstanceOf(type(SwapAnswer.Senseless.class))
                .extracting(SwapAnswer.Senseless::why)
                .asString()
                .contains("pas de plage");
    }

    @Test
    void anAcceptedSwapChangesHandsUnderTheReasonOfWhoProposed() {
        SwapOffer offer = proposed();
        assertThat(office.swapDesk.accept(offer.id(), offer.terms().other(), office.act("D'accord")))
                .asInstanceOf(type(SwapAnswer.Done.class))
                .extracting(done -> done.offer().status())
                .isEqualTo(SwapOffer.Status.ACCEPTED);
        assertThat(office.holder(given)).contains(office.dr(other));
        assertThat(office.holder(taken)).contains(office.dr(proposer));
        assertThat(office.rotas().substitutions(place.code(), given, taken))
                .hasSize(2)
                .allMatch(act -> act.act().reason().equals("Mariage"));
        assertThat(office.kinds()).startsWith(PlanningAct.Kind.SWAP_ACCEPTED, PlanningAct.Kind.SWAP_PROPOSED);
        assertThat(office.mails(proposer).getLast().body())
                .contains("Échange accepté : Mariage", "Vous êtes d’astreinte :", "Vous n’êtes plus d’astreinte :");
        assertThat(office.mails(other).getLast().calendar()).isPresent();
        assertNoLongerOpen(office.swapDesk.accept(offer.id(), offer.terms().other(), office.act("Encore")));
        assertNoLongerOpen(office.swapDesk.decline(offer.id(), offer.terms().other(), office.act("Non")));
        assertNoLongerOpen(office.swapDesk.withdraw(offer.id(), offer.terms().proposer(), office.act("Non")));
    }

    @Test
    void theRulesAreAskedAgainWhenTheOtherAccepts() {
        SwapOffer offer = proposed();
        office.away(other, given, given);
        assertThat(office.swapDesk.accept(offer.id(), offer.terms().other(), office.act("D'accord")))
                .asInstanceOf(type(SwapAnswer.Refused.class))
                .extracting(SwapAnswer.Refused::rules)
                .asInstanceOf(LIST)
                .containsExactly(Rule.AVAILABILITY);
        assertThat(office.holder(given)).contains(office.dr(proposer));
        assertThat(office.swapDesk.offer(offer.id())).contains(offer);
    }

    @Test
    void aDutyThatChangedHandsMeanwhileIsNotSwapped() {
        SwapOffer offer = proposed();
        office.override(given, (proposer + 3) % 8, "Grippe");
        assertThat(office.swapDesk.accept(offer.id(), offer.terms().other(), office.act("D'accord")))
                .asInstanceOf(type(SwapAnswer.Senseless.class))
                .extracting(SwapAnswer.Senseless::why)
                .asString()
                .contains("n’est pas au premier rang");
        assertThat(office.holder(taken)).contains(office.dr(other));
    }

    @Test
    void aSwapAcceptedAfterAnOverrideHoldsAndIsUndoneBackToTheFirst() {
        int second = (proposer + 3) % 8;
        office.override(given, second, "Grippe");
        office.at(Books.NOW.plusSeconds(60));
        var terms =
                new SwapOffer.Terms(office.dr(second), office.dr(other), dates(given), dates(taken), Optional.empty());
        var done = (SwapAnswer.Done) office.swapDesk.propose(place.code(), terms, office.act("Mariage"));
        office.swapDesk.accept(done.offer().id(), done.offer().terms().other(), office.act("D'accord"));
        assertThat(office.holder(given)).contains(office.dr(other));
        office.at(Books.NOW.plusSeconds(120));
        office.undo(given, "Mariage reporté");
        assertThat(office.holder(given)).contains(office.dr(second));
        office.at(Books.NOW.plusSeconds(180));
        office.undo(given, "Guérison");
        assertThat(office.holder(given)).contains(office.dr(proposer));
    }

    @Test
    void aRefusalLeavesTheRotaAndIsWrittenToWhoProposed() {
        SwapOffer offer = proposed();
        assertThat(office.swapDesk.decline(offer.id(), offer.terms().other(), office.act("Pas libre")))
                .asInstanceOf(type(SwapAnswer.Done.class))
                .extracting(done -> done.offer().status())
                .isEqualTo(SwapOffer.Status.DECLINED);
        assertEnded(
                PlanningAct.Kind.SWAP_DECLINED,
                "Pas libre",
                office.mails(proposer).getLast(),
                "refusé");
        assertNoLongerOpen(office.swapDesk.accept(offer.id(), offer.terms().other(), office.act("Finalement")));
    }

    @Test
    void whoProposedTakesItBackAndTheOtherHearsOfIt() {
        SwapOffer offer = proposed();
        assertThat(office.swapDesk.withdraw(offer.id(), offer.terms().proposer(), office.act("Plus besoin")))
                .asInstanceOf(type(SwapAnswer.Done.class))
                .extracting(done -> done.offer().status())
                .isEqualTo(SwapOffer.Status.WITHDRAWN);
        assertEnded(
                PlanningAct.Kind.SWAP_WITHDRAWN,
                "Plus besoin",
                office.mails(other).getLast(),
                "retiré");
        assertNoLongerOpen(office.swapDesk.accept(offer.id(), offer.terms().other(), office.act("D'accord")));
    }

    @Test
    void whatNobodyAnswersInTimeEndsOnce() {
        SwapOffer offer = proposed();
        assertThat(offer.expiresAt()).isEqualTo(Books.NOW.plus(Duration.ofDays(7)));
        office.at(offer.expiresAt().minusMillis(1));
        Office.expire(office.swapDesk);
        assertThat(office.swapDesk.offer(offer.id())).contains(offer);
        office.at(offer.expiresAt());
        assertNoLongerOpen(office.swapDesk.accept(offer.id(), offer.terms().other(), office.act("D'accord")));
        Office.expire(office.swapDesk);
        Office.expire(office.swapDesk);
        assertThat(office.swapDesk.offer(offer.id()).orElseThrow().status()).isEqualTo(SwapOffer.Status.EXPIRED);
        assertEnded(
                PlanningAct.Kind.SWAP_EXPIRED,
                "sans réponse à temps",
                office.mails(proposer).getLast(),
                "expiré");
        assertThat(office.mails(proposer)).hasSize(2);
        assertThat(office.history().getFirst().act().author()).isEqualTo("service");
    }

    /** The other agrees while the service looks for what is past its time. */
    @Test
    void whatIsAnsweredAtTheLastMomentDoesNotExpire() {
        SwapOffer offer = proposed();
        var met = new InMemorySwaps() {
            @Override
            public List<SwapOffer> overdue(Instant now) {
                List<SwapOffer> found = super.overdue(now);
                found.forEach(one -> keep(one.now(SwapOffer.Status.ACCEPTED)));
                return found;
            }
        };
        met.keep(offer);
        office.at(offer.expiresAt());
        int written = office.mails(proposer).size();
        Office.expire(office.swapDeskOn(met));
        assertThat(met.offer(offer.id()).orElseThrow().status()).isEqualTo(SwapOffer.Status.ACCEPTED);
        assertThat(office.kinds()).doesNotContain(PlanningAct.Kind.SWAP_EXPIRED);
        assertThat(office.mails(proposer)).hasSize(written);
    }

    @Test
    void anOfferWaitsNoLongerThanTheDutyLeavesTime() {
        office.at(office.start(given).minus(Duration.ofDays(2)));
        assertThat(proposed().expiresAt()).isEqualTo(office.start(given));
    }

    @Test
    void aDutyUnderWayIsHandedOverFromAMoment() {
        Instant now = office.start(given).plus(Duration.ofHours(1));
        Instant moment = now.plus(Duration.ofHours(3));
        office.at(now);
        PhysicianId free = office.dr(6);
        var terms = terms(office.dr(proposer), free, given, Optional.of(moment));
        var done = (SwapAnswer.Done) office.swapDesk.propose(place.code(), terms, office.act("Malaise"));
        assertThat(done.offer().expiresAt()).isEqualTo(office.end(given));
        office.swapDesk.accept(done.offer().id(), done.offer().terms().other(), office.act("D'accord"));
        assertThat(office.holder(given, moment.minusMillis(1))).contains(office.dr(proposer));
        assertThat(office.holder(given, moment)).contains(free);
    }

    @Test
    void aSwapThatNobodyKnowsWaitsForNoAnswer() {
        var nothing = new SwapAnswer.NotTheirs();
        assertThat(office.swapDesk.accept(UUID.randomUUID(), office.dr(other), office.act("D'accord")))
                .isEqualTo(nothing);
        assertThat(office.swapDesk.decline(UUID.randomUUID(), office.dr(other), office.act("Non")))
                .isEqualTo(nothing);
    }

    @Test
    void onlyWhoWasAskedAnswersAndOnlyWhoProposedTakesBack() {
        SwapOffer offer = proposed();
        var notTheirs = new SwapAnswer.NotTheirs();
        assertThat(office.swapDesk.accept(offer.id(), office.dr(proposer), office.act("D'accord")))
                .isEqualTo(notTheirs);
        assertThat(office.swapDesk.decline(offer.id(), office.dr(proposer), office.act("Non")))
                .isEqualTo(notTheirs);
        assertThat(office.swapDesk.withdraw(offer.id(), office.dr(other), office.act("Non")))
                .isEqualTo(notTheirs);
        assertThat(office.swapDesk.offer(offer.id())).contains(offer);
    }

    private void assertEnded(PlanningAct.Kind kind, String reason, Notice mail, String status) {
        assertThat(office.history().getFirst().kind()).isEqualTo(kind);
        assertThat(office.history().getFirst().act().reason()).isEqualTo(reason);
        assertThat(mail.subject()).isEqualTo("Échange d’astreinte " + status);
        assertThat(mail.body()).contains("le planning ne change pas");
        assertThat(office.holder(given)).contains(office.dr(proposer));
        assertThat(office.holder(taken)).contains(office.dr(other));
    }

    private SwapOffer proposed() {
        return ((SwapAnswer.Done) propose()).offer();
    }

    private SwapAnswer propose() {
        var terms = new SwapOffer.Terms(
                office.dr(proposer), office.dr(other), dates(given), dates(taken), Optional.empty());
        return office.swapDesk.propose(place.code(), terms, office.act("Mariage"));
    }

    private static SwapOffer.Terms terms(PhysicianId giver, PhysicianId taker, LocalDate date, Optional<Instant> from) {
        return new SwapOffer.Terms(giver, taker, dates(date), new TreeSet<>(), from);
    }

    private static TreeSet<LocalDate> dates(LocalDate date) {
        return new TreeSet<>(Set.of(date));
    }

    private static void assertNoLongerOpen(SwapAnswer answer) {
        assertThat(answer)
                .asInstanceOf(type(SwapAnswer.Senseless.class))
                .extracting(SwapAnswer.Senseless::why)
                .asString()
                .contains("n’attend plus de réponse");
    }
}
