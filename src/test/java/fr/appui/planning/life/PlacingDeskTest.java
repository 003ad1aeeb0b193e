package fr.appui.planning.life;

import static fr.appui.planning.life.Books.Q3;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import fr.appui.planning.DutyRung;
import fr.appui.web.rotas.PlanningWorld.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whatever door somebody comes through, what becomes of dates placed by hand is decided by what is true then. */
class PlacingDeskTest {

    private final Office office = new Office();
    private final Place place = office.place;
    private final LocalDate date = place.monday(1);
    private final int other = (place.holder(date) + 3) % 8;

    @Test
    void withoutAVersionInForceADraftBeginsAndNeedsNoReason() {
        assertThat(place(List.of(date, date.plusDays(1)), Optional.empty(), "")).isInstanceOf(Edited.Done.class);
        assertThat(office.drafts().of(place.code(), Q3)).isPresent();
        assertThat(office.kinds()).containsExactly(PlanningAct.Kind.DRAFT_EDITED);
    }

    @Test
    void whatIsPublishedChangesByOneTracedActAndNoDraftBegins() {
        office.published();
        assertThat(place(List.of(date), Optional.empty(), "Congrès")).isInstanceOf(Edited.Done.class);
        assertThat(office.drafts().of(place.code(), Q3)).isEmpty();
        assertThat(office.kinds()).contains(PlanningAct.Kind.DUTY_OVERRIDDEN);
    }

    @Test
    void whatIsPublishedChangesOneDateAtATimeAndForAReason() {
        office.published();
        assertSenseless(place(List.of(date), Optional.empty(), ""), "reason");
        assertSenseless(place(List.of(date, date.plusDays(1)), Optional.empty(), "Congrès"), "to");
        assertThat(office.kinds()).containsExactly(PlanningAct.Kind.ROTA_PUBLISHED);
    }

    @Test
    void aTimeIsForAPublishedDutyAlone() {
        Instant late = office.start(date).plus(Duration.ofHours(4));
        assertSenseless(place(List.of(date), Optional.of(late), "Relève"), "from");
        assertThat(office.drafts().of(place.code(), Q3)).isEmpty();
        office.published();
        assertThat(place(List.of(date), Optional.of(late), "Relève")).isInstanceOf(Edited.Done.class);
        assertThat(office.holder(date, late)).contains(office.dr(other));
        assertThat(office.holder(date, late.minusMillis(1))).contains(office.dr(place.holder(date)));
    }

    @Test
    void aTimeBeforeTheDutyBeginsIsTheMorningAfter() {
        Instant start = office.start(date);
        assertThat(office.reader.moment(
                        place.code(),
                        date,
                        start.atZone(office.reader.zone(place.code())).toLocalTime()))
                .isEqualTo(start);
        Instant morning = office.reader.moment(place.code(), date, LocalTime.of(3, 0));
        assertThat(morning).isBetween(start, office.end(date));
    }

    private Edited place(List<LocalDate> dates, Optional<Instant> from, String reason) {
        return office.placingDesk.place(
                place.code(),
                Q3,
                Placing.of(dates, DutyRung.FIRST, Optional.of(office.dr(other)), false),
                from,
                new PlacingDesk.By(
                        "coordination", Optional.of(reason).filter(said -> !said.isEmpty()), office.clock.instant()));
    }

    private static void assertSenseless(Edited edited, String field) {
        assertThat(edited)
                .asInstanceOf(type(Edited.Senseless.class))
                .satisfies(senseless -> assertThat(senseless.field()).isEqualTo(field));
    }
}
