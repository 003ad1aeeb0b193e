package fr.appui.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.Career;
import fr.appui.directory.ContactNumber;
import fr.appui.directory.DateSpan;
import fr.appui.directory.Directory;
import fr.appui.directory.MailAddress;
import fr.appui.directory.PersonName;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Reach;
import fr.appui.directory.Rpps;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.life.InMemoryDirectory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PhysicianNamesTest {

    @Test
    void thoseWhoShareANameAreToldApartAndNobodyElseIsNumbered() {
        Physician one = physician("Martin", "10999900011", "HDF-OISE");
        Physician other = physician("Martin", "10999900029", "HDF-OISE");
        Physician third = physician("Petit", "10999900037", "HDF-OISE");
        var names = namesOf(one, other, third);
        assertThat(names.of(one)).isEqualTo(one.name().titled() + " (RPPS …" + end(one) + ")");
        assertThat(names.of(other.id())).contains(other.name().titled() + " (RPPS …" + end(other) + ")");
        assertThat(names.of(third.id())).contains(third.name().titled());
    }

    @Test
    void whoNeverStandsInTheSameRotaIsNotNumbered() {
        Physician one = physician("Martin", "10999900011", "HDF-OISE");
        Physician other = physician("Martin", "10999900029", "HDF-HAINAUT");
        var names = namesOf(one, other);
        assertThat(names.of(one)).isEqualTo(one.name().titled());
        assertThat(names.of(other.id())).contains(other.name().titled());
        assertThat(names.of(new PhysicianId(UUID.randomUUID())))
                .as("left the directory")
                .isEmpty();
    }

    /** A page of one territory reads those of that territory, once, however many names stand on it. */
    @Test
    void theWholeDirectoryIsNotReadForTheNamesOfOnePage() {
        Physician one = physician("Martin", "10999900011", "HDF-OISE");
        Physician colleague = physician("Petit", "10999900029", "HDF-OISE");
        Physician elsewhere = physician("Martin", "10999900037", "HDF-HAINAUT");
        var asked = new ArrayList<Reach>();
        var names = new PhysicianNames(directory(asked, one, colleague, elsewhere));
        assertThat(List.of(names.of(one), names.of(colleague), names.of(one)))
                .containsExactly("Dr Martin", "Dr Petit", "Dr Martin");
        assertThat(asked).containsExactly(Reach.of(new TerritoryCode("HDF-OISE")));
    }

    private static PhysicianNames namesOf(Physician... known) {
        return new PhysicianNames(directory(new ArrayList<>(), known));
    }

    /** @param asked grows by whose physicians are read */
    private static Directory directory(List<Reach> asked, Physician... known) {
        var directory = new InMemoryDirectory() {
            @Override
            public List<Physician> physicians() {
                asked.add(Reach.EVERYWHERE);
                return super.physicians();
            }

            @Override
            public List<Physician> physiciansOf(Reach within) {
                asked.add(within);
                return Stream.of(known)
                        .filter(one -> one.career().territories().stream().anyMatch(within::includes))
                        .toList();
            }
        };
        Stream.of(known).forEach(directory::save);
        return directory;
    }

    private static String end(Physician physician) {
        return physician.rpps().value().substring(7);
    }

    private static Physician physician(String family, String rpps, String territory) {
        return new Physician(
                new PhysicianId(UUID.randomUUID()),
                new PersonName("Camille", family),
                new Rpps(rpps),
                new MailAddress("medecin@exemple.fr"),
                new Career(
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(new Career.Practice(
                                new TerritoryCode(territory), DateSpan.since(LocalDate.of(2024, 1, 1)))),
                        List.of()),
                List.of(ContactNumber.always(PhoneNumber.parse("06 39 98 00 01"))));
    }
}
