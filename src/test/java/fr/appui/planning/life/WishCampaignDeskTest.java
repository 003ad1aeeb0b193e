package fr.appui.planning.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import fr.appui.directory.Career;
import fr.appui.directory.Erasure;
import fr.appui.directory.Physician;
import fr.appui.directory.Volunteering;
import fr.appui.planning.DateRange;
import fr.appui.planning.Unavailability;
import fr.appui.planning.Wishes;
import fr.appui.planning.life.WishCampaign.Kind;
import fr.appui.planning.life.WishCampaignDesk.Outcome;
import fr.appui.planning.life.WishCampaignDesk.View;
import fr.appui.web.rotas.PlanningWorld.Place;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WishCampaignDeskTest {

    private static final LocalDate DEADLINE = Books.Q3.first().minusDays(7);

    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);

    private final Office office = new Office();
    private final Place place = office.place;

    @Test
    void everyPhysicianOfTheQuarterIsAskedOnce() {
        View view = opened();
        assertThat(view.asked()).hasSize(8).allMatch(one -> one.answer().isEmpty());
        IntStream.range(0, 8)
                .forEach(one -> assertThat(office.mails(one)).singleElement().satisfies(mail -> {
                    assertThat(mail.subject()).isEqualTo("Vos souhaits pour le 3e trimestre 2026");
                    assertThat(mail.body()).contains("24 juin 2026", "Rien à dire");
                }));
        assertThat(office.kinds()).containsExactly(PlanningAct.Kind.WISHES_ASKED);
        open(DEADLINE.plusDays(2));
        assertThat(office.mails(0)).as("another deadline asks nobody anew").hasSize(1);
        assertThat(office.campaignDesk
                        .view(place.code(), Books.Q3)
                        .orElseThrow()
                        .campaign()
                        .deadline())
                .isEqualTo(DEADLINE.plusDays(2));
    }

    @Test
    void whoLeftTheServiceOrWasErasedIsNotAskedAndACandidateIs() {
        volunteering(0, Optional.of(NEW_YEAR), Optional.of(Books.Q3.first().minusDays(1)));
        volunteering(1, Optional.empty(), Optional.empty());
        Physician erased =
                Erasure.of(place.physicians().get(2), 1, Books.Q3.first().plusDays(10));
        office.directory().save(erased);
        assertThat(opened().asked())
                .extracting(one -> one.physician().id())
                .contains(office.dr(1))
                .doesNotContain(office.dr(0), office.dr(2))
                .hasSize(6);
        assertThat(office.mails(0)).isEmpty();
        assertThat(office.notices().to(erased.mail())).isEmpty();
    }

    @Test
    void whatSomebodyAsksForInTheQuarterIsTheirAnswer() {
        opened();
        wish(0, Books.Q3.first().plusDays(3));
        wish(1, Books.Q3.next().first());
        assertThat(answered(0)).isEqualTo(Kind.WISHES);
        assertThat(view().waitedFor())
                .extracting(one -> one.physician().id())
                .contains(office.dr(1))
                .hasSize(7);
    }

    @Test
    void whatWasAskedForBeforeTheOpeningIsAnAnswerToo() {
        wish(0, Books.Q3.first().plusDays(3));
        wish(1, Books.Q3.next().first());
        assertThat(opened().waitedFor())
                .extracting(one -> one.physician().id())
                .contains(office.dr(1))
                .doesNotContain(office.dr(0))
                .hasSize(7);
        assertThat(answered(0)).isEqualTo(Kind.WISHES);
        assertThat(office.mails(0)).as("who answered may still add to it").hasSize(1);
        remind();
        assertThat(office.mails(0)).hasSize(1);
        assertThat(office.mails(1).getLast().body())
                .contains("avec les seuls souhaits que vous avez déjà donnés, s’il y en a.");
    }

    @Test
    void wishesThatNoCampaignSawAreHeardBeforeTheReminder() {
        opened();
        office.wishes().keep(office.dr(0), away(Wishes.none(), Books.Q3.first()));
        remind();
        assertThat(office.mails(0)).hasSize(1);
        assertThat(office.mails(1)).hasSize(2);
        assertThat(answered(0)).isEqualTo(Kind.WISHES);
    }

    @Test
    void nothingToAskForIsAnAnswer() {
        opened();
        assertThat(answer(2)).isInstanceOf(Outcome.Done.class);
        assertThat(answered(2)).isEqualTo(Kind.NOTHING);
        assertThat(office.kinds()).startsWith(PlanningAct.Kind.WISHES_ANSWERED);
        wish(3, Books.Q3.first());
        answer(3);
        assertThat(answered(3)).as("who gave wishes gave them").isEqualTo(Kind.WISHES);
    }

    @Test
    void aReminderGoesToThoseWhoHaveNotAnsweredAndNotTwiceInAMorning() {
        opened();
        answer(2);
        wish(3, Books.Q3.first());
        assertThat(remind()).isInstanceOf(Outcome.Done.class);
        assertThat(office.mails(2)).hasSize(1);
        assertThat(office.mails(3)).hasSize(1);
        assertThat(office.mails(4).getLast().subject()).startsWith("Rappel – Vos souhaits");
        assertThat(remind())
                .asInstanceOf(type(Outcome.Senseless.class))
                .extracting(Outcome.Senseless::why)
                .asString()
                .contains("12 heures");
        office.at(Books.NOW.plus(Duration.ofHours(13)));
        assertThat(remind()).isInstanceOf(Outcome.Done.class);
        assertThat(office.mails(4)).hasSize(3);
    }

    @Test
    void whenAllHaveAnsweredThereIsNobodyToRemind() {
        opened();
        IntStream.range(0, 8).forEach(this::answer);
        assertThat(view().waitedFor()).isEmpty();
        assertThat(remind()).isInstanceOf(Outcome.Senseless.class);
    }

    @Test
    void aDeadlineThatIsPastOrAQuarterThatNobodyAskedAboutIsRefused() {
        assertThat(open(LocalDate.of(2026, 6, 14))).isInstanceOf(Outcome.Senseless.class);
        assertThat(open(Books.Q3.last().plusDays(1))).isInstanceOf(Outcome.Senseless.class);
        assertThat(remind()).isInstanceOf(Outcome.Senseless.class);
        assertThat(answer(0)).isInstanceOf(Outcome.Senseless.class);
        assertThat(office.kinds()).isEmpty();
        assertThat(office.mails(0)).isEmpty();
    }

    private View opened() {
        return ((Outcome.Done) open(DEADLINE)).view();
    }

    private Outcome open(LocalDate deadline) {
        return office.campaignDesk.open(place.code(), Books.Q3, deadline, office.act("Trimestre à préparer"));
    }

    private Outcome remind() {
        return office.campaignDesk.remind(place.code(), Books.Q3, office.act("Relance"));
    }

    private Outcome answer(int physician) {
        return office.campaignDesk.answer(place.code(), Books.Q3, office.dr(physician), office.act("Rien"));
    }

    private View view() {
        return office.campaignDesk.view(place.code(), Books.Q3).orElseThrow();
    }

    private Kind answered(int physician) {
        return view().asked().stream()
                .filter(one -> one.physician().id().equals(office.dr(physician)))
                .findFirst()
                .orElseThrow()
                .answer()
                .orElseThrow()
                .kind();
    }

    private void wish(int physician, LocalDate date) {
        office.wishDesk.change(office.dr(physician), now -> true, wishes -> away(wishes, date));
    }

    private void volunteering(int number, Optional<LocalDate> declaredOn, Optional<LocalDate> leftOn) {
        Physician known = place.physicians().get(number);
        Career career = known.career();
        office.directory()
                .save(new Physician(
                        known.id(),
                        known.name(),
                        known.rpps(),
                        known.mail(),
                        new Career(
                                career.trainings(),
                                career.employments(),
                                career.posts(),
                                career.practices(),
                                career.workingTimes(),
                                List.of(new Volunteering(
                                        place.code(),
                                        Volunteering.Basis.DECLARATION,
                                        Optional.of(NEW_YEAR),
                                        declaredOn,
                                        leftOn))),
                        known.numbers()));
    }

    private static Wishes away(Wishes wishes, LocalDate date) {
        return wishes.unavailable(List.of(new Unavailability.During(DateRange.on(date))));
    }
}
