package fr.appui.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.Career;
import fr.appui.directory.ContactNumber;
import fr.appui.directory.DateSpan;
import fr.appui.directory.MailAddress;
import fr.appui.directory.PersonName;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Rpps;
import fr.appui.directory.TerritoryCode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PhysicianNamesTest {

    @Test
    void thoseWhoShareANameAreToldApartAndNobodyElseIsNumbered() {
        Physician one = physician("Martin", "10999900011", "HDF-OISE");
        Physician other = physician("Martin", "10999900029", "HDF-OISE");
        Physician third = physician("Petit", "10999900037", "HDF-OISE");
        assertThat(PhysicianNames.apart(List.of(one, other, third)))
                .containsEntry(one.id(), one.name().titled() + " (RPPS …" + end(one) + ")")
                .containsEntry(other.id(), other.name().titled() + " (RPPS …" + end(other) + ")")
                .containsEntry(third.id(), third.name().titled());
    }

    @Test
    void whoNeverStandsInTheSameRotaIsNotNumbered() {
        Physician one = physician("Martin", "10999900011", "HDF-OISE");
        Physician other = physician("Martin", "10999900029", "HDF-HAINAUT");
        assertThat(PhysicianNames.apart(List.of(one, other)))
                .containsEntry(one.id(), one.name().titled())
                .containsEntry(other.id(), other.name().titled());
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
