package fr.appui.indicators.report;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.Physician;
import fr.appui.indicators.render.PrintedCsv;
import fr.appui.indicators.render.PrintedPdf;
import fr.appui.indicators.render.PrintedXlsx;
import fr.appui.indicators.report.AnnualReport.Submission;
import fr.appui.indicators.report.Block.Bars;
import fr.appui.indicators.report.Block.HeatMap;
import fr.appui.indicators.report.Block.Row;
import fr.appui.indicators.report.Block.Table;
import fr.appui.indicators.report.Value.Count;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

class PublicReportTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final ReportScope OISE = SampleRegion.territory(4, 372);
    private static final ReportScope REGION = SampleRegion.believable();
    private static final AnnualReport COMPLETE = complete(OISE);
    private static final AnnualReport PUBLISHED = PublicReport.of(COMPLETE);

    /** By how many calls a territory had: its document, or the region's. */
    private static final Map<List<Integer>, AnnualReport> WRITTEN = new HashMap<>();

    private static final Map<AnnualReport, SequencedMap<String, String>> FORMATS = new IdentityHashMap<>();
    private static final String SUBMITTER = "c.lefevre-coordination";

    /** Each is written once: it takes seconds. */
    private static AnnualReport territory(int index, int calls) {
        return WRITTEN.computeIfAbsent(
                List.of(index, calls), asked -> PublicReport.of(complete(SampleRegion.territory(index, calls))));
    }

    private static AnnualReport region(int calls) {
        return WRITTEN.computeIfAbsent(List.of(calls), asked -> PublicReport.of(complete(SampleRegion.region(calls))));
    }

    /** Each format of a document, as text; a document is printed once. */
    private static SequencedMap<String, String> formats(AnnualReport report) throws IOException {
        SequencedMap<String, String> known = FORMATS.get(report);
        if (known == null) {
            known = printed(report);
            FORMATS.put(report, known);
        }
        return known;
    }

    private static SequencedMap<String, String> printed(AnnualReport report) throws IOException {
        Printable printable = ReportPrint.of(report, PARIS);
        var texts = new LinkedHashMap<String, String>();
        try (PdfReader pdf = new PdfReader(PrintedPdf.render(printable))) {
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                texts.put("PDF, page " + page, new PdfTextExtractor(pdf).getTextFromPage(page));
            }
            texts.put("PDF, information", pdf.getInfo().toString());
        }
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(new ByteArrayInputStream(PrintedXlsx.render(printable)))) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                texts.put("xlsx, " + sheet.getName(), sheet.read().toString());
            }
        }
        texts.put("csv", new String(PrintedCsv.render(printable), StandardCharsets.UTF_8));
        texts.put("json", ReportJson.write(report));
        return texts;
    }

    private static AnnualReport complete(ReportScope scope) {
        return ReportWriter.write(scope, SampleRegion.PRINTED_ON, Definitions.ALL)
                .submitted(new Submission(Instant.parse("2027-03-12T10:00:00Z"), SUBMITTER, "ab".repeat(32)));
    }

    /** What says who a person is, or why somebody was not there. */
    private static List<String> personal(ReportScope scope) {
        Stream<String> physicians = scope.physicians().stream().flatMap(PublicReportTest::identity);
        Stream<String> signatories = scope.territories().stream()
                .flatMap(year -> year.partners().agreements().stream())
                .flatMap(agreement -> agreement.signatories().stream())
                .map(signatory -> signatory.name());
        Stream<String> reasons = scope.territories().stream()
                .flatMap(year -> year.acts().orElseThrow().stream())
                .map(RotaAct::text);
        Stream<String> free = scope.territories().stream()
                .flatMap(year -> year.difficulties().stream())
                .map(Difficulty::text);
        Stream<String> written = Stream.concat(
                scope.narrative().coordination().stream().map(Narrative.Staff::name),
                Stream.concat(
                        scope.narrative().commentary().lines(),
                        scope.narrative().outlook().lines()));
        return Stream.of(physicians, signatories, reasons, free, written, Stream.of(SUBMITTER, "volontaire en arrêt"))
                .flatMap(texts -> texts)
                .distinct()
                .toList();
    }

    private static Stream<String> identity(Physician physician) {
        Stream<String> numbers = physician.numbers().stream()
                .flatMap(contact ->
                        Stream.of(contact.number().e164(), contact.number().national()));
        return Stream.concat(
                Stream.of(
                        physician.name().full(),
                        physician.name().family(),
                        physician.id().toString(),
                        physician.rpps().toString(),
                        physician.mail().value()),
                numbers);
    }

    /** Letters and digits only: a line that breaks, a space that does not, change nothing. */
    private static String bare(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "");
    }

    @Test
    void noFormatOfThePublicDocumentNamesAPerson() throws IOException {
        for (ReportScope scope : List.of(OISE, REGION)) {
            AnnualReport complete = scope == OISE ? COMPLETE : complete(scope);
            List<String> personal = personal(scope);
            String whole = bare(String.join("", formats(complete).values()));
            assertThat(personal)
                    .as("the complete document has what is looked for")
                    .filteredOn(text -> whole.contains(bare(text)))
                    .hasSizeGreaterThan(scope.physicians().size() * 2);
            formats(scope == OISE ? PUBLISHED : PublicReport.of(complete))
                    .forEach((where, text) -> assertThat(personal)
                            .as(where)
                            .noneMatch(person -> bare(text).contains(bare(person))));
        }
    }

    @Test
    void thePublicDocumentTellsNobodysPay() {
        Table physicians = table(COMPLETE, "financial", "Forfaits dus par médecin");
        Table establishments = table(COMPLETE, "financial", "Forfaits dus par établissement");
        List<Value> amounts = Stream.concat(physicians.rows().stream(), establishments.rows().stream())
                .map(row -> row.cells().getLast())
                .toList();
        assertThat(amounts).hasSizeGreaterThan(8);
        assertThat(PUBLISHED.section("financial").blocks())
                .hasSize(4)
                .allSatisfy(block -> assertThat(((Table) block).rows().stream().flatMap(row -> row.cells().stream()))
                        .doesNotContainAnyElementsOf(amounts));
    }

    /** What is to be given back is the public's to know, and nobody's pay. */
    /** 7 calls after 8 are printed as 5 and 10: an evolution of −50 % would be the rounding's. */
    @Test
    void noEvolutionIsToldOfFewCallsAndNoColumnIsBlank() {
        for (Section section : PUBLISHED.sections()) {
            for (Block block : section.blocks()) {
                if (!(block instanceof Block.Table table)) {
                    continue;
                }
                for (Block.Row row : table.rows()) {
                    if (row.cells().stream().anyMatch(Value.Change.class::isInstance)) {
                        assertThat(row.cells().stream()
                                        .filter(Count.class::isInstance)
                                        .map(Count.class::cast)
                                        .map(Count::number))
                                .as(row.toString())
                                .allMatch(number -> number >= 25);
                    }
                }
                if (table.title().startsWith("Compte d’emploi")) {
                    assertThat(table.columns()).containsExactly("", "Montant");
                }
            }
        }
    }

    @Test
    void thePublicDocumentTellsTheBalanceOfTheSubsidy() {
        assertThat(table(PUBLISHED, "financial", FinancialSection.BY_PURPOSE))
                .isEqualTo(table(COMPLETE, "financial", FinancialSection.BY_PURPOSE));
        assertThat(PublicReport.of(complete(REGION)).section("financial").blocks())
                .extracting(block -> ((Table) block).title())
                .filteredOn(title -> title.startsWith(FinancialSection.BY_PURPOSE))
                .hasSameSizeAs(REGION.territories());
    }

    @Test
    void eachDocumentSaysWhichItIsInEveryFormat() throws IOException {
        AnnualReport draft = ReportWriter.write(OISE, SampleRegion.PRINTED_ON, Definitions.ALL);
        says(COMPLETE, "Document complet pour l’ARS, nominatif : ne pas diffuser");
        says(PUBLISHED, "Document public : aucune personne n’y est nommée");
        says(PublicReport.of(draft), "Document public, version de travail : ne pas diffuser");
        assertThat(ReportJson.write(PublicReport.of(draft))).contains("\"published\":true");
    }

    /** On the title page, at the foot of the others, at the head of each sheet, in the first line of the CSV. */
    private static void says(AnnualReport report, String which) throws IOException {
        SequencedMap<String, String> formats = formats(report);
        assertThat(bare(formats.getOrDefault("PDF, page 1", ""))).contains(bare(which));
        assertThat(ReportPrint.of(report, PARIS).footer()).endsWith(which);
        formats.forEach((where, text) -> {
            if (where.equals("csv") || where.startsWith("xlsx") && !where.equals("xlsx, Définitions")) {
                assertThat(bare(text)).as(where).contains(bare(which));
            }
        });
    }

    @Test
    void thePublicDocumentStillTellsWhatTheServiceDid() {
        AnnualReport published = PUBLISHED;
        assertThat(published.sections())
                .extracting(Section::code)
                .containsExactly(
                        "summary", "quantitative", "qualitative", "changes", "partners", "financial", "difficulties");
        assertThat(table(published, "quantitative", "Chiffres clés")
                        .rows()
                        .getFirst()
                        .cells()
                        .get(1))
                .isEqualTo(Value.calls(370));
        assertThat(table(published, "difficulties", "Difficultés remontées à l’ARS, par catégorie")
                        .rows())
                .hasSize(2);
        assertThat(published.section("qualitative").blocks()).anyMatch(Bars.class::isInstance);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 9, 37, 60, 144, 372})
    void noCountOfCallsIsExact(int calls) {
        for (AnnualReport published : List.of(territory(6, calls), region(calls))) {
            counts(published).forEach(count -> assertThat(count.number() % 5).isZero());
        }
    }

    /** Seven territories and their region, every table and every total: each count keeps more than one possible value. */
    @ParameterizedTest
    @ValueSource(ints = {9, 37, 60, 144})
    void noSmallCountFollowsFromTotalsNorFromTheOtherDocuments(int calls) {
        var known = new Bounds();
        known.read("HDF", region(calls));
        for (int index = 0; index < 7; index++) {
            known.read("T" + index, territory(index, calls));
        }
        known.addUp(IntStream.range(0, 7).mapToObj(index -> "T" + index).toList(), "HDF");
        assertThat(known.settle()).isGreaterThan(200);
        assertThat(known.exact()).isEmpty();
    }

    @Test
    void fewPhysiciansMeansNoMoney() {
        AnnualReport complete = COMPLETE;
        AnnualReport alone = complete.withSections(complete.sections().stream()
                .map(section -> section.code().equals("named-list") ? firstTwo(section) : section)
                .toList());
        assertThat(PublicReport.of(alone).sections()).extracting(Section::code).doesNotContain("financial");
    }

    /** Two physicians of one territory stand behind its sums, wherever a region's document prints them. */
    @Test
    void aRegionTellsNoMoreOfATerritoryOfFewThanItsOwnDocument() {
        String few = "Oise";
        AnnualReport complete = complete(REGION);
        AnnualReport published = PublicReport.of(complete.withSections(complete.sections().stream()
                .map(section -> section.code().equals("named-list") ? withTwoOf(few, section) : section)
                .toList()));
        assertThat(published.section("financial").blocks())
                .extracting(block -> ((Table) block).title())
                .noneMatch(title -> title.endsWith(few))
                .anyMatch(title -> title.endsWith("Hainaut"));
        Table region = table(published, "financial", FinancialSection.REGION);
        assertThat(told(region, few)).containsOnly(new Value.Masked());
        assertThat(told(region, "Hainaut")).allMatch(Value.Amount.class::isInstance);
        assertThat(region.total().orElseThrow().subList(1, 6)).containsOnly(new Value.Masked());
        Table done = table(published, "financial", FinancialSection.SERVICE_DONE);
        assertThat(done.rows())
                .filteredOn(row -> row.cells().getFirst() instanceof Value.Words(String said)
                        && FinancialSection.isServiceDone(said, few))
                .singleElement()
                .satisfies(row -> assertThat(row.cells().subList(1, 4)).containsOnly(new Value.Masked()));
    }

    private static List<Value> told(Table table, String territory) {
        return table.rows().stream()
                .filter(row -> row.cells().getFirst().equals(Value.words(territory)))
                .flatMap(row -> row.cells().stream().skip(1))
                .toList();
    }

    private static Section withTwoOf(String territory, Section section) {
        Table table = (Table) section.blocks().getFirst();
        var all = new ArrayList<Row>(table.rows());
        List<Row> own = all.stream()
                .filter(row -> row.cells().getFirst().equals(Value.words(territory)))
                .toList();
        all.removeAll(own.subList(2, own.size()));
        return new Section(
                section.code(),
                section.title(),
                List.of(new Table(table.title(), table.indicator(), table.columns(), all, Optional.empty())));
    }

    private static Section firstTwo(Section section) {
        Table table = (Table) section.blocks().getFirst();
        return new Section(
                section.code(),
                section.title(),
                List.of(new Table(
                        table.title(),
                        table.indicator(),
                        table.columns(),
                        table.rows().subList(0, 2),
                        Optional.empty())));
    }

    private static Table table(AnnualReport report, String section, String title) {
        return report.section(section).blocks().stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .filter(table -> table.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Count> counts(AnnualReport report) {
        return report.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .flatMap(block -> switch (block) {
                    case Table table ->
                        Stream.concat(
                                table.rows().stream().flatMap(row -> row.cells().stream()),
                                table.total().stream().flatMap(List::stream));
                    case Bars bars -> bars.bars().stream().map(Block.Bar::value);
                    case HeatMap map -> map.cells().stream().flatMap(List::stream);
                    case Block.Paragraph paragraph -> Stream.<Value>empty();
                })
                .filter(Count.class::isInstance)
                .map(Count.class::cast)
                .filter(Count::ofPeople);
    }

    /** What a reader of all the documents knows of each figure: from which number to which, and which figures add up. */
    private static final class Bounds {

        private final Map<String, long[]> bounds = new HashMap<>();
        private final List<Map.Entry<String, List<String>>> sums = new ArrayList<>();

        void read(String document, AnnualReport report) {
            for (Section section : report.sections()) {
                for (Block block : section.blocks()) {
                    if (block instanceof Table table) {
                        read(document, table);
                    }
                }
            }
        }

        private void read(String document, Table table) {
            for (int column = 1; column < table.columns().size(); column++) {
                List<String> parts = new ArrayList<>();
                for (Row row : table.rows()) {
                    if (row.cells().get(column) instanceof Count count && count.ofPeople()) {
                        parts.add(known(
                                document,
                                table,
                                row.bucket().orElse("?") + row.cells().getFirst(),
                                column,
                                count));
                    }
                }
                int at = column;
                table.total()
                        .map(total -> total.get(at))
                        .filter(Count.class::isInstance)
                        .map(Count.class::cast)
                        .filter(total ->
                                total.ofPeople() && parts.size() == table.rows().size())
                        .ifPresent(total -> sums.add(Map.entry(known(document, table, "total", at, total), parts)));
            }
        }

        private String known(String document, Table table, String row, int column, Count count) {
            String figure = document + "|" + table.title() + "|" + row + "|" + column;
            bounds.put(figure, new long[] {Math.max(0, count.number() - 2), count.number() + 2});
            return figure;
        }

        void addUp(List<String> parts, String whole) {
            for (String figure : List.copyOf(bounds.keySet())) {
                if (figure.startsWith(whole + "|")) {
                    List<String> found = parts.stream()
                            .map(part -> part + figure.substring(whole.length()))
                            .filter(bounds::containsKey)
                            .collect(Collectors.toList());
                    if (found.size() == parts.size()) {
                        sums.add(Map.entry(figure, found));
                    }
                }
            }
        }

        /** Narrows until nothing more follows. @return how many sums were known */
        int settle() {
            boolean narrowed = true;
            while (narrowed) {
                narrowed = false;
                for (Map.Entry<String, List<String>> sum : sums) {
                    narrowed |= narrow(bounds.get(sum.getKey()), sum.getValue());
                }
            }
            return sums.size();
        }

        private boolean narrow(long[] total, List<String> parts) {
            long least = parts.stream().mapToLong(part -> bounds.get(part)[0]).sum();
            long most = parts.stream().mapToLong(part -> bounds.get(part)[1]).sum();
            boolean narrowed = within(total, least, most);
            for (String part : parts) {
                long[] own = bounds.get(part);
                narrowed |= within(own, total[0] - (most - own[1]), total[1] - (least - own[0]));
            }
            return narrowed;
        }

        private static boolean within(long[] range, long least, long most) {
            boolean narrower = least > range[0] || most < range[1];
            range[0] = Math.max(range[0], least);
            range[1] = Math.min(range[1], most);
            return narrower;
        }

        List<String> exact() {
            return bounds.entrySet().stream()
                    .filter(entry -> entry.getValue()[0] >= entry.getValue()[1])
                    .filter(entry -> entry.getValue()[0] > 0 && entry.getValue()[0] < 5)
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }
}
