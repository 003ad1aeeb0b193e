package fr.appui.planning.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.appui.calendar.ArsAgreement;
import fr.appui.calendar.Perimeter;
import fr.appui.calendar.PerimeterHours;
import fr.appui.calendar.PerimeterKind;
import fr.appui.directory.DirectoryRead;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Reach;
import fr.appui.directory.TerritoryCode;
import fr.appui.french.InvalidInput;
import fr.appui.web.rotas.PlanningWorld.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What planning reads of people, places and their hours. */
interface DirectoryContract extends Books {

    @Test
    default void physiciansOfATerritoryAreByFamilyNameWhateverTheAccents() {
        Place place = place();
        assertThat(directory().physiciansOf(place.code()))
                .extracting(physician -> physician.name().family())
                .containsExactly("Acacia", "Bouleau", "Cyprès", "Érable", "Frêne", "Ginkgo", "Hêtre", "If");
        assertThat(directory().physiciansOf(place().code())).doesNotContainAnyElementsOf(place.physicians());
        assertThat(directory().physiciansOf(new TerritoryCode("NULLE-PART"))).isEmpty();
    }

    @Test
    default void aReachOfTwoTerritoriesHasThePhysiciansOfBothOnce() {
        Place one = place();
        Place other = place();
        assertThat(directory().physiciansOf(Reach.of(Set.of(one.code(), other.code()))))
                .hasSize(16)
                .containsAll(one.physicians())
                .containsAll(other.physicians());
        assertThat(directory().physiciansOf(Reach.EVERYWHERE)).containsAll(one.physicians());
        assertThat(directory().physicians()).containsAll(other.physicians());
    }

    @Test
    default void whoAndWhatIsFoundByItsIdentity() {
        Place place = place();
        var physician = place.physicians().getFirst();
        assertThat(directory().physician(physician.id())).contains(physician);
        assertThat(directory().physician(new PhysicianId(UUID.randomUUID()))).isEmpty();
        var territory = directory().territory(place.code()).orElseThrow();
        assertThat(directory().territories()).contains(territory);
        assertThat(directory().territoryCodes()).contains(place.code()).isSorted();
        assertThat(directory().territory(new TerritoryCode("NULLE-PART"))).isEmpty();
        assertThat(directory().partners(place.code()).orElseThrow().territory()).isEqualTo(territory);
        assertThat(directory().partners(new TerritoryCode("NULLE-PART"))).isEmpty();
    }

    @Test
    default void placesAndPeopleReadAtOnceAreThoseReadOneByOne() {
        Place one = place();
        Place other = place();
        Place without = place();
        DirectoryRead read = directory().read(Reach.of(Set.of(one.code(), other.code())));
        for (Place place : List.of(one, other)) {
            assertThat(read.territory(place.code())).isEqualTo(directory().territory(place.code()));
            assertThat(read.partners(place.code())).isEqualTo(directory().partners(place.code()));
            assertThat(read.physiciansOf(place.code())).isEqualTo(directory().physiciansOf(place.code()));
        }
        assertThat(read.territory(without.code())).as("not asked for").isEmpty();
        var elsewhere = without.physicians().getFirst();
        assertThat(read.physician(elsewhere.id()))
                .as("who never practised there")
                .contains(elsewhere);
        assertThat(directory().territories(Reach.EVERYWHERE))
                .isEqualTo(directory().territories());
        assertThat(directory().territories(Reach.of(Set.of(other.code(), one.code()))))
                .containsExactlyInAnyOrder(
                        directory().territory(one.code()).orElseThrow(),
                        directory().territory(other.code()).orElseThrow());
    }

    @Test
    default void hoursHoldOnceTheyAreAgreedAndThenNeverChange() {
        Place place = place();
        LocalDate from = Q3.next().first();
        Perimeter core = Perimeter.announced(PerimeterKind.CORE, PerimeterHours.core(), Q3.first(), from);
        calendars().save(place.code(), core);
        assertThat(window(place, from)).isEqualTo(PerimeterKind.EXTENDED);
        calendars().agree(place.code(), from, new ArsAgreement(Q3.last(), "ARS d’essai"));
        assertThat(window(place, from)).isEqualTo(PerimeterKind.CORE);
        assertThat(window(place, from.minusDays(1))).isEqualTo(PerimeterKind.EXTENDED);
        assertThat(calendars().perimeters(place.code()))
                .extracting(Perimeter::kind)
                .containsExactly(PerimeterKind.EXTENDED, PerimeterKind.CORE);
        assertThat(calendars().of(new TerritoryCode("NULLE-PART"))).isEmpty();
        assertThatThrownBy(() -> calendars().save(place.code(), core)).isInstanceOf(InvalidInput.class);
    }

    @Test
    default void onlyWhatWasAnnouncedIsAgreed() {
        TerritoryCode code = place().code();
        assertThatThrownBy(() -> calendars().agree(code, Q3.first(), new ArsAgreement(Q3.first(), "ARS d’essai")))
                .isInstanceOf(InvalidInput.class);
    }

    private PerimeterKind window(Place place, LocalDate date) {
        return calendars()
                .of(place.code())
                .orElseThrow()
                .window(date)
                .orElseThrow()
                .perimeter();
    }
}
