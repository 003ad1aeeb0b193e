package fr.appui.planning.life;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.calendar.DutyWindow;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.planning.Alternative.Move;
import fr.appui.planning.DutyRung;
import fr.appui.planning.Rule;
import fr.appui.rota.PublishedRotas;
import fr.appui.web.rotas.PlanningWorld;
import fr.appui.web.rotas.PlanningWorld.Place;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A night held by two: each is on duty in their own part, may give it, and keeps it when the other gives theirs. */
@QuarkusTest
class SharedDutiesIT {

    @Inject
    PlanningWorld world;

    @Inject
    PublishedByWeeks weeks;

    @Inject
    OverrideDesk overrides;

    @Inject
    ReplacementDesk replacements;

    @Inject
    SwapDesk swaps;

    @Inject
    RotaReader reader;

    @Inject
    PublishedRotas rotas;

    private Place place;
    private LocalDate date;
    private DutyWindow window;
    private PhysicianId first;
    private PhysicianId second;
    private PhysicianId free;

    @BeforeEach
    void aPublishedNight() {
        place = world.create();
        weeks.publish(place);
        date = place.monday(2);
        window = reader.window(place.code(), date).orElseThrow();
        first = PublishedByWeeks.holder(place, date);
        second = PublishedByWeeks.holder(place, date.plusWeeks(2));
        free = place.physicians().getFirst().id();
    }

    @Test
    void whoHoldsTheEveningIsOnDutyElsewhereOnlyAfterIt() {
        Instant ten = window.start().plus(Duration.ofHours(4));
        assertThat(override(place, second, Optional.of(ten))).isInstanceOf(Edited.Done.class);
        Place elsewhere = world.create();
        weeks.publish(elsewhere);
        world.practiseAlso(physician(first), elsewhere.code());
        assertThat(override(elsewhere, first, Optional.empty()))
                .isInstanceOfSatisfying(
                        Edited.Refused.class,
                        refused -> assertThat(refused.breach().rule()).isEqualTo(Rule.ONE_AT_A_TIME));
        assertThat(override(elsewhere, first, Optional.of(ten.plus(Duration.ofHours(1)))))
                .as("their part is over by then")
                .isInstanceOf(Edited.Done.class);
    }

    @Test
    void whoHoldsTheSmallHoursHandsThemOver() {
        Instant four = window.start().plus(Duration.ofHours(10));
        override(place, second, Optional.of(four));
        var terms = new SwapOffer.Terms(second, free, new TreeSet<>(Set.of(date)), new TreeSet<>(), Optional.empty());
        SwapAnswer proposed = swaps.propose(place.code(), terms, weeks.act());
        assertThat(proposed).isInstanceOf(SwapAnswer.Done.class);
        assertThat(swaps.accept(((SwapAnswer.Done) proposed).offer().id(), free, weeks.act()))
                .isInstanceOf(SwapAnswer.Done.class);
        assertThat(parts()).containsExactly(part(first, window.start(), four), part(free, four, window.end()));
    }

    @Test
    void whoTakesTheEveningLeavesTheSmallHoursToWhoHoldsThem() {
        Instant four = window.start().plus(Duration.ofHours(10));
        override(place, second, Optional.of(four));
        var move = new Move(date, DutyRung.FIRST, Optional.of(first), Optional.of(free));
        assertThat(replacements.apply(place.code(), List.of(move), weeks.act())).isInstanceOf(Edited.Done.class);
        assertThat(parts()).containsExactly(part(free, window.start(), four), part(second, four, window.end()));
    }

    private record Part(PhysicianId physician, Instant start, Instant end) {}

    private static Part part(PhysicianId physician, Instant start, Instant end) {
        return new Part(physician, start, end);
    }

    private List<Part> parts() {
        return HeldPart.of(rotas.days(place.code(), date, date)).stream()
                .map(held -> part(held.physician(), held.start(), held.end()))
                .toList();
    }

    private Edited override(Place where, PhysicianId physician, Optional<Instant> from) {
        var edit = new Edit(date, DutyRung.FIRST, Optional.of(physician), from, true, OptionalLong.empty());
        return overrides.override(where.code(), edit, weeks.act());
    }

    private Physician physician(PhysicianId id) {
        return place.physicians().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
