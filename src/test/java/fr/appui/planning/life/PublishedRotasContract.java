package fr.appui.planning.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.appui.calendar.Quarter;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Reach;
import fr.appui.directory.TerritoryCode;
import fr.appui.rota.Duty;
import fr.appui.rota.DutyDay;
import fr.appui.rota.PublishedRota;
import fr.appui.rota.PublishedRotas.Publication;
import fr.appui.rota.RotasRead;
import fr.appui.rota.Slot;
import fr.appui.rota.Substitution;
import fr.appui.web.rotas.PlanningWorld.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

interface PublishedRotasContract extends Books {

    @Test
    default void versionsFollowOneAnotherAndTheLatestIsInForce() {
        Place place = place();
        assertThat(rotas().inForce(place.code(), Q3)).isEmpty();
        PublishedRota first = rota(place, 1, 0);
        PublishedRota second = rota(place, 2, 1);
        assertThat(rotas().publish(second)).isEqualTo(new Publication.OutOfDate(0));
        assertThat(rotas().publish(first)).isEqualTo(new Publication.Published(first));
        assertThat(rotas().publish(first)).isEqualTo(new Publication.OutOfDate(1));
        assertThat(rotas().publish(second)).isEqualTo(new Publication.Published(second));
        assertThat(rotas().inForce(place.code(), Q3)).contains(second);
        assertThat(rotas().version(place.code(), Q3, 1)).contains(first);
        assertThat(rotas().version(place.code(), Q3, 3)).isEmpty();
        assertThat(rotas().inForce(place.code(), Q3.next())).isEmpty();
        assertThat(rotas().versions(place.code(), Q3))
                .extracting(PublishedRota::version, PublishedRota::publisher, PublishedRota::duties)
                .containsExactly(tuple(2, second.publisher(), List.of()), tuple(1, first.publisher(), List.of()));
    }

    @Test
    default void actsAreKeptOnceInTheOrderTheyWereRecorded() {
        Place place = place();
        LocalDate date = Q3.first();
        Substitution later = substitution(place, date, 1, NOW.plusSeconds(60));
        Substitution earlier = substitution(place, date.plusDays(1), 2, NOW);
        rotas().record(later);
        rotas().record(earlier);
        rotas().record(substitution(place().code(), place.physicians().get(1).id(), date, NOW, later.id()));
        assertThat(rotas().substitutions(place.code(), date, date.plusDays(1))).containsExactly(earlier, later);
        assertThat(rotas().substitutions(place.code(), date.plusDays(1), Q3.last()))
                .containsExactly(earlier);
        assertThat(rotas().substitutions(place.code(), date.plusDays(2), Q3.last()))
                .isEmpty();
    }

    @Test
    default void rotasReadAtOnceAreThoseReadOneByOne() {
        Place one = place();
        Place other = place();
        rotas().publish(rota(one, 1, 0));
        rotas().publish(rota(one, 2, 1));
        rotas().publish(rota(other, 1, 0));
        rotas().record(substitution(one, Q3.first(), 1, NOW));
        Set<TerritoryCode> both = Set.of(one.code(), other.code());
        RotasRead read = rotas().read(Reach.of(both), Q3.first().minusDays(7), Q3.last());
        for (TerritoryCode code : both) {
            assertThat(read.inForce(code, Q3)).isEqualTo(rotas().inForce(code, Q3));
            assertThat(read.substitutions(code, Q3.first(), Q3.last()))
                    .isEqualTo(rotas().substitutions(code, Q3.first(), Q3.last()));
            assertThat(read.days(code, Q3.first(), Q3.last())).isEqualTo(rotas().days(code, Q3.first(), Q3.last()));
            assertThat(read.calendar(code)).isPresent();
        }
        Set<PhysicianId> everybody = Stream.of(one, other)
                .flatMap(place -> place.physicians().stream())
                .map(Physician::id)
                .collect(Collectors.toSet());
        assertThat(read.territoriesNaming(everybody, Q3.first(), Q3.last()))
                .isEqualTo(rotas().territoriesNaming(everybody, Q3.first(), Q3.last()));
        assertThat(read.territoriesNaming(
                        everybody, Q3.first().minusDays(7), Q3.first().minusDays(1)))
                .isEmpty();
        assertThat(read.days(new TerritoryCode("NULLE-PART"), Q3.first(), Q3.last()))
                .isEmpty();
        assertThatThrownBy(() -> read.days(one.code(), Q3.first(), Q3.last().plusDays(1)))
                .as("what was not read is not without duties")
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    default void aDayHasItsWindowTheVersionInForceAndItsOwnActs() {
        Place place = place();
        LocalDate date = Q3.first();
        PublishedRota rota = rota(place, 1, 0);
        rotas().publish(rota);
        Substitution act = substitution(place, date, 2, NOW);
        rotas().record(act);
        rotas().record(substitution(place, date.plusDays(1), 3, NOW));
        DutyDay day = rotas().days(place.code(), date, date).getFirst();
        assertThat(day.window())
                .isEqualTo(
                        calendars().of(place.code()).orElseThrow().window(date).orElseThrow());
        assertThat(day.rota()).contains(rota);
        assertThat(day.substitutions()).containsExactly(act);
        assertThat(rotas().days(place.code(), Q3.last(), Q3.next().first()))
                .extracting(one -> one.rota().isPresent())
                .containsExactly(true, false);
        assertThat(rotas().days(new TerritoryCode("NULLE-PART"), date, date)).isEmpty();
    }

    @Test
    default void territoriesAreNamedByVersionsOfAnyDateAskedAndByActs() {
        Place byRota = place();
        Place byAct = place();
        PhysicianId holder = byRota.physicians().getFirst().id();
        rotas().publish(rota(byRota, 1, 0));
        rotas().record(substitution(byAct.code(), holder, Q3.last(), NOW, UUID.randomUUID()));
        assertThat(rotas().territoriesNaming(Set.of(holder), Q3.first(), Q3.last()))
                .containsExactlyInAnyOrder(byRota.code(), byAct.code());
        assertThat(rotas().territoriesNaming(Set.of(holder), Q3.first().plusDays(2), Q3.last()))
                .containsExactly(byAct.code());
        assertThat(rotas().territoriesNaming(
                                Set.of(holder), Q3.next().first(), Q3.next().last()))
                .isEmpty();
        assertThat(rotas().territoriesNaming(Set.of(), Q3.first(), Q3.last())).isEmpty();
    }

    private static PublishedRota rota(Place place, int version, int physician) {
        PhysicianId holder = place.physicians().get(physician).id();
        LocalDate date = Q3.first();
        return new PublishedRota(
                place.code(),
                Quarter.of(date),
                version,
                new PublishedRota.Publisher("coordination", NOW.plusSeconds(version)),
                List.of(
                        new Duty(date, 1, holder),
                        new Duty(date, 2, place.physicians().get(7).id()),
                        new Duty(date.plusDays(1), 1, holder)));
    }

    private Substitution substitution(Place place, LocalDate date, int physician, Instant at) {
        return substitution(place.code(), place.physicians().get(physician).id(), date, at, UUID.randomUUID());
    }

    private Substitution substitution(TerritoryCode code, PhysicianId physician, LocalDate date, Instant at, UUID id) {
        return new Substitution(
                id,
                new Slot(code, date, 1),
                Substitution.Kind.OVERRIDE,
                Optional.of(physician),
                Substitution.Effect.wholeDuty(),
                act("Grippe", at));
    }
}
