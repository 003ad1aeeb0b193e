package fr.appui.planning.life;

import static fr.appui.planning.life.Books.Q3;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import fr.appui.planning.Assignment;
import fr.appui.planning.DateRange;
import fr.appui.planning.Derogation;
import fr.appui.planning.DutyRung;
import fr.appui.planning.Rule;
import fr.appui.planning.Willingness;
import fr.appui.planning.Wishes;
import fr.appui.web.rotas.PlanningWorld;
import fr.appui.web.rotas.PlanningWorld.Place;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class DraftDeskTest {

    private static final LocalDate FIRST = Q3.first();

    private final Office office = new Office();
    private final Place place = office.place;

    @Test
    void aDraftBeginsWithWhatIsHeldAndIsBegunOnce() {
        office.published();
        assertThat(office.override(place.monday(1), 5, "Congrès")).isInstanceOf(Edited.Done.class);
        Draft draft = office.draftDesk.open(place.code(), Q3, office.act("Reprise"));
        assertThat(draft.duties()).isEqualTo(office.byWeeks().with(DutyRung.FIRST, place.monday(1), office.dr(5)));
        assertThat(draft.fixed()).isEqualTo(Assignment.EMPTY);
        place(FIRST, 6);
        assertThat(office.draftDesk.open(place.code(), Q3, office.act("Encore")).fixed())
                .isEqualTo(Assignment.EMPTY.with(DutyRung.FIRST, FIRST, office.dr(6)));
    }

    @Test
    void whoIsPlacedByHandIsFixedAndTheChangeIsInTheHistory() {
        Edited edited = place(FIRST, 3);
        assertThat(edited).asInstanceOf(type(Edited.Done.class)).satisfies(done -> {
            assertThat(done.rota().state()).isEqualTo(RotaView.State.DRAFT);
            assertThat(done.rota().fixed().holder(DutyRung.FIRST, FIRST)).contains(office.dr(3));
        });
        assertThat(office.history()).singleElement().satisfies(act -> {
            assertThat(act.kind()).isEqualTo(PlanningAct.Kind.DRAFT_EDITED);
            assertThat(act.subject()).isEqualTo("2026-07-01");
            assertThat(act.detail()).isEqualTo("le mercredi 1er juillet : Dr Érable, où il n’y avait personne.");
            assertThat(act.act().reason()).isEqualTo("à la main");
        });
    }

    @Test
    void fixingWhoStoodThereChangesNoDutyButIsSaid() {
        office.drafted(office.byWeeks());
        place(FIRST, 0);
        assertThat(office.history().getFirst().detail()).isEqualTo("Date fixée.");
        assertThat(office.drafts().of(place.code(), Q3).orElseThrow().fixed().holder(DutyRung.FIRST, FIRST))
                .contains(office.dr(0));
    }

    @Test
    void aDateLeftToNobodyIsNoLongerFixed() {
        place(FIRST, 3);
        var edit = Placing.of(List.of(FIRST), DutyRung.FIRST, Optional.empty(), false);
        assertThat(office.draftDesk.place(place.code(), Q3, edit, office.act("à la main")))
                .isInstanceOf(Edited.Done.class);
        Draft draft = office.drafts().of(place.code(), Q3).orElseThrow();
        assertThat(draft.duties()).isEqualTo(Assignment.EMPTY);
        assertThat(draft.fixed()).isEqualTo(Assignment.EMPTY);
        assertThat(office.history().getFirst().detail())
                .isEqualTo("le mercredi 1er juillet : plus personne, au lieu de Dr Érable.");
    }

    @Test
    void aDateWithoutPromisedHoursIsRefusedAndNothingIsWritten() {
        LocalDate elsewhere = Q3.next().first();
        assertThat(place(elsewhere, 3))
                .asInstanceOf(type(Edited.Senseless.class))
                .satisfies(refusal -> {
                    assertThat(refusal.field()).isEqualTo("date");
                    assertThat(refusal.why()).contains("pas de plage");
                });
        assertThat(office.drafts().of(place.code(), Q3)).isEmpty();
        assertThat(office.history()).isEmpty();
    }

    @Test
    void allTheDatesArePlacedOrNone() {
        office.away(3, FIRST.plusDays(2), FIRST.plusDays(2));
        Edited edited = week(FIRST, 3);
        assertRefused(edited, Rule.AVAILABILITY);
        assertThat(office.draftDesk.draft(place.code(), Q3).map(Draft::duties).orElse(Assignment.EMPTY))
                .isEqualTo(Assignment.EMPTY);
        assertThat(office.history()).isEmpty();
    }

    @Test
    void whoOffersWholeWeeksIsGivenAWeekAndNeverADay() {
        office.wishes().keep(office.dr(3), Wishes.none().willing(Willingness.WHOLE_WEEKS));
        LocalDate monday = place.monday(2);
        assertRefused(place(monday, 3), Rule.WILLINGNESS);
        assertThat(week(monday, 3)).isInstanceOf(Edited.Done.class);
        assertThat(office.history().getFirst().detail())
                .isEqualTo("du 20 au 26 juillet : Dr Érable, où il n’y avait personne.");
    }

    @Test
    void theQuotaYieldsToADerogationForAsManyDaysAsAreGiven() {
        office.drafted(office.byWeeks());
        int full = place.holder(place.monday(0));
        LocalDate fifteenth = place.monday(4);
        assertRefused(place(fifteenth, full), Rule.QUOTA);
        var derogating = Office.edit(fifteenth, Optional.of(office.dr(full)), Optional.empty(), true);
        assertThat(office.draftDesk.place(place.code(), Q3, Office.placing(derogating), office.act("Nul autre")))
                .isInstanceOf(Edited.Done.class);
        assertThat(office.derogations().in(Q3)).singleElement().satisfies(granted -> {
            assertThat(granted.derogation()).isEqualTo(new Derogation(office.dr(full), Q3, 15, "Nul autre"));
            assertThat(granted.territory()).isEqualTo(place.code());
        });
        assertThat(office.kinds()).containsExactly(PlanningAct.Kind.DRAFT_EDITED, PlanningAct.Kind.DEROGATION_GRANTED);
        assertThat(office.history().getLast().detail())
                .isEqualTo(place.name(full) + " : 15 jours d’astreinte au 3e trimestre 2026.");
        assertRefused(place(fifteenth.plusDays(1), full), Rule.QUOTA);
    }

    @Test
    void noDerogationGoesPastAnotherRule() {
        office.away(3, FIRST, FIRST);
        var derogating = Office.edit(FIRST, Optional.of(office.dr(3)), Optional.empty(), true);
        assertRefused(
                office.draftDesk.place(place.code(), Q3, Office.placing(derogating), office.act("Nul autre")),
                Rule.AVAILABILITY);
        assertThat(office.derogations().in(Q3)).isEmpty();
        assertThat(office.history()).isEmpty();
    }

    @Test
    void whoIsOnDutyElsewhereAtThatTimeIsRefused() {
        office.published();
        Place neighbour = office.place();
        int busy = place.holder(FIRST);
        new PlanningWorld(office.directory(), office.calendars(), Clock.systemUTC())
                .practiseAlso(place.physicians().get(busy), neighbour.code());
        Edited edited = office.draftDesk.place(
                neighbour.code(), Q3, Office.placing(Edit.placing(FIRST, office.dr(busy))), office.act("à la main"));
        assertRefused(edited, Rule.ONE_AT_A_TIME);
        assertThat(edited)
                .asInstanceOf(type(Edited.Refused.class))
                .satisfies(refused -> assertThat(refused.breach().sentence()).contains(place.name(busy)));
    }

    @Test
    void aRuleBrokenAlreadyIsNotHeldAgainstTheNextEdit() {
        office.drafted(office.byWeeks());
        office.away(0, FIRST, FIRST);
        assertThat(place(place.monday(3), 5)).isInstanceOf(Edited.Done.class);
    }

    @Test
    void aWholeRotaReplacesTheDraftWhateverTheRulesSay() {
        office.away(0, FIRST, FIRST);
        var origin = new Draft.Origin(Draft.Kind.IMPORTED, "coordination", office.clock.instant());
        Draft whole = Draft.byHand(place.code(), Q3, office.byWeeks(), origin);
        office.draftDesk.replace(whole, PlanningAct.Kind.DRAFT_IMPORTED, office.act("Fichier"));
        assertThat(office.draftDesk.draft(place.code(), Q3)).contains(whole);
        assertThat(office.history()).singleElement().satisfies(act -> {
            assertThat(act.kind()).isEqualTo(PlanningAct.Kind.DRAFT_IMPORTED);
            assertThat(act.detail()).isEqualTo("92 dates au 3e trimestre 2026.");
        });
        assertThat(office.reader.view(place.code(), Q3).orElseThrow().state()).isEqualTo(RotaView.State.DRAFT);
    }

    @Test
    void aDraftIsGivenUpOnce() {
        office.drafted(office.byWeeks());
        assertThat(office.reader.view(place.code(), Q3).orElseThrow().state()).isEqualTo(RotaView.State.CHECKED);
        assertThat(office.draftDesk.discard(place.code(), Q3, office.act("À refaire")))
                .isTrue();
        assertThat(office.draftDesk.discard(place.code(), Q3, office.act("À refaire")))
                .isFalse();
        assertThat(office.kinds()).containsExactly(PlanningAct.Kind.DRAFT_DISCARDED);
        assertThat(office.reader.view(place.code(), Q3).orElseThrow().state()).isEqualTo(RotaView.State.EMPTY);
    }

    @Test
    void theLastChangeIsTakenBackAndDoneAgain() {
        office.drafted(office.byWeeks());
        Assignment changed = office.byWeeks().with(DutyRung.FIRST, FIRST, office.dr(6));
        place(FIRST, 6);
        assertThat(undo(OptionalLong.empty())).isTrue();
        assertThat(duties()).isEqualTo(office.byWeeks());
        assertThat(undo(OptionalLong.empty())).isTrue();
        assertThat(duties()).isEqualTo(changed);
        office.draftDesk.discard(place.code(), Q3, office.act("À refaire"));
        assertThat(undo(OptionalLong.empty())).isTrue();
        assertThat(duties()).isEqualTo(changed);
        assertThat(office.kinds().getFirst()).isEqualTo(PlanningAct.Kind.DRAFT_TAKEN_UP);
    }

    @Test
    void whatAnotherChangedSinceIsNotTakenBack() {
        office.drafted(office.byWeeks());
        place(FIRST, 6);
        long seen = office.reader.view(place.code(), Q3).orElseThrow().stamp();
        place(place.monday(3), 5);
        assertThat(undo(OptionalLong.of(seen))).isFalse();
        assertThat(duties().holder(DutyRung.FIRST, place.monday(3))).contains(office.dr(5));
    }

    private boolean undo(OptionalLong seen) {
        return office.draftDesk.undo(place.code(), Q3, seen, office.act("annulé aussitôt"));
    }

    private Assignment duties() {
        return office.drafts().of(place.code(), Q3).orElseThrow().duties();
    }

    private Edited place(LocalDate date, int physician) {
        return office.draftDesk.place(
                place.code(), Q3, Office.placing(Edit.placing(date, office.dr(physician))), office.act("à la main"));
    }

    private Edited week(LocalDate from, int physician) {
        List<LocalDate> dates = new DateRange(from, from.plusDays(6)).dates().toList();
        return office.draftDesk.place(
                place.code(),
                Q3,
                Placing.of(dates, DutyRung.FIRST, Optional.of(office.dr(physician)), false),
                office.act("à la main"));
    }

    private static void assertRefused(Edited edited, Rule rule) {
        assertThat(edited)
                .asInstanceOf(type(Edited.Refused.class))
                .extracting(refused -> refused.breach().rule())
                .isEqualTo(rule);
    }
}
