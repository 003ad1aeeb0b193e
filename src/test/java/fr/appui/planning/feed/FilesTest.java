package fr.appui.planning.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.appui.calendar.Quarter;
import fr.appui.directory.Career;
import fr.appui.directory.ContactNumber;
import fr.appui.directory.MailAddress;
import fr.appui.directory.PersonName;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Rpps;
import fr.appui.planning.DateRange;
import fr.appui.planning.DutyRung;
import fr.appui.planning.Preference;
import fr.appui.planning.Unavailability;
import fr.appui.planning.Willingness;
import fr.appui.planning.Wishes;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilesTest {

    private static final Quarter SUMMER = new Quarter(2026, 3);
    private static final Physician LEFEVRE = physician(1, "Élise", "Lefèvre", "10999900011");
    private static final Physician MARTIN = physician(2, "Claire", "Martin", "10999900029");
    private static final Physician OTHER_MARTIN = physician(3, "Paul", "Martin", "10999900037");
    private static final Volunteers VOLUNTEERS = new Volunteers(List.of(LEFEVRE, MARTIN, OTHER_MARTIN));

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"UTF-8", "windows-1252"})
    void wishesAreReadInTheEncodingsThatSpreadsheetsWrite(String encoding) {
        String file = """
                Médecin;Souhait;Du;Au;Jour;Valeur
                Lefèvre;indisponible;03/08/2026;09/08/2026;;
                Dr Élise LEFÈVRE;Indisponible;01/07/2026;30/09/2026;Mardi;
                10999900029;évite;2026-07-14;;;3
                Claire Martin;préfère;1/9/2026;5/9/2026;;
                Martin Paul;volontariat;;;;semaines entières
                109 999 000 37;maximum;;;;7
                Élise Lefèvre;astreinte HAD USP;15/08/2026;16/08/2026;;
                """;
        Imported<WishFile.Line> read = WishFile.read(file.getBytes(Charset.forName(encoding)), VOLUNTEERS);
        assertThat(read.problems()).isEmpty();
        assertThat(of(LEFEVRE, read).unavailabilities())
                .containsExactly(
                        new Unavailability.During(range("2026-08-03", "2026-08-09")),
                        new Unavailability.Every(DayOfWeek.TUESDAY, range("2026-07-01", "2026-09-30")));
        assertThat(of(LEFEVRE, read).priorityAstreintes())
                .containsExactlyInAnyOrder(LocalDate.of(2026, 8, 15), LocalDate.of(2026, 8, 16));
        assertThat(of(MARTIN, read).preferences())
                .containsExactly(
                        new Preference(range("2026-07-14", "2026-07-14"), Preference.Liking.AVOID, 3),
                        new Preference(range("2026-09-01", "2026-09-05"), Preference.Liking.PREFER, 1));
        assertThat(of(OTHER_MARTIN, read).willingness()).isEqualTo(Willingness.WHOLE_WEEKS);
        assertThat(of(OTHER_MARTIN, read).maxDutyDays()).hasValue(7);
    }

    @Test
    void everyWrongLineIsToldWithItsColumnAndTheRemedy() {
        String file = """
                medecin,souhait,du,au,jour,valeur
                Durand,indisponible,03/08/2026,,,
                Martin,indisponible,03/08/2026,,,
                Lefèvre,congés,03/08/2026,,,
                Lefèvre,indisponible,31/06/2026,,,
                Lefèvre,indisponible,09/08/2026,03/08/2026,,
                Lefèvre,indisponible,09/08/2026,,mercredy,
                Lefèvre,maximum,,,,beaucoup
                ,indisponible,09/08/2026,,,
                Lefèvre,indisponible,03/08/2026,04/08/2026,,,trop,de,cellules
                Lefèvre,indisponible,03/08/2026,,,
                """;
        Imported<WishFile.Line> read = WishFile.read(file.getBytes(UTF_8), VOLUNTEERS);
        assertThat(read.values()).extracting(WishFile.Line::number).containsExactly(11);
        assertThat(read.problems())
                .extracting(LineProblem::line, LineProblem::column)
                .containsExactly(
                        tuple(2, "medecin"),
                        tuple(3, "medecin"),
                        tuple(4, "souhait"),
                        tuple(5, "du"),
                        tuple(6, "au"),
                        tuple(7, "jour"),
                        tuple(8, "valeur"),
                        tuple(9, "medecin"),
                        tuple(10, ""));
        assertThat(read.problems())
                .extracting(LineProblem::message)
                .anyMatch(message -> message.contains("plusieurs médecins") && message.contains("RPPS"))
                .anyMatch(message -> message.contains("« 31/06/2026 » n’est pas une date"))
                .anyMatch(message -> message.contains("« mercredy »"));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {"date;jour | medecin", "'' | vide", "'medecin;souhait\n\"mal\" fermé;x' | guillemets"})
    void aFileThatIsNoTableSaysWhy(String file, String named) {
        Imported<WishFile.Line> read = WishFile.read(file.getBytes(UTF_8), VOLUNTEERS);
        assertThat(read.isSound()).isFalse();
        assertThat(read.problems().getFirst().message()).contains(named);
    }

    @Test
    void aFileThatIsTooLargeIsRefusedWhole() {
        byte[] large =
                "medecin;souhait\n".concat("x".repeat(TableFile.LARGEST_BYTES)).getBytes(UTF_8);
        assertThat(WishFile.read(large, VOLUNTEERS).problems())
                .extracting(LineProblem::message)
                .containsExactly("le fichier dépasse 1 Mo ; le partager en plusieurs fichiers");
        byte[] long_ = "medecin;souhait\n"
                .concat("Lefèvre;maximum\n".repeat(TableFile.MOST_LINES + 1))
                .getBytes(UTF_8);
        assertThat(WishFile.read(long_, VOLUNTEERS).problems())
                .extracting(LineProblem::message)
                .containsExactly("le fichier dépasse 5000 lignes ; le partager en plusieurs fichiers");
    }

    @Test
    void anExistingRotaIsRead() {
        String file = """
                date;rang;médecin
                03/08/2026;1;Lefèvre
                03/08/2026;2;Claire Martin
                04/08/2026;;10999900037
                """;
        Imported<RotaFile.Line> read = RotaFile.read(file.getBytes(UTF_8), SUMMER, VOLUNTEERS);
        assertThat(read.problems()).isEmpty();
        var assignment = RotaFile.assignment(read.values());
        assertThat(assignment.first())
                .containsEntry(LocalDate.of(2026, 8, 3), LEFEVRE.id())
                .containsEntry(LocalDate.of(2026, 8, 4), OTHER_MARTIN.id());
        assertThat(assignment.holder(DutyRung.BACK_UP, LocalDate.of(2026, 8, 3)))
                .contains(MARTIN.id());
    }

    @Test
    void aDateGivenTwiceOrOutsideTheQuarterIsAProblem() {
        String file = """
                date;médecin
                03/08/2026;Lefèvre
                03/08/2026;Claire Martin
                03/12/2026;Lefèvre
                """;
        assertThat(RotaFile.read(file.getBytes(UTF_8), SUMMER, VOLUNTEERS).problems())
                .extracting(LineProblem::line)
                .containsExactlyInAnyOrder(3, 4);
    }

    @Test
    void aRelayIsReadAsWhoHeldMostOfItAndTwoAtOnceAreAProblem() {
        String relay = """
                date;médecin;début;fin
                03/08/2026;Lefèvre;03/08/2026 18:00;03/08/2026 22:00
                03/08/2026;Claire Martin;03/08/2026 22:00;04/08/2026 08:30:00
                """;
        Imported<RotaFile.Line> read = RotaFile.read(relay.getBytes(UTF_8), SUMMER, VOLUNTEERS);
        assertThat(read.problems()).isEmpty();
        assertThat(read.values()).extracting(RotaFile.Line::physician).containsExactly(MARTIN.id());
        String both = relay.replace("03/08/2026 22:00\n", "03/08/2026 22:30\n");
        assertThat(RotaFile.read(both.getBytes(UTF_8), SUMMER, VOLUNTEERS).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("ligne 2"));
    }

    @Test
    void aColumnGivenTwiceIsRefusedByItsName() {
        String file = "Date;Médecin;Rang;medecin\n03/08/2026;Lefèvre;1;Claire Martin\n";
        assertThat(RotaFile.read(file.getBytes(UTF_8), SUMMER, VOLUNTEERS).problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.column()).isEqualTo("medecin");
                    assertThat(problem.message()).contains("« medecin » figure plusieurs fois");
                });
    }

    @Test
    void whatIsExportedIsReadBack() {
        byte[] csv = RotaSheet.csv(List.of(row(LocalDate.of(2026, 8, 3), 1), row(LocalDate.of(2026, 8, 4), 2)));
        Imported<RotaFile.Line> read = RotaFile.read(csv, SUMMER, VOLUNTEERS);
        assertThat(read.problems()).isEmpty();
        assertThat(read.values())
                .extracting(RotaFile.Line::date, RotaFile.Line::rung, RotaFile.Line::physician)
                .containsExactly(
                        tuple(LocalDate.of(2026, 8, 3), DutyRung.FIRST, LEFEVRE.id()),
                        tuple(LocalDate.of(2026, 8, 4), DutyRung.BACK_UP, LEFEVRE.id()));
    }

    @Test
    void aCellNeverBecomesAFormula() {
        var row = new RotaSheet.Row(
                LocalDate.of(2026, 8, 3),
                1,
                new RotaSheet.Holder("10999900011", "=HYPERLINK(1)", "609900014"),
                LocalDate.of(2026, 8, 3).atTime(18, 0),
                LocalDate.of(2026, 8, 4).atTime(8, 30),
                "@reason");
        assertThat(new String(RotaSheet.csv(List.of(row)), UTF_8))
                .contains(";'=HYPERLINK(1);")
                .contains("'@reason");
    }

    @Test
    void aWorkbookHoldsRealDates() throws Exception {
        byte[] xlsx = RotaSheet.xlsx("2026-Q3", List.of(row(LocalDate.of(2026, 8, 3), 1)));
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows.get(0).getCellText(3)).isEqualTo("médecin");
            assertThat(rows.get(1).getCell(0).getType()).isEqualTo(CellType.NUMBER);
            assertThat(rows.get(1).getCellAsDate(0))
                    .contains(LocalDate.of(2026, 8, 3).atStartOfDay());
            assertThat(rows.get(1).getCellAsDate(7))
                    .contains(LocalDate.of(2026, 8, 4).atTime(8, 30));
        }
    }

    private static RotaSheet.Row row(LocalDate date, int rung) {
        return new RotaSheet.Row(
                date,
                rung,
                new RotaSheet.Holder(LEFEVRE.rpps().value(), "Dr Lefèvre", "609900014"),
                date.atTime(18, 0),
                date.plusDays(1).atTime(8, 30),
                "Planning du 3e trimestre 2026, version 1.");
    }

    private static Wishes of(Physician physician, Imported<WishFile.Line> read) {
        Wishes wishes = Wishes.none();
        for (WishFile.Line line : read.values()) {
            wishes = line.physician().equals(physician.id()) ? line.wish().addedTo(wishes) : wishes;
        }
        return wishes;
    }

    private static DateRange range(String from, String to) {
        return new DateRange(LocalDate.parse(from), LocalDate.parse(to));
    }

    private static Physician physician(int number, String given, String family, String rpps) {
        return new Physician(
                new PhysicianId(UUID.fromString("00000000-0000-4000-8000-00000000f00" + number)),
                new PersonName(given, family),
                new Rpps(rpps),
                new MailAddress("medecin" + number + "@exemple.fr"),
                new Career(List.of(), List.of(), List.of(), List.of(), List.of()),
                List.of(ContactNumber.always(PhoneNumber.parse("06 39 98 00 0" + number))));
    }
}
