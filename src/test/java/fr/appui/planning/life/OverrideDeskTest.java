package fr.appui.planning.life;

import static fr.appui.planning.life.Books.Q3;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import fr.appui.planning.DutyRung;
import fr.appui.planning.Rule;
import fr.appui.web.rotas.PlanningWorld.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OverrideDeskTest {

    private final Office office = new Office();
    private final Place place = office.place;
    private final LocalDate date = place.monday(1);
    private final int holder = place.holder(date);
    private final int other = (holder + 3) % 8;

    @BeforeEach
    void publish() {
        office.published();
    }

    @Test
    void aDutyToComeGoesToSomebodyElseAndBothHearOfIt() {
        assertThat(office.override(date, other, "Congrès"))
                .asInstanceOf(type(Edited.Done.class))
                .satisfies(done -> assertThat(done.rota().duties().holder(DutyRung.FIRST, date))
                        .contains(office.dr(other)));
        assertThat(office.history().getFirst()).satisfies(act -> {
            assertThat(act.kind()).isEqualTo(PlanningAct.Kind.DUTY_OVERRIDDEN);
            assertThat(act.subject()).isEqualTo(date.toString());
            assertThat(act.detail()).isEqualTo("premier rang : " + place.name(other) + ".");
            assertThat(act.act().reason()).isEqualTo("Congrès");
        });
        assertThat(office.mails(holder).getLast().body()).contains("Astreinte modifiée : Congrès", "n’êtes plus");
        assertThat(office.mails(other).getLast().body()).contains("Vous êtes d’astreinte :\n- du lundi 13 juillet");
        assertThat(office.mails((holder + 1) % 8))
                .as("whom it does not concern")
                .hasSize(1);
    }

    @Test
    void ofADutyUnderWayOnlyTheRestChangesHands() {
        Instant now = office.start(date).plus(Duration.ofHours(2));
        office.at(now);
        assertThat(office.override(date, other, "Malaise")).isInstanceOf(Edited.Done.class);
        assertThat(office.holder(date, now.minusMillis(1))).contains(office.dr(holder));
        assertThat(office.holder(date, now)).contains(office.dr(other));
        assertThat(office.holder(date, office.end(date).minusMillis(1))).contains(office.dr(other));
    }

    @Test
    void somebodyTakesOverAtAMomentOfTheDuty() {
        Instant moment = office.start(date).plus(Duration.ofHours(6));
        assertThat(takeOver(moment)).isInstanceOf(Edited.Done.class);
        assertThat(office.holder(date, office.start(date))).contains(office.dr(holder));
        assertThat(office.holder(date, moment)).contains(office.dr(other));
    }

    @Test
    void aMomentOutsideTheDutyIsRefused() {
        assertSenseless(takeOver(office.start(date).minusMillis(1)), "from", "n’est pas dans la plage");
        assertSenseless(takeOver(office.end(date)), "from", "n’est pas dans la plage");
        assertThat(takeOver(office.start(date))).isInstanceOf(Edited.Done.class);
    }

    @Test
    void aDutyThatIsOverChangesNoMore() {
        office.at(office.end(date));
        assertSenseless(office.override(date, other, "Trop tard"), "date", "terminée");
        assertSenseless(office.undo(date, "Trop tard"), "date", "terminée");
        assertThat(office.kinds()).containsExactly(PlanningAct.Kind.ROTA_PUBLISHED);
    }

    @Test
    void aDateWithoutHoursIsRefused() {
        LocalDate before = LocalDate.of(2020, 1, 1);
        assertSenseless(office.override(before, other, "Erreur"), "date", "pas de plage");
        assertSenseless(office.undo(before, "Erreur"), "date", "pas de plage");
    }

    @Test
    void aDutyIsLeftToNobody() {
        var edit = Office.edit(date, Optional.empty(), Optional.empty(), false);
        assertThat(office.overrideDesk.override(place.code(), edit, office.act("Grippe")))
                .isInstanceOf(Edited.Done.class);
        assertThat(office.holder(date)).isEmpty();
        assertThat(office.history().getFirst().detail()).isEqualTo("premier rang : plus personne.");
    }

    @Test
    void aRuleRefusesAndNothingIsWrittenOrTold() {
        office.away(other, date, date);
        assertRefused(office.override(date, other, "Congrès"), Rule.AVAILABILITY);
        assertThat(office.holder(date)).contains(office.dr(holder));
        assertThat(office.kinds()).containsExactly(PlanningAct.Kind.ROTA_PUBLISHED);
        assertThat(office.mails(other)).hasSize(1);
    }

    @Test
    void theQuotaYieldsOnlyToADerogation() {
        int full = place.holder(place.monday(0));
        LocalDate fifteenth = place.monday(4);
        assertRefused(office.override(fifteenth, full, "Nul autre"), Rule.QUOTA);
        var derogating = Office.edit(fifteenth, Optional.of(office.dr(full)), Optional.empty(), true);
        assertThat(office.overrideDesk.override(place.code(), derogating, office.act("Nul autre")))
                .isInstanceOf(Edited.Done.class);
        assertThat(office.derogations().in(Q3))
                .singleElement()
                .extracting(granted -> granted.derogation().allowedDays())
                .isEqualTo(15);
        assertThat(office.kinds()).startsWith(PlanningAct.Kind.DUTY_OVERRIDDEN, PlanningAct.Kind.DEROGATION_GRANTED);
    }

    @Test
    void undoingGivesTheDutyBackActByAct() {
        int third = (holder + 4) % 8;
        office.override(date, other, "Grippe");
        office.at(Books.NOW.plusSeconds(60));
        office.override(date, third, "Mariage");
        office.at(Books.NOW.plusSeconds(120));
        assertThat(office.undo(date, "Mariage reporté")).isInstanceOf(Edited.Done.class);
        assertThat(office.holder(date)).contains(office.dr(other));
        office.at(Books.NOW.plusSeconds(180));
        assertThat(office.undo(date, "Guérison")).isInstanceOf(Edited.Done.class);
        assertThat(office.holder(date)).contains(office.dr(holder));
        assertThat(office.history().getFirst()).satisfies(act -> {
            assertThat(act.kind()).isEqualTo(PlanningAct.Kind.ACT_UNDONE);
            assertThat(act.detail()).isEqualTo("l’astreinte revient à " + place.name(holder) + ".");
        });
        assertThat(office.mails(holder).getLast().body()).contains("Vous êtes d’astreinte :");
        office.at(Books.NOW.plusSeconds(240));
        assertSenseless(office.undo(date, "Encore"), "date", "rien à annuler");
    }

    @Test
    void whatWasTakenAwayAndGivenBackIsTheSameEntryOfACalendar() {
        office.override(date, other, "Grippe");
        ToldDuty away = told(holder);
        assertThat(away.cancelled()).isTrue();
        assertThat(away.sequence()).isEqualTo(1);
        office.at(Books.NOW.plusSeconds(60));
        office.undo(date, "Guérison");
        ToldDuty back = told(holder);
        assertThat(back.cancelled()).isFalse();
        assertThat(back.sequence()).isEqualTo(2);
        assertThat(back.key()).isEqualTo(away.key());
    }

    @Test
    void undoingUnderWayGivesBackTheRest() {
        office.override(date, other, "Grippe");
        Instant now = office.start(date).plus(Duration.ofHours(3));
        office.at(now);
        assertThat(office.undo(date, "Guérison")).isInstanceOf(Edited.Done.class);
        assertThat(office.holder(date, now.minusMillis(1))).contains(office.dr(other));
        assertThat(office.holder(date, now)).contains(office.dr(holder));
    }

    @Test
    void undoingIsAnActUnderTheSameRules() {
        office.override(date, other, "Grippe");
        office.away(holder, date, date);
        office.at(Books.NOW.plusSeconds(60));
        assertRefused(office.undo(date, "Guérison"), Rule.AVAILABILITY);
        assertThat(office.holder(date)).contains(office.dr(other));
        assertThat(office.kinds()).doesNotContain(PlanningAct.Kind.ACT_UNDONE);
    }

    private ToldDuty told(int physician) {
        return office.told().of(place.code(), date, date).stream()
                .filter(duty -> duty.key().physician().equals(office.dr(physician)))
                .findFirst()
                .orElseThrow();
    }

    private Edited takeOver(Instant moment) {
        var edit = Office.edit(date, Optional.of(office.dr(other)), Optional.of(moment), false);
        return office.overrideDesk.override(place.code(), edit, office.act("Relève"));
    }

    private static void assertRefused(Edited edited, Rule rule) {
        assertThat(edited)
                .asInstanceOf(type(Edited.Refused.class))
                .extracting(refused -> refused.breach().rule())
                .isEqualTo(rule);
    }

    private static void assertSenseless(Edited edited, String field, String why) {
        assertThat(edited).asInstanceOf(type(Edited.Senseless.class)).satisfies(refusal -> {
            assertThat(refusal.field()).isEqualTo(field);
            assertThat(refusal.why()).contains(why);
        });
    }
}
