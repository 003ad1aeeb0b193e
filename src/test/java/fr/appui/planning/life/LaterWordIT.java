package fr.appui.planning.life;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.PhysicianId;
import fr.appui.planning.Alternative.Move;
import fr.appui.planning.DateRange;
import fr.appui.planning.DutyRung;
import fr.appui.planning.Unavailability;
import fr.appui.planning.Volunteer;
import fr.appui.planning.Wishes;
import fr.appui.web.rotas.PlanningWorld;
import fr.appui.web.rotas.PlanningWorld.Place;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Between an act and an absence on one date, the later word holds. */
@QuarkusTest
class LaterWordIT {

    @Inject
    PlanningWorld world;

    @Inject
    PublishedByWeeks weeks;

    @Inject
    ReplacementDesk replacements;

    @Inject
    WishBook wishes;

    @Inject
    RotaReader reader;

    private Place place;
    private LocalDate date;
    private PhysicianId taker;

    @BeforeEach
    void aPublishedRota() {
        place = world.create();
        weeks.publish(place);
        date = place.monday(3);
        taker = place.physicians().getFirst().id();
    }

    @Test
    void anAbsenceDeclaredAfterTheActWins() {
        take();
        assertThat(availableThen()).isTrue();
        away();
        assertThat(taker().wishes().accepted()).isEmpty();
        assertThat(availableThen()).isFalse();
    }

    @Test
    void anyOtherWishDeclaredAfterTheActLeavesItAsItIs() {
        take();
        wishes.keep(taker, Wishes.none().atMost(10));
        assertThat(taker().wishes().accepted()).containsExactly(date);
    }

    @Test
    void whoAgreesAgainAfterTheAbsenceIsGoneHasAgreed() {
        take();
        away();
        wishes.keep(taker, Wishes.none());
        assertThat(taker().wishes().accepted()).containsExactly(date);
    }

    private void take() {
        var move =
                new Move(date, DutyRung.FIRST, Optional.of(PublishedByWeeks.holder(place, date)), Optional.of(taker));
        assertThat(replacements.apply(place.code(), List.of(move), weeks.act())).isInstanceOf(Edited.Done.class);
    }

    private void away() {
        wishes.keep(taker, Wishes.none().unavailable(List.of(new Unavailability.During(DateRange.on(date)))));
    }

    private boolean availableThen() {
        Volunteer volunteer = taker();
        return !volunteer.wishes().unavailableOn(date)
                || volunteer.wishes().accepted().contains(date);
    }

    private Volunteer taker() {
        return reader.problem(place.code(), place.quarter())
                .orElseThrow()
                .volunteer(taker)
                .orElseThrow();
    }
}
