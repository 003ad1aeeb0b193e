package fr.appui.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.appui.directory.Discrepancy.Kind;
import fr.appui.french.InvalidInput;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PublicExtractionTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);
    private static final Rpps RPPS = new Rpps("10000000017");
    private static final Finess HOSPITAL = new Finess("600100648");
    private static final String HEADING =
            "Type d'identifiant PP|Identifiant PP|Identification nationale PP|Nom d'exercice|Prénom d'exercice"
                    + "|Code profession|Numéro FINESS site|Numéro FINESS établissement juridique|Raison sociale site";

    @Test
    void onlyTheWantedAreKeptWithEachOfTheirActivities() throws IOException {
        Map<Rpps, PublicRecord> found =
                read(HEADING + "\n8|10000000017|810000000017|MARTIN|Cécile|10|600100648|600000001|CH"
                        + "\n8|10999999999|810999999999|AUTRE|Jean|10|1|2|X"
                        + "\n8|10000000017|810000000017|MARTIN|Cécile|10|800000044||Clinique\n");
        assertThat(found).containsOnlyKeys(RPPS);
        assertThat(found.get(RPPS).activities())
                .extracting(PublicRecord.Activity::label)
                .containsExactly("CH", "Clinique");
        assertThat(found.get(RPPS).name()).contains(new PersonName("Cécile", "MARTIN"));
    }

    @Test
    void aColumnMoreALineCutShortAndOneWithoutEndAreNoHarm() throws IOException {
        String endless = "x".repeat(3_000_000);
        Map<Rpps, PublicRecord> found = read("\uFEFFNouvelle|" + HEADING + "\r\n" + endless + "\r\na|8|10000000017|8"
                + "\r\na|8||810000000017|MARTIN|Cécile\r\n");
        assertThat(found.get(RPPS).name()).contains(new PersonName("Cécile", "MARTIN"));
        assertThat(found.get(RPPS).activities()).isEmpty();
    }

    @Test
    void anotherFileIsRefusedWithWhatWasExpected() {
        assertThatThrownBy(() -> read("date;médecin\n2026;x")).hasMessageContaining("PS_LibreAcces_Personne_activite");
        assertThatThrownBy(() -> read("")).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aNameThatIsNoneHereLeavesTheRestOfTheRecord() throws IOException {
        PublicRecord record = read(HEADING + "\n8|10000000017|810000000017|" + "M".repeat(81)
                        + "|Cécile|10|600100648|600000001|CH\n")
                .get(RPPS);
        assertThat(record.name()).isEmpty();
        assertThat(record.activities()).extracting(PublicRecord.Activity::label).containsExactly("CH");
    }

    @Test
    void mailboxesComeFromTheirOwnFile() throws IOException {
        Map<Rpps, PublicRecord> found =
                read("Type de BAL|Adresse BAL|Identifiant PP\nPER|C.Martin@pro.mssante.fr|10000000017\n");
        assertThat(found.get(RPPS).mailboxes()).containsExactly("c.martin@pro.mssante.fr");
    }

    @Test
    void namesAreComparedAsPeopleReadThem() {
        assertThat(differences(known("MARTIN", "Cecile", HOSPITAL.value()), "c@exemple.fr"))
                .isEmpty();
        assertThat(differences(known("Durand", "Cécile", HOSPITAL.value()), "c@exemple.fr"))
                .containsExactly(new Discrepancy(Kind.NAME, "Cécile Martin", "Cécile Durand"));
    }

    @Test
    void whoIsNotThereOrWorksElsewhereIsSaidAndOnlyAPersonChangesTheSheet() {
        assertThat(Discrepancy.of(physician("c@exemple.fr"), Optional.empty(), TODAY, ".mssante.fr"))
                .extracting(Discrepancy::kind, Discrepancy::canBeTaken)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Kind.RPPS, false));
        assertThat(differences(known("Martin", "Cécile", "800000044"), "c@exemple.fr"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.kind()).isEqualTo(Kind.ACTIVITY);
                    assertThat(one.theirs()).contains("800000044");
                    assertThat(one.canBeTaken()).isFalse();
                });
    }

    @Test
    void aSecureMailboxThatIsNotTheirsIsTakenOverWhereThereIsOne() {
        PublicRecord record = new PublicRecord(
                Optional.empty(),
                List.of(new PublicRecord.Activity(Set.of(HOSPITAL.value()), "CH")),
                Set.of("c.martin@pro.mssante.fr"));
        assertThat(differences(record, "c@exemple.fr")).as("ordinary mail").isEmpty();
        Discrepancy difference = differences(record, "ancienne@pro.mssante.fr").getFirst();
        assertThat(difference.canBeTaken()).isTrue();
        Physician after = difference.takenOver(physician("ancienne@pro.mssante.fr"), record);
        assertThat(after.mail()).isEqualTo(new MailAddress("c.martin@pro.mssante.fr"));
        assertThat(after.name()).isEqualTo(new PersonName("Cécile", "Martin"));
    }

    private static Map<Rpps, PublicRecord> read(String file) throws IOException {
        return PublicExtraction.read(new BufferedReader(new StringReader(file)), Set.of(RPPS));
    }

    private static List<Discrepancy> differences(PublicRecord record, String mail) {
        return Discrepancy.of(physician(mail), Optional.of(record), TODAY, ".mssante.fr");
    }

    private static PublicRecord known(String family, String given, String site) {
        return new PublicRecord(
                Optional.of(new PersonName(given, family)),
                List.of(new PublicRecord.Activity(Set.of(site), "CH")),
                Set.of());
    }

    private static Physician physician(String mail) {
        return new Physician(
                new PhysicianId(new UUID(0, 9)),
                new PersonName("Cécile", "Martin"),
                RPPS,
                new MailAddress(mail),
                new Career(
                        List.of(),
                        List.of(new Career.Employment(HOSPITAL, DateSpan.since(LocalDate.of(2020, 1, 1)))),
                        List.of(),
                        List.of(),
                        List.of()),
                List.of(ContactNumber.always(PhoneNumber.parse("06 39 98 00 09"))));
    }
}
