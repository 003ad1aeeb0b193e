package fr.appui.planning.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import fr.appui.directory.PhysicianId;
import fr.appui.planning.DutyRung;
import fr.appui.planning.life.ReplacementRequest.Answer;
import fr.appui.planning.life.ReplacementRequest.Status;
import fr.appui.planning.notice.Notice;
import fr.appui.web.rotas.PlanningWorld.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplacementRequestDeskTest {

    private final Office office = new Office();
    private final Place place = office.place;
    private final LocalDate date = place.monday(1);
    private final int giver = place.holder(date);
    private final int away = (giver + 4) % 8;

    @BeforeEach
    void publish() {
        office.published();
        office.away(away, date, date);
    }

    @Test
    void whoMayHoldTheDutyIsAskedAndTheCoordinationIsToldWhileNothingChangesHands() {
        ReplacementRequest request = asked();
        assertThat(request.asked().keySet())
                .isNotEmpty()
                .doesNotContain(office.dr(giver), office.dr(away))
                .containsExactlyElementsOf(
                        office
                                .replacementDesk
                                .candidates(place.code(), date, DutyRung.FIRST)
                                .orElseThrow()
                                .askable()
                                .stream()
                                .map(one -> one.physician())
                                .toList());
        request.asked()
                .keySet()
                .forEach(one -> assertThat(lastTo(index(one)).body())
                        .contains(place.name(giver) + " ne peut plus assurer l’astreinte", "Raison : Grippe"));
        assertThat(office.mails(away)).noneMatch(mail -> mail.subject().contains("prendre une astreinte"));
        assertThat(coordination()).satisfies(mail -> {
            assertThat(mail.subject()).startsWith("Astreinte à reprendre");
            assertThat(mail.body()).contains("Sollicités", "Personne ne perd l’astreinte");
        });
        assertThat(office.holder(date)).contains(office.dr(giver));
        assertThat(office.kinds()).startsWith(PlanningAct.Kind.REPLACEMENT_ASKED);
        assertThat(office.requestDesk.open(place.code())).containsExactly(request);
    }

    @Test
    void askedTwiceItIsOneRequest() {
        ReplacementRequest request = asked();
        int written = toCoordination().size();
        assertThat(asked()).isEqualTo(request);
        assertThat(office.requests().total(place.code())).isEqualTo(1);
        assertThat(toCoordination()).hasSize(written);
    }

    @Test
    void theFirstWhoAcceptsTakesItByTheActOfReplacementAndTheOthersHearSo() {
        ReplacementRequest request = asked();
        PhysicianId taker = request.asked().sequencedKeySet().getFirst();
        PhysicianId other = request.asked().sequencedKeySet().getLast();
        assertThat(office.requestDesk.accept(request.id(), taker, office.act("D'accord")))
                .asInstanceOf(type(ReplacementAnswer.Done.class))
                .extracting(done -> done.request().status())
                .isEqualTo(Status.TAKEN);
        assertThat(office.holder(date)).contains(taker);
        assertThat(office.rotas().substitutions(place.code(), date, date))
                .singleElement()
                .satisfies(act -> assertThat(act.act().reason()).isEqualTo("Grippe"));
        assertThat(office.kinds()).startsWith(PlanningAct.Kind.DUTY_REPLACED);
        assertThat(lastTo(index(other)).subject()).startsWith("Astreinte reprise : le ");
        assertThat(coordination().subject()).startsWith("Astreinte reprise");
        assertThat(office.requestDesk.accept(request.id(), other, office.act("Moi aussi")))
                .asInstanceOf(type(ReplacementAnswer.Senseless.class))
                .extracting(ReplacementAnswer.Senseless::why)
                .asString()
                .contains(place.name(index(taker)) + " a déjà pris cette astreinte");
        assertThat(office.holder(date)).contains(taker);
        assertThat(office.requestDesk.open(place.code())).isEmpty();
    }

    @Test
    void theRulesAreAskedAgainWhenSomebodyAccepts() {
        ReplacementRequest request = asked();
        PhysicianId taker = request.asked().sequencedKeySet().getFirst();
        office.away(index(taker), date, date);
        assertThat(office.requestDesk.accept(request.id(), taker, office.act("D'accord")))
                .isInstanceOf(ReplacementAnswer.Refused.class);
        assertThat(office.holder(date)).contains(office.dr(giver));
        assertThat(office.requestDesk.open(place.code())).hasSize(1);
    }

    @Test
    void onlyWhoWasAskedAnswersAndOnlyWhoAskedTakesItBack() {
        ReplacementRequest request = asked();
        PhysicianId one = request.asked().sequencedKeySet().getFirst();
        for (PhysicianId stranger : List.of(office.dr(away), office.dr(giver))) {
            assertThat(office.requestDesk.accept(request.id(), stranger, office.act("Moi")))
                    .isInstanceOf(ReplacementAnswer.NotTheirs.class);
            assertThat(office.requestDesk.decline(request.id(), stranger, office.act("Non")))
                    .isInstanceOf(ReplacementAnswer.NotTheirs.class);
        }
        assertThat(office.requestDesk.withdraw(request.id(), one, office.act("Non")))
                .isInstanceOf(ReplacementAnswer.NotTheirs.class);
        assertThat(office.requestDesk.open(place.code())).containsExactly(request);
    }

    @Test
    void whenEverybodyDeclinesTheCoordinationHearsItAndTheDutyStays() {
        ReplacementRequest request = asked();
        List<PhysicianId> all = List.copyOf(request.asked().keySet());
        for (PhysicianId one : all) {
            assertThat(coordination().subject()).startsWith("Astreinte à reprendre");
            assertThat(office.requestDesk.decline(request.id(), one, office.act("Non")))
                    .isInstanceOf(ReplacementAnswer.Done.class);
        }
        assertThat(coordination().subject()).startsWith("Personne ne peut reprendre");
        assertThat(office.holder(date)).contains(office.dr(giver));
        assertThat(office.requestDesk.open(place.code()))
                .singleElement()
                .satisfies(open -> assertThat(open.who(Answer.DECLINED)).isEqualTo(all));
    }

    @Test
    void whoeverHoldsItAfterAllSaysSoAndTheOthersNeedNotAnswer() {
        ReplacementRequest request = asked();
        PhysicianId one = request.asked().sequencedKeySet().getFirst();
        assertThat(office.requestDesk.withdraw(request.id(), office.dr(giver), office.act("Guéri")))
                .isInstanceOf(ReplacementAnswer.Done.class);
        assertThat(lastTo(index(one)).subject()).startsWith("Astreinte assurée : le ");
        assertThat(office.requestDesk.accept(request.id(), one, office.act("D'accord")))
                .isInstanceOf(ReplacementAnswer.Senseless.class);
        assertThat(asked().id()).as("it may be asked anew").isNotEqualTo(request.id());
    }

    @Test
    void whatTheCoordinatorReplacedIsNoLongerAskedFor() {
        ReplacementRequest request = asked();
        PhysicianId one = request.asked().sequencedKeySet().getFirst();
        office.override(date, index(one), "Vu au téléphone");
        assertThat(office.requestDesk.open(place.code())).isEmpty();
        assertThat(office.requestDesk.accept(
                        request.id(), request.asked().sequencedKeySet().getLast(), office.act("D'accord")))
                .isInstanceOf(ReplacementAnswer.Senseless.class);
        Office.close(office.requestDesk);
        assertThat(office.requests().find(request.id()).orElseThrow().status()).isEqualTo(Status.OVERTAKEN);
        assertThat(office.kinds()).startsWith(PlanningAct.Kind.REPLACEMENT_OVERTAKEN);
    }

    /** A colleague takes it while the service looks for what is over. */
    @Test
    void whatIsTakenAtTheLastMomentStaysTaken() {
        ReplacementRequest request = asked();
        office.override(date, index(request.asked().sequencedKeySet().getFirst()), "Vu au téléphone");
        var met = new InMemoryReplacementRequests() {
            @Override
            public List<ReplacementRequest> open(int most) {
                List<ReplacementRequest> found = super.open(most);
                found.forEach(one -> keep(one.now(Status.TAKEN)));
                return found;
            }
        };
        met.keep(request);
        Office.close(office.requestDeskOn(met));
        assertThat(met.find(request.id()).orElseThrow().status()).isEqualTo(Status.TAKEN);
        assertThat(office.kinds()).doesNotContain(PlanningAct.Kind.REPLACEMENT_OVERTAKEN);
    }

    @Test
    void aDutyThatIsNotTheirsOrIsOverIsNotAskedFor() {
        assertThat(office.requestDesk.ask(place.code(), date, office.dr(away), office.act("Grippe")))
                .isInstanceOf(ReplacementAnswer.Senseless.class);
        office.at(office.end(date));
        assertThat(office.requestDesk.ask(place.code(), date, office.dr(giver), office.act("Grippe")))
                .isInstanceOf(ReplacementAnswer.Senseless.class);
        assertThat(office.requests().total(place.code())).isZero();
    }

    @Test
    void aBackUpWhoCannotAssureItIsReplacedOnTheirOwnRung() {
        LocalDate later = place.monday(3);
        PhysicianId backUp = office.dr((place.holder(later) + 2) % 8);
        office.backUp(later, index(backUp));
        var asked = (ReplacementAnswer.Done) office.requestDesk.ask(place.code(), later, backUp, office.act("Grippe"));
        assertThat(asked.request().rung()).isEqualTo(DutyRung.BACK_UP);
        PhysicianId first = office.dr(place.holder(later));
        PhysicianId taker = asked.request().asked().sequencedKeySet().getFirst();
        assertThat(asked.request().asked()).doesNotContainKeys(backUp, first);
        assertThat(coordination().subject()).startsWith("Astreinte de recours à reprendre");
        assertThat(coordination().body()).contains("ne peut plus assurer l’astreinte de recours");
        assertThat(lastTo(index(taker)).subject())
                .startsWith("Pouvez-vous prendre une astreinte de recours, le ")
                .endsWith(" ?");
        assertThat(office.requestDesk.accept(asked.request().id(), taker, office.act("D'accord")))
                .isInstanceOf(ReplacementAnswer.Done.class);
        assertThat(coordination().body())
                .contains(place.name(index(taker)) + " remplace " + place.name(index(backUp))
                        + " pour l’astreinte de recours, ");
        assertThat(office.reader.held(place.code(), Books.Q3).holder(DutyRung.BACK_UP, later))
                .contains(taker);
        assertThat(office.holder(later)).as("the first rung stays").contains(first);
    }

    /** Before the round that ends what was overtaken. */
    @Test
    void whoIsMovedToTheBackUpAndAsksAgainAsksForThat() {
        ReplacementRequest first = asked();
        int other = index(first.asked().sequencedKeySet().getFirst());
        office.override(date, other, "Vu au téléphone");
        place(DutyRung.BACK_UP, giver, Optional.empty());
        ReplacementRequest again = asked();
        assertThat(again.rung()).isEqualTo(DutyRung.BACK_UP);
        assertThat(again.asked()).isNotEmpty();
        assertThat(office.requestDesk.isOpen(again)).isTrue();
        assertThat(office.requestDesk.ask(place.code(), date, DutyRung.FIRST, office.dr(giver), office.act("Grippe")))
                .isInstanceOf(ReplacementAnswer.Senseless.class);
    }

    @Test
    void whoHoldsEachRungForAPartAsksForTheOneTheyMean() {
        Instant half = office.start(date).plusSeconds(3_600);
        place(DutyRung.BACK_UP, (giver + 2) % 8, Optional.empty());
        place(DutyRung.FIRST, (giver + 3) % 8, Optional.of(half));
        place(DutyRung.BACK_UP, giver, Optional.of(half));
        ReplacementRequest backUp = asked(DutyRung.BACK_UP);
        assertThat(backUp.rung()).isEqualTo(DutyRung.BACK_UP);
        ReplacementRequest first = asked(DutyRung.FIRST);
        assertThat(first.rung()).isEqualTo(DutyRung.FIRST);
        assertThat(asked(DutyRung.BACK_UP)).isEqualTo(backUp);
        assertThat(asked(DutyRung.FIRST)).isEqualTo(first);
        assertThat(office.requestDesk.open(place.code())).containsExactlyInAnyOrder(first, backUp);
    }

    @Test
    void whoAssuresTheBackUpAfterAllSaysWhichDuty() {
        LocalDate later = place.monday(3);
        int backUp = (place.holder(later) + 2) % 8;
        office.backUp(later, backUp);
        var asked = (ReplacementAnswer.Done)
                office.requestDesk.ask(place.code(), later, office.dr(backUp), office.act("Grippe"));
        office.requestDesk.withdraw(asked.request().id(), office.dr(backUp), office.act("Guéri"));
        assertThat(coordination().subject()).startsWith("Astreinte de recours assurée");
        assertThat(coordination().body()).contains("assure finalement son astreinte de recours");
    }

    /** « Ce soir » tells why nobody else may hold the first rung. */
    @Test
    void whereNobodyCanBeAskedOnlyTheFirstRungLeadsToTonight() {
        LocalDate later = place.monday(3);
        int first = place.holder(later);
        int backUp = (first + 2) % 8;
        office.backUp(later, backUp);
        othersAway(later, first, backUp);
        office.requestDesk.ask(place.code(), later, office.dr(backUp), office.act("Grippe"));
        assertThat(coordination().body())
                .contains("l’astreinte de recours", "personne n’a été sollicité")
                .doesNotContain("« Ce soir »");

        LocalDate alone = place.monday(2);
        othersAway(alone, place.holder(alone));
        office.requestDesk.ask(place.code(), alone, office.dr(place.holder(alone)), office.act("Grippe"));
        assertThat(coordination().body()).contains("personne n’a été sollicité", "« Ce soir »");
    }

    private void othersAway(LocalDate on, Integer... held) {
        IntStream.range(0, 8).filter(one -> !List.of(held).contains(one)).forEach(one -> office.away(one, on, on));
    }

    @Test
    void inMidDutyTheTakerHoldsWhatIsLeft() {
        office.at(office.start(date).plusSeconds(3_600));
        ReplacementRequest request = asked();
        PhysicianId taker = request.asked().sequencedKeySet().getFirst();
        assertThat(office.requestDesk.accept(request.id(), taker, office.act("D'accord")))
                .isInstanceOf(ReplacementAnswer.Done.class);
        assertThat(office.holder(date, office.start(date).plusSeconds(60))).contains(office.dr(giver));
        assertThat(office.holder(date, office.start(date).plusSeconds(3_660))).contains(taker);
    }

    private void place(DutyRung rung, int physician, Optional<Instant> from) {
        var edit = new Edit(date, rung, Optional.of(office.dr(physician)), from, true, OptionalLong.empty());
        assertThat(office.overrideDesk.override(place.code(), edit, office.act("Au téléphone")))
                .isInstanceOf(Edited.Done.class);
    }

    private ReplacementRequest asked(DutyRung rung) {
        return ((ReplacementAnswer.Done)
                        office.requestDesk.ask(place.code(), date, rung, office.dr(giver), office.act("Grippe")))
                .request();
    }

    private ReplacementRequest asked() {
        return ((ReplacementAnswer.Done)
                        office.requestDesk.ask(place.code(), date, office.dr(giver), office.act("Grippe")))
                .request();
    }

    private int index(PhysicianId physician) {
        return place.physicians().stream().map(one -> one.id()).toList().indexOf(physician);
    }

    private Notice lastTo(int physician) {
        return office.mails(physician).getLast();
    }

    private Notice coordination() {
        return toCoordination().getLast();
    }

    private List<Notice> toCoordination() {
        return office.notices()
                .to(office.directory()
                        .territory(place.code())
                        .orElseThrow()
                        .contact()
                        .mail()
                        .orElseThrow());
    }
}
