package fr.appui.planning.life;

import static fr.appui.planning.life.Books.Q3;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import fr.appui.calendar.Quarter;
import fr.appui.directory.PhysicianId;
import fr.appui.planning.Assignment;
import fr.appui.planning.DutyRung;
import fr.appui.planning.Rule;
import fr.appui.rota.Duty;
import fr.appui.rota.PublishedRota;
import fr.appui.web.rotas.PlanningWorld.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PublicationDeskTest {

    private final Office office = new Office();
    private final Place place = office.place;

    @Test
    void aDraftBecomesTheRotaInForceAndEveryPhysicianHearsOfTheirDuties() {
        office.drafted(office.byWeeks());
        assertThat(office.publicationDesk
                        .difference(place.code(), Q3)
                        .orElseThrow()
                        .changes())
                .hasSize(92);
        assertThat(office.publish())
                .asInstanceOf(type(Publishing.Published.class))
                .satisfies(published -> {
                    assertThat(published.version()).isEqualTo(1);
                    assertThat(published.difference().changes()).hasSize(92);
                });
        assertThat(office.reader.held(place.code(), Q3)).isEqualTo(office.byWeeks());
        assertThat(office.rotas().inForce(place.code(), Q3).orElseThrow().publisher())
                .isEqualTo(new PublishedRota.Publisher("coordination", Books.NOW));
        assertThat(office.drafts().of(place.code(), Q3)).isEmpty();
        assertThat(office.publicationDesk.difference(place.code(), Q3)).isEmpty();
        assertThat(office.reader.view(place.code(), Q3).orElseThrow().state()).isEqualTo(RotaView.State.PUBLISHED);
        assertThat(office.history()).singleElement().satisfies(act -> {
            assertThat(act.kind()).isEqualTo(PlanningAct.Kind.ROTA_PUBLISHED);
            assertThat(act.detail()).isEqualTo("Planning du 3e trimestre 2026, version 1 : 92 changements.");
        });
        for (int physician = 0; physician < 8; physician++) {
            assertThat(office.mails(physician)).hasSize(1);
        }
        assertThat(office.told().of(place.code(), Q3.first(), Q3.last()))
                .hasSize(92)
                .allMatch(duty -> !duty.cancelled());
    }

    @Test
    void withoutADraftThereIsNothingToPublish() {
        assertThat(office.publish()).isInstanceOf(Publishing.NoDraft.class);
        assertThat(office.history()).isEmpty();
    }

    @Test
    void aDraftOfHoursThatAreNoLongerPromisedIsToldSo() {
        Quarter unpromised = Quarter.parse("2020-Q1");
        var origin = new Draft.Origin(Draft.Kind.MANUAL, "coordination", office.clock.instant());
        Assignment duties = Assignment.EMPTY.with(DutyRung.FIRST, unpromised.first(), office.dr(0));
        office.drafts().keep(Draft.byHand(office.place.code(), unpromised, duties, origin));
        assertThat(office.publicationDesk.publish(office.place.code(), unpromised, true, office.act("Prêt")))
                .isInstanceOf(Publishing.NoHours.class);
    }

    @Test
    void aRotaWithAHoleIsPublishedOnlyWhenTheHoleIsAccepted() {
        office.drafted(office.byWeeks().without(DutyRung.FIRST, place.monday(4)));
        assertThat(office.publish())
                .asInstanceOf(type(Publishing.Refused.class))
                .extracting(refused -> refused.breach().rule())
                .isEqualTo(Rule.COVERAGE);
        assertThat(office.drafts().of(place.code(), Q3)).isPresent();
        assertThat(office.rotas().inForce(place.code(), Q3)).isEmpty();
        assertThat(office.mails(0)).isEmpty();
        assertThat(office.publicationDesk.publish(place.code(), Q3, true, office.act("En attendant")))
                .isInstanceOf(Publishing.Published.class);
        assertThat(office.holder(place.monday(4))).isEmpty();
    }

    @Test
    void noOtherRuleYieldsToAcceptedHoles() {
        office.drafted(office.byWeeks());
        office.away(0, Q3.first(), Q3.first());
        assertThat(office.publicationDesk.publish(place.code(), Q3, true, office.act("Tant pis")))
                .asInstanceOf(type(Publishing.Refused.class))
                .extracting(refused -> refused.breach().rule())
                .isEqualTo(Rule.AVAILABILITY);
        assertThat(office.rotas().inForce(place.code(), Q3)).isEmpty();
    }

    @Test
    void theNextVersionTellsOnlyThoseForWhomSomethingChanges() {
        office.published();
        LocalDate date = place.monday(1);
        int before = place.holder(date);
        int after = (before + 3) % 8;
        office.drafted(office.byWeeks().with(DutyRung.FIRST, date, office.dr(after)));
        assertThat(office.publish())
                .asInstanceOf(type(Publishing.Published.class))
                .satisfies(published -> {
                    assertThat(published.version()).isEqualTo(2);
                    assertThat(published.difference().sentences())
                            .containsExactly(
                                    "le lundi 13 juillet : " + place.name(after) + " au lieu de " + place.name(before));
                });
        for (int physician = 0; physician < 8; physician++) {
            boolean concerned = physician == before || physician == after;
            assertThat(office.mails(physician)).hasSize(concerned ? 2 : 1);
        }
        assertThat(office.mails(before).getLast().body())
                .contains("version 2")
                .contains("Vous n’êtes plus d’astreinte :\n- du lundi 13 juillet 2026 à 18\u00a0h");
        assertThat(office.publicationDesk.between(place.code(), Q3, 1, 2).changes())
                .hasSize(1);
        assertThat(office.publicationDesk.between(place.code(), Q3, 0, 2).changes())
                .hasSize(92);
        assertThat(office.publicationDesk.between(place.code(), Q3, 2, 0).changes())
                .hasSize(92);
    }

    /** A rota that was loaded from a file told nobody: with the next version each hears of all their duties. */
    @Test
    void whoIsShownAsToBeToldIsTold() {
        office.rotas()
                .publish(new PublishedRota(
                        place.code(), Q3, 1, new PublishedRota.Publisher("fichier", Books.NOW), duties()));
        LocalDate date = place.monday(1);
        int after = (place.holder(date) + 3) % 8;
        office.drafted(office.byWeeks().with(DutyRung.FIRST, date, office.dr(after)));
        assertThat(shownAndTold()).hasSize(8);

        office.drafted(office.byWeeks());
        assertThat(shownAndTold()).containsExactlyInAnyOrder(place.holder(date), after);

        office.override(place.monday(3), 5, "Congrès");
        office.at(Books.NOW.plusSeconds(60));
        office.drafted(office.byWeeks());
        assertThat(shownAndTold()).as("the act yields").containsExactlyInAnyOrder(place.holder(place.monday(3)), 5);

        office.drafted(office.byWeeks());
        assertThat(shownAndTold()).isEmpty();
    }

    private List<Duty> duties() {
        return office.byWeeks().on(DutyRung.FIRST).entrySet().stream()
                .map(held -> new Duty(held.getKey(), 1, held.getValue()))
                .toList();
    }

    /** Publishes; who was written to, each of as many duties as was shown before. */
    private List<Integer> shownAndTold() {
        Map<PhysicianId, List<ToldDuty>> shown = office.publicationDesk.told(place.code(), Q3, office.act("lecture"));
        List<Integer> mails =
                IntStream.range(0, 8).mapToObj(one -> office.mails(one).size()).toList();
        assertThat(office.publish()).isInstanceOf(Publishing.Published.class);
        List<Integer> told = IntStream.range(0, 8)
                .filter(one -> office.mails(one).size() > mails.get(one))
                .boxed()
                .toList();
        assertThat(shown.keySet()).isEqualTo(told.stream().map(office::dr).collect(Collectors.toSet()));
        told.forEach(
                one -> assertThat(office.mails(one).getLast().body().lines().filter(line -> line.startsWith("- ")))
                        .hasSize(shown.get(office.dr(one)).size()));
        return told;
    }

    @Test
    void aNewVersionStandsAboveTheActsOfTheOneBefore() {
        office.published();
        LocalDate date = place.monday(1);
        office.override(date, 5, "Congrès");
        office.at(Books.NOW.plusSeconds(60));
        office.drafted(office.byWeeks());
        assertThat(office.publish()).isInstanceOf(Publishing.Published.class);
        assertThat(office.holder(date)).contains(office.dr(place.holder(date)));
        assertThat(office.reader.held(place.code(), Q3)).isEqualTo(office.byWeeks());
    }

    @Test
    void aVersionThatAgreesWithAnActLeavesItsReason() {
        office.published();
        LocalDate date = place.monday(1);
        office.override(date, 5, "Congrès");
        office.drafted(office.byWeeks().with(DutyRung.FIRST, date, office.dr(5)));
        assertThat(office.publish())
                .asInstanceOf(type(Publishing.Published.class))
                .extracting(published -> published.difference().changes().size())
                .isEqualTo(0);
        assertThat(office.rotas().substitutions(place.code(), date, date)).hasSize(1);
    }

    @Test
    void whatHasBegunIsNotRewrittenByALaterVersion() {
        office.published();
        LocalDate begun = place.monday(1);
        Assignment rewritten = office.byWeeks().with(DutyRung.FIRST, begun, office.dr(5));
        office.at(office.start(begun));
        office.drafted(rewritten);
        assertThat(office.publish())
                .asInstanceOf(type(Publishing.RewritesThePast.class))
                .extracting(Publishing.RewritesThePast::sentence)
                .isEqualTo("le lundi 13 juillet : Dr Ginkgo au lieu de " + place.name(place.holder(begun)));
        assertThat(office.reader.version(place.code(), Q3)).isEqualTo(1);
        assertThat(office.drafts().of(place.code(), Q3)).isPresent();
        office.at(office.start(begun).minusSeconds(1));
        assertThat(office.publish()).isInstanceOf(Publishing.Published.class);
    }

    @Test
    void theFirstVersionMayComeInTheMiddleOfTheQuarter() {
        office.at(office.end(place.monday(2)));
        office.drafted(office.byWeeks());
        assertThat(office.publish()).isInstanceOf(Publishing.Published.class);
        assertThat(office.mails(0).getFirst().body())
                .as("what is over is not told")
                .contains("août 2026")
                .doesNotContain("juillet");
    }

    @Test
    void whoPublishedInBetweenIsNotOverwritten() {
        var overtaken = new InMemoryRotas(office.directory(), office.calendars()) {
            @Override
            public Publication publish(PublishedRota rota) {
                return new Publication.OutOfDate(1);
            }
        };
        var desk = office.publicationOn(overtaken);
        office.drafted(office.byWeeks());
        assertThat(desk.publish(place.code(), Q3, false, office.act("Trimestre prêt")))
                .isEqualTo(new Publishing.OutOfDate(1));
        assertThat(office.drafts().of(place.code(), Q3)).isPresent();
        assertThat(office.history()).isEmpty();
        assertThat(office.mails(0)).isEmpty();
    }
}
