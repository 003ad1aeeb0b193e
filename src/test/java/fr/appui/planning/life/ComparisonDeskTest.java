package fr.appui.planning.life;

import static fr.appui.planning.life.Books.Q3;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.appui.calendar.Quarter;
import fr.appui.planning.Assignment;
import fr.appui.planning.DutyRung;
import fr.appui.planning.life.ComparisonDesk.Candidate;
import fr.appui.planning.life.ComparisonDesk.Kind;
import fr.appui.planning.life.ComparisonDesk.Putting;
import fr.appui.web.rotas.PlanningWorld.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ComparisonDeskTest {

    private final Office office = new Office();
    private final Place place = office.place;

    @Test
    void everyRotaOfTheQuarterIsWeighedByTheSameRules() {
        office.published();
        LocalDate date = place.monday(1);
        office.override(date, 5, "Congrès");
        office.away(0, Q3.first(), Q3.first());
        office.drafted(office.byWeeks().without(DutyRung.FIRST, date));
        office.comparisonDesk.putAside(place.code(), Q3, "Avec un trou", office.act("À voir"));
        List<Candidate> all = office.comparisonDesk.all(place.code(), Q3);
        assertThat(all)
                .extracting(Candidate::key, Candidate::kind, Candidate::gaps, Candidate::broken)
                .containsExactly(
                        tuple("brouillon", Kind.DRAFT, 1, 1),
                        tuple("cote-Avec un trou", Kind.ASIDE, 1, 1),
                        tuple("tenu", Kind.HELD, 0, 1),
                        tuple("v1", Kind.VERSION, 0, 1),
                        tuple("rien", Kind.NOTHING, 92, 0));
        assertThat(office.comparisonDesk.difference(all.get(3), all.get(2)).sentences())
                .containsExactly("le lundi 13 juillet : Dr Ginkgo au lieu de Dr Cyprès");
        assertThat(office.comparisonDesk.shares(place.code(), Q3, all.get(3), all.get(2)).stream()
                        .filter(ComparisonDesk.Share::isChanged)
                        .map(share -> share.after().held().days()
                                - share.before().held().days()))
                .as("one gives a day, one takes it")
                .containsExactlyInAnyOrder(-1, 1);
        assertThat(office.comparisonDesk.all(place.code(), Quarter.parse("2020-Q1")))
                .isEmpty();
    }

    @Test
    void beforeAnythingThereIsOnlyNothing() {
        assertThat(office.comparisonDesk.all(place.code(), Q3))
                .extracting(Candidate::kind)
                .containsExactly(Kind.NOTHING);
    }

    @Test
    void aDraftPutAsideIsTakenUpAgainAndStaysAside() {
        office.drafted(office.byWeeks());
        assertThat(putAside("  Par semaines ")).isEqualTo(Putting.DONE);
        office.drafted(Assignment.EMPTY);
        assertThat(office.comparisonDesk.takeUp(place.code(), Q3, "Autre", office.act("Mieux")))
                .isFalse();
        assertThat(office.comparisonDesk.takeUp(place.code(), Q3, "Par semaines", office.act("Mieux")))
                .isTrue();
        assertThat(office.drafts().of(place.code(), Q3).orElseThrow().duties()).isEqualTo(office.byWeeks());
        assertThat(office.comparisonDesk.drop(place.code(), Q3, "Par semaines", office.act("Inutile")))
                .isTrue();
        assertThat(office.comparisonDesk.drop(place.code(), Q3, "Par semaines", office.act("Inutile")))
                .isFalse();
        assertThat(office.kinds())
                .containsExactly(
                        PlanningAct.Kind.DRAFT_DISCARDED,
                        PlanningAct.Kind.DRAFT_TAKEN_UP,
                        PlanningAct.Kind.DRAFT_PUT_ASIDE);
        assertThat(office.history())
                .allMatch(act -> act.detail().equals("Brouillon « Par semaines » du 3e trimestre 2026."));
    }

    @Test
    void whatADraftTakenUpReplacesIsGivenBackByUndoing() {
        office.drafted(office.byWeeks());
        putAside("Par semaines");
        Assignment worked = office.byWeeks().without(DutyRung.FIRST, place.monday(1));
        office.drafted(worked);
        office.comparisonDesk.takeUp(place.code(), Q3, "Par semaines", office.act("Mieux"));
        assertThat(office.draftDesk.undo(place.code(), Q3, OptionalLong.empty(), office.act("Non")))
                .isTrue();
        assertThat(office.drafts().of(place.code(), Q3).orElseThrow().duties()).isEqualTo(worked);
    }

    @Test
    void aNameIsSaidInSixtyCharacters() {
        office.drafted(office.byWeeks());
        assertThat(putAside(" ")).isEqualTo(Putting.NAME_REFUSED);
        assertThat(putAside("x".repeat(61))).isEqualTo(Putting.NAME_REFUSED);
        // the service writes over these
        assertThat(putAside(DraftBook.GIVEN_UP)).isEqualTo(Putting.NAME_REFUSED);
        assertThat(putAside("avant le DERNIER changement")).isEqualTo(Putting.NAME_REFUSED);
        assertThat(putAside("x".repeat(60))).isEqualTo(Putting.DONE);
    }

    @Test
    void withoutADraftThereIsNothingToPutAside() {
        assertThat(putAside("Par semaines")).isEqualTo(Putting.NO_DRAFT);
        assertThat(office.drafts().aside(place.code(), Q3)).isEmpty();
        assertThat(office.history()).isEmpty();
    }

    @Test
    void eightStandAsideAndNoMore() {
        office.drafted(office.byWeeks());
        for (int i = 1; i <= ComparisonDesk.MOST_ASIDE; i++) {
            assertThat(putAside("Été " + i)).isEqualTo(Putting.DONE);
        }
        assertThat(putAside("Été 9")).isEqualTo(Putting.TOO_MANY);
        assertThat(putAside("Été 8")).isEqualTo(Putting.DONE);
        assertThat(office.drafts().aside(place.code(), Q3)).hasSize(8);
    }

    /** Who found that name first may not have been the one who types it now. */
    @Test
    void whatStandsAsideUnderANameIsNotReplacedByAnother() {
        office.drafted(office.byWeeks());
        assertThat(putAside("Été")).isEqualTo(Putting.DONE);
        assertThat(putAside("Été")).as("touched twice").isEqualTo(Putting.DONE);
        office.drafted(Assignment.EMPTY);
        assertThat(putAside("Été")).isEqualTo(Putting.NAME_TAKEN);
        assertThat(putAside("ete")).isEqualTo(Putting.NAME_TAKEN);
        assertThat(office.drafts().aside(place.code(), Q3).getFirst().draft().duties())
                .isEqualTo(office.byWeeks());
        assertThat(office.kinds()).containsExactly(PlanningAct.Kind.DRAFT_PUT_ASIDE);
    }

    private Putting putAside(String name) {
        return office.comparisonDesk.putAside(place.code(), Q3, name, office.act("À voir"));
    }
}
