package fr.appui.directory.store;

import static fr.appui.directory.Volunteers.HOST;
import static fr.appui.directory.Volunteers.OISE;
import static fr.appui.directory.Volunteers.PARTNER;
import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.CallerSettings;
import fr.appui.directory.Career;
import fr.appui.directory.ContactNumber;
import fr.appui.directory.Dialling;
import fr.appui.directory.Directory;
import fr.appui.directory.Escalation;
import fr.appui.directory.EstablishmentKind;
import fr.appui.directory.LineSettings;
import fr.appui.directory.MailAddress;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.Physician;
import fr.appui.directory.Relief;
import fr.appui.directory.SupportLine;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.directory.UsableHours;
import fr.appui.directory.Volunteers;
import fr.appui.directory.WaitingSound;
import fr.appui.directory.WhenInCall;
import fr.appui.directory.WhenNoKey;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestTransaction
class StoredDirectoryIT {

    @Inject
    Directory directory;

    /** Not a fixture: a test transaction begins with the test method itself. */
    private void saveTerritoryHostAndPartner() {
        directory.save(Volunteers.territory());
        directory.save(Volunteers.establishment(HOST, EstablishmentKind.PUBLIC_HOSPITAL));
        directory.save(Volunteers.establishment(PARTNER, EstablishmentKind.PRIVATE_HOSPITAL));
    }

    @Test
    void aTerritoryComesBackAsItWasSaved() {
        saveTerritoryHostAndPartner();
        reread();
        assertThat(directory.territory(OISE)).contains(Volunteers.territory());
        assertThat(directory.territories()).contains(Volunteers.territory());
        assertThat(directory.territory(new TerritoryCode("NULLE-PART"))).isEmpty();
    }

    @Test
    void aLineComesBackWithItsSettings() {
        saveTerritoryHostAndPartner();
        var settings = new LineSettings(
                true,
                List.of(Duration.ofSeconds(25), Duration.ofSeconds(15)),
                Optional.of(PhoneNumber.parse("01 83 61 62 00")),
                true,
                Optional.of(PhoneNumber.parse("15")),
                new Escalation(
                        Optional.of(Duration.ofSeconds(12)),
                        true,
                        WhenInCall.WAIT,
                        List.of(
                                new Relief.Neighbour(
                                        new TerritoryCode("HDF-HAINAUT"),
                                        new Relief.Terms(
                                                Optional.of(
                                                        UsableHours.everyDay(LocalTime.of(22, 0), LocalTime.of(8, 30))),
                                                true)),
                                new Relief.Line(PhoneNumber.parse("03 20 00 00 00"), Relief.Terms.ALWAYS)),
                        Optional.of(PhoneNumber.parse("15")),
                        Duration.ofMinutes(3)),
                new CallerSettings(WhenNoKey.CALL_15, WaitingSound.RINGING));
        var own = new Dialling(Map.of(
                Dialling.Whose.PHYSICIAN, List.of("+336", "+32"),
                Dialling.Whose.LINE, List.of("+333")));
        var line = new SupportLine(PhoneNumber.parse("03 53 01 77 78"), OISE, settings.withDialling(own));
        Territory reachable = Volunteers.territory()
                .withContact(
                        new Territory.Contact(Optional.of(line), Optional.of(new MailAddress("appui@exemple.fr"))));
        directory.save(reachable);
        reread();
        assertThat(directory.territory(OISE)).contains(reachable);
    }

    @Test
    void aPhysicianComesBackAsSaved() {
        saveTerritoryHostAndPartner();
        var officeHours =
                new UsableHours(Set.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY), LocalTime.of(8, 30), LocalTime.MIDNIGHT);
        Physician physician = Volunteers.physician(
                Volunteers.career(PARTNER),
                new ContactNumber(PhoneNumber.parse("06 39 98 00 02"), Optional.of(officeHours)),
                ContactNumber.always(PhoneNumber.parse("06 39 98 00 01")));
        directory.save(physician);
        reread();
        Physician found = directory.physician(physician.id()).orElseThrow();
        assertThat(found.numbers()).isEqualTo(physician.numbers());
        assertThat(found.name()).isEqualTo(physician.name());
        assertThat(found.career())
                .usingRecursiveComparison()
                .withComparatorForType(java.math.BigDecimal::compareTo, java.math.BigDecimal.class)
                .isEqualTo(physician.career());
        assertThat(directory.physiciansOf(OISE)).contains(found);
        assertThat(directory.numbers()).containsEntry(physician.id(), physician.numbers());
        assertThat(directory.numbers())
                .as("one source, read in two ways")
                .isEqualTo(
                        directory.physicians().stream().collect(Collectors.toMap(Physician::id, Physician::numbers)));
    }

    @Test
    void savingAgainReplaces() {
        saveTerritoryHostAndPartner();
        Physician physician = Volunteers.physician(Volunteers.career(PARTNER));
        directory.save(physician);
        reread();
        Career career = physician.career();
        var without = new Career(career.trainings(), career.employments(), career.posts(), List.of(), List.of());
        directory.save(Volunteers.physician(without));
        reread();
        assertThat(directory.physician(physician.id()).orElseThrow().career().workingTimes())
                .isEmpty();
        assertThat(directory.physiciansOf(OISE)).extracting(Physician::id).doesNotContain(physician.id());
    }

    @Test
    void partnersKnowTheirConventions() {
        saveTerritoryHostAndPartner();
        directory.save(Volunteers.agreement());
        directory.save(Volunteers.agreement());
        reread();
        assertThat(directory.partners(OISE).orElseThrow().agreements()).containsExactly(Volunteers.agreement());
        assertThat(directory.partners(OISE).orElseThrow().establishment(HOST))
                .contains(Volunteers.establishment(HOST, EstablishmentKind.PUBLIC_HOSPITAL));
    }

    @Test
    void aTerritoryIsFoundByCommune() {
        saveTerritoryHostAndPartner();
        reread();
        assertThat(directory.territoryOfCommune("60612")).contains(OISE);
        assertThat(directory.territoryOfCommune("75056")).isEmpty();
    }

    /** What was saved goes to the database, and what follows comes from it. */
    private static void reread() {
        TerritoryRow.flush();
        TerritoryRow.getEntityManager().clear();
    }
}
