package fr.appui.indicators.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.appui.directory.Establishment;
import fr.appui.indicators.BackUpPay;
import fr.appui.indicators.report.AnnualReport.Submission;
import fr.appui.indicators.report.Block.Row;
import fr.appui.indicators.report.Block.Table;
import fr.appui.indicators.report.Value.Count;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReportWriterTest {

    private static final AnnualReport OISE =
            ReportWriter.write(SampleRegion.territory(4, 372), SampleRegion.PRINTED_ON, Definitions.ALL);

    private static final AnnualReport REGION =
            ReportWriter.write(SampleRegion.region(40), SampleRegion.PRINTED_ON, Definitions.ALL);

    @Test
    void sectionsFollowTheCahierDesCharges() {
        assertThat(OISE.sections())
                .extracting(Section::code)
                .containsExactly(
                        "summary",
                        "commentary",
                        "quantitative",
                        "qualitative",
                        "changes",
                        "partners",
                        "named-list",
                        "financial",
                        "difficulties",
                        "meetings",
                        "outlook");
    }

    /** One page says what the sections below say: its figures are theirs. */
    @Test
    void theSummaryTellsTheYearWithTheFiguresOfTheSections() {
        Table brief = table("summary", "L’année en bref");
        assertThat(row(brief, "calls:ALL").cells().get(1)).isEqualTo(Value.calls(372));
        Table response = table("quantitative", "Réponse aux appels destinés à un médecin");
        assertThat(row(brief, "response:ANSWERED").cells().get(1))
                .isEqualTo(row(response, "ANSWERED").cells().get(2));
        assertThat(row(brief, "duties-by-coverage:COVERED").cells().get(1)).isEqualTo(Value.words("364 sur 365"));
        Table byPurpose = table("financial", FinancialSection.BY_PURPOSE);
        assertThat(brief.rows())
                .filteredOn(row -> row.cells().getFirst().equals(Value.words("Dépensé au-delà des sommes reçues")))
                .singleElement()
                .satisfies(row -> assertThat(row.cells().get(1))
                        .isEqualTo(byPurpose.total().orElseThrow().getLast()));
    }

    /** What one hospital gives back does not pay what another spent too much, and a debt is called one. */
    @Test
    void theRegionAddsUpApartWhatIsGivenBackAndWhatWasSpentBeyond() {
        List<Row> balances = REGION.section("financial").blocks().stream()
                .flatMap(block -> block instanceof Table table && table.title().equals(FinancialSection.REGION)
                        ? table.rows().stream()
                        : Stream.of())
                .toList();
        long left = sum(balances, 4);
        long beyond = sum(balances, 5);
        assertThat(left).isPositive();
        assertThat(beyond).isPositive();
        List<Row> brief = REGION.section("summary").blocks().stream()
                .flatMap(block -> block instanceof Table table ? table.rows().stream() : Stream.of())
                .toList();
        Map.of("À restituer ou à reporter", left, "Dépensé au-delà des sommes reçues", beyond)
                .forEach((label, sum) -> assertThat(brief)
                        .filteredOn(row -> row.cells().getFirst().equals(Value.words(label)))
                        .extracting(row -> row.cells().get(1))
                        .isEqualTo(List.of(new Value.Amount(sum))));
    }

    private static long sum(List<Row> rows, int column) {
        return rows.stream()
                .mapToLong(row -> ((Value.Amount) row.cells().get(column)).cents())
                .sum();
    }

    /** What coordination did not spend is given back, whatever duties cost (doc 001 §5): no balance hides the one in the other. */
    @Test
    void whatCoordinationLeftPaysNoDuty() {
        Table purposes = table("financial", FinancialSection.BY_PURPOSE);
        assertThat(purposes.rows())
                .extracting(Row::cells)
                .containsExactly(
                        List.of(
                                Value.words("Forfaits d’astreinte"),
                                new Value.Amount(24_100_00L),
                                new Value.Amount(27_541_86L),
                                new Value.Amount(0),
                                new Value.Amount(3_441_86L)),
                        List.of(
                                Value.words("Coordination"),
                                new Value.Amount(10_000_00L),
                                new Value.Amount(9_640_00L),
                                new Value.Amount(360_00L),
                                new Value.Amount(0)));
    }

    /** 41 callers who said that they were of the SAMU, 35 calls that came from it: both are true, and the document says why. */
    @Test
    void whySomeCallersAreOfTheSamuAndDidNotComeFromItIsSaid() {
        assertThat(OISE.section("qualitative").blocks())
                .filteredOn(Block.Paragraph.class::isInstance)
                .extracting(block -> ((Block.Paragraph) block).text())
                .anyMatch(text -> text.startsWith("Profil et voie d’arrivée")
                        && text.contains("un numéro réglé comme étant au SAMU"));
    }

    /** Who volunteers, since when and as what (doc 001 §4 and its notes 1 and 3). */
    @Test
    void theNamedListTellsWhoDeclaredThatTheyVolunteer() {
        Table volunteers = table("named-list", "Volontaires recensés");
        assertThat(volunteers.rows()).hasSize(8);
        assertThat(volunteers.rows())
                .filteredOn(row -> row.cells().get(1).equals(Value.words("obligation de service (USP)")))
                .hasSize(3);
        assertThat(volunteers.rows().getLast().cells())
                .contains(Value.day(LocalDate.of(2025, 11, 14)), Value.words("Participe"));
        assertThat(table("changes", "Équipe médicale").rows())
                .extracting(row -> row.cells().getLast())
                .contains(Value.words("Déclaration de volontariat"));
    }

    /** A physician of the region stands under a territory in every list. */
    @Test
    void theRegionsNamedListSaysWhereEachPhysicianIs() {
        for (Block block : REGION.section("named-list").blocks()) {
            if (block instanceof Table table && !table.title().equals("Coordination")) {
                assertThat(table.columns()).as(table.title()).startsWith("Territoire");
                assertThat(table.rows().stream()
                                .map(row -> row.cells().getFirst())
                                .distinct())
                        .as(table.title())
                        .hasSize(7);
            }
        }
        assertThat(table("named-list", "ETP et roulements par médecin").columns())
                .doesNotContain("Territoire");
    }

    @Test
    void whatCallersSaidStandsOverHowManyWereAskedAndIsNoZeroWhereNobodyWas() {
        Table survey = REGION.section("qualitative").blocks().stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .filter(table -> table.title().equals(SurveyTally.TITLE))
                .findFirst()
                .orElseThrow();
        assertThat(survey.columns()).endsWith("Part (des liens, puis des réponses)");
        assertThat(survey.rows().getFirst().cells()).startsWith(Value.words("Liens d’enquête établis"));
        assertThat(survey.rows().get(1).cells())
                .containsExactly(Value.words("Réponses"), Value.calls(40), Value.share(40, 60));
        assertThat(SurveyTally.NONE.table()).isEmpty();
        assertThat(SampleRegion.ASKED.plus(SurveyTally.NONE)).isEqualTo(SampleRegion.ASKED);
    }

    /** Patients who were sent on and calls out of hours wanted no physician: they are no calls without an answer. */
    @Test
    void theResponseRateIsOfTheCallsThatWereForAPhysician() {
        Table response = table("quantitative", "Réponse aux appels destinés à un médecin");
        Table endings = table("quantitative", "Suite donnée aux appels de la ligne");
        long whole = ((Count) response.total().orElseThrow().get(1)).number();
        long others = Stream.of("OUT_OF_HOURS", "TURNED_AWAY", "UNKNOWN_LINE", "NOT_ENDED")
                .map(bucket -> (Count) row(endings, bucket).cells().get(1))
                .mapToLong(Count::number)
                .sum();
        assertThat(others).isPositive();
        assertThat(whole).isEqualTo(((Count) endings.total().orElseThrow().get(1)).number() - others);
    }

    @Test
    void backUpsAndCoordinationStandInTheNamedList() {
        assertThat(table("named-list", "Médecins de recours, au deuxième rang et aux suivants")
                        .rows())
                .hasSize(8);
        assertThat(table("named-list", "Coordination").rows())
                .singleElement()
                .satisfies(row -> assertThat(row.cells()).contains(Value.words("Sylvie Maréchal")));
        Table each = table("named-list", "ETP et roulements par médecin");
        BigDecimal weeks = each.rows().stream()
                .map(row -> ((Value.Decimal) row.cells().get(3)).number())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(weeks).isCloseTo(new BigDecimal("52"), within(new BigDecimal("0.001")));
    }

    /** The ARS reads how much time a physician gave beside the share of a post that the contract says. */
    @Test
    void timeHeldAndTimeTalkedStandBesideEachPhysiciansShare() {
        ReportScope scope = SampleRegion.territory(4, 372);
        Table each = table("named-list", "ETP et roulements par médecin");
        assertThat(each.columns())
                .endsWith("ETP, temps tenu", "Heures en communication", "ETP, temps en communication");
        BigDecimal talked = each.rows().stream()
                .map(row -> ((Value.Decimal) row.cells().get(6)).number())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal hours = new BigDecimal(scope.calls().talkedBy().values().stream()
                        .mapToLong(Duration::toMillis)
                        .sum())
                .divide(BigDecimal.valueOf(3_600_000), 6, RoundingMode.HALF_UP);
        assertThat(hours).isGreaterThan(new BigDecimal("40"));
        assertThat(talked).isCloseTo(hours, within(new BigDecimal("0.001")));
        each.rows()
                .forEach(row -> assertThat(((Value.Decimal) row.cells().get(5)).number())
                        .isCloseTo(
                                new BigDecimal(((Count) row.cells().get(2)).number())
                                        .divide(new BigDecimal("1607"), 6, RoundingMode.HALF_UP),
                                within(new BigDecimal("0.001"))));
        assertThat(OISE.section("named-list").blocks())
                .anyMatch(block -> block instanceof Block.Paragraph definition
                        && definition.text().contains("1 607 heures")
                        && definition.text().contains("temps en communication"));
    }

    /** A sample in which seven territories share one clinic is no region. */
    @Test
    void inTheSampleNoPartnerAndNoPhysicianIsOfTwoTerritoriesAndChargesAreEntered() {
        ReportScope region = SampleRegion.believable();
        assertThat(region.territories().stream()
                        .flatMap(year -> year.partners().establishments().values().stream())
                        .map(Establishment::name))
                .doesNotHaveDuplicates();
        assertThat(region.physicians().stream()
                        .map(physician -> physician.name().full()))
                .doesNotHaveDuplicates();
        assertThat(region.territories())
                .allSatisfy(year -> assertThat(
                                FinancialSection.statement(year, region).expenses())
                        .allSatisfy(account -> assertThat(
                                        FinancialSection.statement(year, region).of(account))
                                .isNotEmpty()));
    }

    @Test
    void aBackUpIsPaidWhatTheAgreementSaysAndTheReportSaysSo() {
        ReportScope scope = SampleRegion.territory(4, 10);
        ReportScope paid = withoutCharges(scope, Map.of("HDF-OISE", BackUpPay.valueOf("share 0.5")));
        Section financial =
                ReportWriter.write(paid, SampleRegion.PRINTED_ON, List.of()).section("financial");
        assertThat(financial.blocks())
                .contains(new Block.Paragraph(
                        "Les deuxièmes rangs sont rémunérés 50 % du forfait du jour, comme la convention le prévoit."));
        Table backUps = (Table) financial.blocks().stream()
                .filter(block ->
                        block instanceof Table table && table.title().equals("Deuxièmes rangs dus par médecin"))
                .findFirst()
                .orElseThrow();
        assertThat(totalOf(backUps)).isEqualTo(23_884_00 / 2);
        Table statement = (Table) financial.blocks().stream()
                .filter(block -> block instanceof Table table && table.title().equals(FinancialSection.STATEMENT))
                .findFirst()
                .orElseThrow();
        assertThat(amounts(statement, "Total dépensé"))
                .containsExactly(
                        FinancialSection.statement(scope.territories().getFirst(), withoutCharges(scope, Map.of()))
                                        .spent()
                                        .cents()
                                + 23_884_00 / 2);
        assertThat(OISE.section("financial").blocks())
                .contains(new Block.Paragraph(
                        "Les deuxièmes rangs ne sont pas rémunérés : la convention ne le prévoit pas."));
    }

    private static ReportScope withoutCharges(ReportScope scope, Map<String, BackUpPay> backUps) {
        return new ReportScope(
                scope.code(),
                scope.name(),
                scope.territories(),
                scope.before(),
                scope.volunteers(),
                scope.physicians(),
                new ReportScope.Money(
                        scope.money().tariffs(),
                        scope.money().coordination(),
                        scope.money().accounts(),
                        Map.of(),
                        backUps),
                scope.narrative());
    }

    @Test
    void aChangeOfHoursTellsBothAndTheAgreementOfTheArs() {
        Table hours = table("changes", "Plages");
        assertThat(hours.rows())
                .singleElement()
                .satisfies(row -> assertThat(row.cells().toString())
                        .contains("de 18\u00A0h à 22\u00A0h", "de 18\u00A0h\u00A030 à 22\u00A0h", "ARS/2026/087"));
    }

    /** A report that was kept before a field existed is read as one that does not say it. */
    @Test
    void aReportKeptBeforeAFieldExistedIsStillRead() {
        String kept = ReportJson.write(OISE).replace(",\"medicalLead\":\"Dr Marc Delattre\"", "");
        assertThat(kept).doesNotContain("medicalLead");
        assertThat(ReportJson.read(kept).heading().medicalLead()).isEmpty();
    }

    @Test
    void theYear2026OfACoreTerritoryIsBudgetedAndPaidToTheCent() {
        Table budget = table("financial", "Subvention et service fait");
        assertThat(budget.rows().get(0).cells().getLast()).isEqualTo(new Value.Amount(24_100_00));
        assertThat(budget.rows().get(1).cells().getLast()).isEqualTo(new Value.Amount(23_884_00));
        // one Sunday in August was held by nobody
        assertThat(budget.rows().get(2).cells().getLast()).isEqualTo(new Value.Amount(23_884_00 - 140_00));
        assertThat(totalOf(table("financial", "Forfaits dus par établissement")))
                .isEqualTo(23_744_00);
        assertThat(totalOf(table("financial", "Forfaits dus par médecin"))).isEqualTo(23_744_00);
    }

    @Test
    void theSubsidyIsNotifiedReceivedAndSpentAndTheRestIsReturnedOrCarriedOver() {
        Table statement = table("financial", "Compte d’emploi de la subvention");
        assertThat(amounts(statement, "Notifié")).containsExactly(34_100_00L);
        assertThat(amounts(statement, "Total notifié")).containsExactly(34_100_00L);
        assertThat(amounts(statement, "Reçu")).containsExactly(12_050_00L, 12_050_00L, 10_000_00L);
        assertThat(statement.rows())
                .filteredOn(row -> row.cells().getFirst().equals(Value.words("Reçu")))
                .extracting(row -> row.cells().get(1))
                .contains(Value.day(LocalDate.of(2026, 4, 9)), Value.day(LocalDate.of(2026, 10, 8)));
        long spent = amounts(statement, "Dépensé").stream()
                .mapToLong(Long::longValue)
                .sum();
        assertThat(amounts(statement, "Total dépensé")).containsExactly(spent);
        // no rate of charges is set: none are told, which is not the same as none
        ReportScope scope = SampleRegion.territory(4, 10);
        assertThat(charges(ReportWriter.write(withoutCharges(scope, Map.of()), SampleRegion.PRINTED_ON, List.of())))
                .isEqualTo(new Value.Missing());
        assertThat(charges(OISE)).isEqualTo(new Value.Amount(3_797_86));
        // coordination as spent, not the 10 000 € of the cahier des charges
        assertThat(amounts(statement, "Dépensé")).contains(9_640_00L).doesNotContain(10_000_00L);
        assertThat(statement.total()).isEmpty();
    }

    private static Value charges(AnnualReport report) {
        return report.section("financial").blocks().stream()
                .flatMap(block -> block instanceof Table table && table.title().equals(FinancialSection.STATEMENT)
                        ? table.rows().stream()
                        : Stream.of())
                .filter(row -> row.cells().get(3).equals(Value.words("Charges patronales")))
                .map(row -> row.cells().getLast())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsOwedToAPartnerNamesItsAgreement() {
        Table owed = table("financial", "Forfaits dus par établissement");
        assertThat(owed.rows())
                .extracting(row -> ((Value.Words) row.cells().get(1)).text())
                .containsExactlyInAnyOrder(
                        "établissement porteur",
                        "convention signée le 1er août 2024, applicable du 1er septembre 2024",
                        "convention signée le 1er décembre 2025, applicable du 1er janvier 2026");
    }

    @Test
    void aRegionAddsUpWhatItsTerritoriesReceivedAndSpent() {
        Table region = ReportWriter.write(SampleRegion.region(40), SampleRegion.PRINTED_ON, List.of())
                .section("financial")
                .blocks()
                .stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .filter(table -> table.title().equals("Emploi de la subvention, par territoire"))
                .findFirst()
                .orElseThrow();
        assertThat(region.rows()).hasSize(7);
        for (int column = 1; column < region.columns().size(); column++) {
            int at = column;
            long sum = region.rows().stream()
                    .mapToLong(row -> ((Value.Amount) row.cells().get(at)).cents())
                    .sum();
            assertThat(region.total().orElseThrow().get(at)).isEqualTo(new Value.Amount(sum));
        }
        assertThat(region.total().orElseThrow().get(1)).isEqualTo(new Value.Amount(4 * 34_100_00L + 3 * 58_000_00L));
    }

    private static List<Long> amounts(Table table, String first) {
        return table.rows().stream()
                .filter(row -> row.cells().getFirst().equals(Value.words(first)))
                .map(row -> row.cells().getLast())
                .filter(Value.Amount.class::isInstance)
                .map(amount -> ((Value.Amount) amount).cents())
                .toList();
    }

    @Test
    void everyTableWithATotalAddsUpToIt() {
        for (Section section : OISE.sections()) {
            for (Block block : section.blocks()) {
                if (block instanceof Table table && table.total().isPresent()) {
                    checkTotal(table);
                }
            }
        }
    }

    /** 91 days of duty are 13 weeks, of eight physicians at 1 and 0.8 in turn. */
    @Test
    void weeksByQuarterAreDividedByTheSharesOfThoseWhoHeldDuties() {
        List<Value> second = row(table("quantitative", "Roulements par trimestre et par ETP"), "Q2")
                .cells();
        assertThat(((Value.Decimal) second.get(1)).number()).isEqualByComparingTo("13");
        assertThat(((Value.Decimal) second.get(2)).number()).isEqualByComparingTo("7.2");
        assertThat(((Value.Decimal) second.get(3)).number()).isEqualByComparingTo("1.805556");
    }

    @Test
    void theUncoveredSundayIsTold() {
        Table coverage = table("qualitative", "Plages couvertes");
        assertThat(row(coverage, "UNCOVERED").cells().get(1)).isEqualTo(new Count(1, false));
    }

    @Test
    void anUnconfirmedPresenceIsNoReplacementAndIsCountedOnce() {
        assertThat(row(table("changes", "Contrôle de présence"), "UNCONFIRMED")
                        .cells()
                        .get(1))
                .isEqualTo(new Count(1, false));
        Table rota = table("changes", "Changements du planning publié");
        assertThat(row(rota, "OVERRIDE").cells().get(1)).isEqualTo(new Count(1, false));
        assertThat(rota.rows()).extracting(Row::bucket).doesNotContain(Optional.of("UNCONFIRMED"));
    }

    @Test
    void whatWasNotLoggedIsNoPartOfWhatWas() {
        for (String indicator : List.of("Motifs des sollicitations", "Orientations données")) {
            List<Value> cells =
                    row(table("qualitative", indicator), "NOT_LOGGED").cells();
            assertThat(cells.get(2)).as(indicator).isEqualTo(new Value.Missing());
        }
        assertThat(row(table("qualitative", "Profil des appelants"), "NOT_LOGGED")
                        .cells()
                        .get(2))
                .isInstanceOf(Value.Share.class);
    }

    @Test
    void aNumberOfDaysThatIsNotWholeTellsTheTimeHeld() {
        Table physicians = table("financial", "Forfaits dus par médecin");
        int column = physicians.columns().indexOf("Dont partagées : temps tenu");
        assertThat(physicians.rows())
                .extracting(row -> ((Value.Words) row.cells().get(column)).text())
                .contains(
                        "12 juin 2026 : 1\u00a0h\u00a035 sur 4\u00a0h", "12 juin 2026 : 2\u00a0h\u00a025 sur 4\u00a0h");
    }

    @Test
    void noTitleStandsTwiceInASection() {
        for (AnnualReport report : List.of(OISE, REGION)) {
            for (Section section : report.sections()) {
                assertThat(section.blocks().stream().flatMap(ReportWriterTest::title))
                        .as(section.title())
                        .doesNotHaveDuplicates();
            }
        }
    }

    private static Stream<String> title(Block block) {
        return switch (block) {
            case Table table -> Stream.of(table.title());
            case Block.Bars bars -> Stream.of(bars.title());
            case Block.HeatMap map -> Stream.of(map.title());
            case Block.Paragraph paragraph -> Stream.of();
        };
    }

    /** A hole, a derogation, of one territory are not told of the others. */
    @Test
    void theRegionsDocumentSaysWhereSomethingHappened() {
        Table derogations = (Table) REGION.section("changes").blocks().getLast();
        assertThat(derogations.rows())
                .singleElement()
                .satisfies(
                        row -> assertThat(row.cells())
                                .contains(
                                        Value.words("Oise"),
                                        Value.words(
                                                "Dr Hugo Vasseur : 15 jours permis au 3e trimestre 2026. Congés d’été, un volontaire en arrêt.")));
        Table difficulties = (Table) REGION.section("difficulties").blocks().getFirst();
        assertThat(difficulties.rows())
                .filteredOn(row -> row.cells().toString().contains("16 août"))
                .singleElement()
                .satisfies(row -> assertThat(row.cells()).contains(Value.words("Oise")));
    }

    /** Nobody of the sample is rostered before the agreement of who employs them, nor beyond the quota. */
    @Test
    void theSampleYearKeepsTheRulesThatTheReportTells() {
        Map<String, Long> days = SampleRegion.territory(4, 10).duties().stream()
                .flatMap(duty -> duty.timeHeld().keySet().stream()
                        .map(physician ->
                                physician + " T" + (duty.window().date().getMonthValue() + 2) / 3))
                .collect(Collectors.groupingBy(key -> key, Collectors.counting()));
        assertThat(days.values()).allMatch(count -> count <= 15);
        assertThat(days.values()).filteredOn(count -> count > 14).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void theSameFactsGiveTheSameDocumentAndTheSameDigest() {
        AnnualReport again =
                ReportWriter.write(SampleRegion.territory(4, 372), SampleRegion.PRINTED_ON, Definitions.ALL);
        assertThat(ReportJson.digest(ReportJson.write(again))).isEqualTo(ReportJson.digest(ReportJson.write(OISE)));
    }

    @Test
    void aSubmittedReportComesBackFromItsJsonAsItWas() {
        assertThat(ReportJson.read(ReportJson.write(OISE))).isEqualTo(OISE);
        var submission = new Submission(Instant.parse("2027-03-12T10:00:00Z"), "coordination", "ab".repeat(32));
        assertThat(OISE.submitted(submission).heading().submission()).contains(submission);
    }

    private static void checkTotal(Table table) {
        List<Value> total = table.total().orElseThrow();
        for (int column = 1; column < total.size(); column++) {
            if (total.get(column) instanceof Count count && table.title().startsWith("Appels par")) {
                int i = column;
                long sum = table.rows().stream()
                        .mapToLong(row -> ((Count) row.cells().get(i)).number())
                        .sum();
                assertThat(sum).as(table.title()).isEqualTo(count.number());
            }
        }
    }

    private static long totalOf(Table table) {
        long sum = table.rows().stream()
                .mapToLong(row -> ((Value.Amount) row.cells().getLast()).cents())
                .sum();
        assertThat(table.total().orElseThrow().getLast()).isEqualTo(new Value.Amount(sum));
        return sum;
    }

    private static Table table(String section, String title) {
        return OISE.section(section).blocks().stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .filter(table -> table.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static Row row(Table table, String bucket) {
        return table.rows().stream()
                .filter(row -> row.bucket().equals(Optional.of(bucket)))
                .findFirst()
                .orElseThrow();
    }
}
