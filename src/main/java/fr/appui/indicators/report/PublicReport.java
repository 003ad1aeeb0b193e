package fr.appui.indicators.report;

import fr.appui.indicators.report.Block.Bar;
import fr.appui.indicators.report.Block.Bars;
import fr.appui.indicators.report.Block.Paragraph;
import fr.appui.indicators.report.Block.Row;
import fr.appui.indicators.report.Block.Table;
import fr.appui.indicators.report.Value.Count;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The report that anybody may read, made from the one that the ARS receives. What is not told here to be published is left
 * out: no person, no pay of one person, no reason, no text that somebody wrote freely.
 *
 * <p>Counts of calls are rounded, totals too and each for itself: a count of one to four is printed nowhere, and neither a
 * total, nor a share, nor another table, nor another territory's document gives it back, since none is exact.
 */
public final class PublicReport {

    private static final long STEP = 5;
    private static final long SLACK = STEP / 2;

    /** Fewer calls than this have no median of their own. */
    private static final long LEAST_CALLS = 20;

    /** Of fewer calls than this, rounded, an evolution would tell the rounding and no change. */
    private static final long LEAST_COMPARED = 25;

    /** With fewer physicians the amounts of the line would be the pay of one, or tell one that of the other. */
    private static final int LEAST_PHYSICIANS = 3;

    private static final Value WITHHELD = new Value.Masked();

    private static final String ROUNDED = "Les nombres d’appels sont arrondis à un multiple de " + STEP
            + ", totaux compris : ils ne s’additionnent pas exactement, et aucun petit effectif ne s’en déduit. L’évolution"
            + " n’est dite qu’à partir de " + LEAST_COMPARED + " appels. « n. c. » : non communiqué.";

    private static final Set<String> CHANGES_PUBLISHED = Set.of(
            ChangesSection.PERIMETERS,
            ChangesSection.TERRITORY,
            ChangesSection.AGREEMENTS,
            ChangesSection.ROTA,
            ChangesSection.PRESENCE);

    private final AnnualReport whole;
    private final PaidPhysicians paid;

    private PublicReport(AnnualReport whole) {
        this.whole = whole;
        this.paid = PaidPhysicians.of(whole);
    }

    public static AnnualReport of(AnnualReport whole) {
        return new PublicReport(whole).published();
    }

    private AnnualReport published() {
        List<Section> sections = whole.sections().stream()
                .flatMap(section -> published(section).stream())
                .filter(section -> !section.blocks().isEmpty())
                .toList();
        return new AnnualReport(whole.heading().publicly(), sections, whole.definitions());
    }

    private Optional<Section> published(Section section) {
        List<Block> blocks = section.blocks();
        return switch (section.code()) {
            case "summary" -> told(section, figures(withoutMoney(blocks)));
            case "quantitative" -> told(section, Stream.concat(Stream.of(new Paragraph(ROUNDED)), figures(blocks)));
            case "qualitative" -> told(section, figures(blocks));
            case "changes" -> told(section, changes(blocks));
            case "partners" -> told(section, tables(blocks).map(table -> without(table, "Signataires")));
            case "financial" ->
                told(section, fewPhysicians() ? Stream.empty() : money(blocks).flatMap(this::withoutFew));
            case String own when own.startsWith(ReportTemplate.OWN) -> told(section, figures(blocks));
            case "difficulties" -> told(section, tables(blocks).map(PublicReport::byCategory));
            default -> Optional.empty();
        };
    }

    private static Optional<Section> told(Section section, Stream<? extends Block> blocks) {
        return Optional.of(new Section(section.code(), section.title(), List.copyOf(blocks.toList())));
    }

    /** Money is told in its own section, or not at all. */
    private static List<Block> withoutMoney(List<Block> blocks) {
        return tables(blocks)
                .<Block>map(table -> new Table(
                        table.title(),
                        table.indicator(),
                        table.columns(),
                        table.rows().stream()
                                .filter(row -> row.cells().stream().noneMatch(Value.Amount.class::isInstance))
                                .toList(),
                        table.total()))
                .toList();
    }

    private static Stream<Table> tables(List<Block> blocks) {
        return blocks.stream().filter(Table.class::isInstance).map(Table.class::cast);
    }

    /** Tables, and the charts whose figures are the table's behind them. */
    private Stream<Block> figures(List<Block> blocks) {
        List<Block> published = new ArrayList<>();
        for (int at = 0; at < blocks.size(); at++) {
            if (blocks.get(at) instanceof Table table) {
                published.add(rounded(table));
            } else if (blocks.get(at) instanceof Bars bars
                    && at + 1 < blocks.size()
                    && blocks.get(at + 1) instanceof Table behind) {
                chart(bars, rounded(behind)).ifPresent(published::add);
            }
        }
        return published.stream();
    }

    private static Optional<Bars> chart(Bars bars, Table behind) {
        Map<Value, Value> values = behind.rows().stream()
                .collect(Collectors.toMap(
                        row -> row.cells().getFirst(), row -> row.cells().get(1), (one, other) -> one));
        return bars.bars().stream().allMatch(bar -> values.containsKey(Value.words(bar.label())))
                ? Optional.of(new Bars(
                        bars.title(),
                        bars.horizontal(),
                        bars.bars().stream()
                                .map(bar ->
                                        new Bar(bar.label(), values.getOrDefault(Value.words(bar.label()), WITHHELD)))
                                .toList()))
                : Optional.empty();
    }

    private Table rounded(Table exact) {
        Table table = without(exact, QualitativeSection.DUTIES);
        List<List<Value>> cells = table.rows().stream()
                .map(row -> (List<Value>)
                        new ArrayList<>(IntStream.range(0, row.cells().size())
                                .mapToObj(column -> rounded(table, row.cells(), column))
                                .toList()))
                .toList();
        Optional<List<Value>> total = table.total()
                .map(values -> IntStream.range(0, values.size())
                        .mapToObj(column -> rounded(table, values, column))
                        .toList());
        total.ifPresent(sums -> IntStream.range(0, table.columns().size())
                .filter(column -> isPinned(cells, column, sums.get(column)))
                .forEach(column -> cells.forEach(row -> {
                    row.set(column, WITHHELD);
                    row.replaceAll(cell -> isRatio(cell) ? WITHHELD : cell);
                })));
        return new Table(
                table.title(),
                table.indicator(),
                table.columns(),
                IntStream.range(0, cells.size())
                        .mapToObj(at -> new Row(table.rows().get(at).bucket(), cells.get(at)))
                        .toList(),
                total);
    }

    private Value rounded(Table table, List<Value> cells, int column) {
        return switch (cells.get(column)) {
            case Count count -> count.ofPeople() ? rounded(count) : count;
            case Value.Share share -> share(share, table, cells, column);
            case Value.Change change -> change(cells);
            case Value.Time time -> base(table, cells, column) < LEAST_CALLS ? WITHHELD : time;
            case Value.Decimal decimal -> fewPhysicians() || few(cells) ? WITHHELD : decimal;
            case Value.Words words -> words;
            case Value.Amount amount -> amount;
            case Value.Day day -> day;
            case Value.Masked masked -> masked;
            case Value.Missing missing -> missing;
        };
    }

    private static Value share(Value.Share share, Table table, List<Value> cells, int column) {
        Optional<Count> part = counts(cells).filter(Count::ofPeople).findFirst();
        if (part.isPresent()) {
            long number = part.get().number();
            long whole = share.ratio() == 0 ? 0 : Math.round(number / share.ratio());
            return share.ratio() == 0 ? share : Value.share(round(number), round(whole));
        }
        if (counts(cells).findFirst().isPresent()) {
            return share;
        }
        long whole = base(table, cells, column);
        return Value.share(round(Math.round(whole * share.ratio())), round(whole));
    }

    /** What a figure is taken of: the count of calls beside it, or the first one above it. */
    private static long base(Table table, List<Value> cells, int column) {
        return counts(cells)
                .filter(Count::ofPeople)
                .findFirst()
                .or(() -> counts(table.rows().stream()
                                .map(row -> row.cells().get(column))
                                .toList())
                        .filter(Count::ofPeople)
                        .findFirst())
                .map(Count::number)
                .orElse(0L);
    }

    private static Value change(List<Value> cells) {
        List<Long> numbers = counts(cells).map(count -> round(count.number())).toList();
        return numbers.size() < 2
                ? WITHHELD
                : numbers.stream().anyMatch(number -> number < LEAST_COMPARED)
                        ? new Value.Missing()
                        : Value.change(numbers.getFirst(), numbers.getLast());
    }

    private static Stream<Count> counts(List<Value> cells) {
        return cells.stream().filter(Count.class::isInstance).map(Count.class::cast);
    }

    /** A territory's row that tells of one or two physicians says nothing more of them. */
    private static boolean few(List<Value> cells) {
        return counts(cells).anyMatch(count -> !count.ofPeople() && count.number() < LEAST_PHYSICIANS);
    }

    private static Value rounded(Count count) {
        return Value.calls(round(count.number()));
    }

    /** A count of calls as it is told where nobody may be found behind it: none of one to four. */
    public static long round(long number) {
        return (number + SLACK) / STEP * STEP;
    }

    /** Whether the rounded parts and their rounded total leave one possibility only. */
    private static boolean isPinned(List<List<Value>> rows, int column, Value total) {
        List<Long> parts = counts(rows.stream().map(row -> row.get(column)).toList())
                .filter(Count::ofPeople)
                .map(Count::number)
                .toList();
        if (parts.isEmpty() || !(total instanceof Count sum)) {
            return false;
        }
        long least = parts.stream().mapToLong(PublicReport::least).sum();
        long most = parts.stream().mapToLong(part -> part + SLACK).sum();
        return least >= sum.number() + SLACK || most <= least(sum.number());
    }

    private static long least(long rounded) {
        return Math.max(0, rounded - SLACK);
    }

    private static boolean isRatio(Value value) {
        return value instanceof Value.Share || value instanceof Value.Change;
    }

    /** Counted instead of named: who came and who left. */
    private static Stream<Block> changes(List<Block> blocks) {
        return blocks.stream().flatMap(block -> switch (block) {
            case Table table when CHANGES_PUBLISHED.contains(table.title()) -> Stream.of(table);
            case Table table
            when table.title().equals(ChangesSection.TEAM) ->
                Stream.of(tally(table, "Mouvements de l’équipe médicale", List.of("Territoire", "Mouvement")));
            default -> Stream.empty();
        });
    }

    private static Table byCategory(Table difficulties) {
        return tally(difficulties, "Difficultés remontées à l’ARS, par catégorie", List.of("Catégorie"));
    }

    /** How many rows have the same words in these columns. */
    private static Table tally(Table table, String title, List<String> columns) {
        Map<String, Long> tally = table.rows().stream()
                .collect(Collectors.groupingBy(
                        row -> columns.stream()
                                .map(column -> row.cells().get(table.columns().indexOf(column)))
                                .map(cell -> cell instanceof Value.Words(String text) ? text : "")
                                .collect(Collectors.joining(", ")),
                        TreeMap::new,
                        Collectors.counting()));
        return new Table(
                title,
                Optional.empty(),
                List.of("", "Nombre"),
                tally.entrySet().stream()
                        .map(entry -> Row.of(Value.words(entry.getKey()), Value.number(entry.getValue())))
                        .toList(),
                Optional.empty());
    }

    /** Flat rates and sums; nothing by establishment, which may have one physician only. */
    private static Stream<Table> money(List<Block> blocks) {
        Predicate<Table> whole = table -> table.title().equals(FinancialSection.SERVICE_DONE)
                || table.title().equals(FinancialSection.FLAT_RATES)
                || table.title().equals(FinancialSection.REGION)
                || table.title().startsWith(FinancialSection.BY_PURPOSE);
        return tables(blocks).flatMap(table -> {
            if (whole.test(table)) {
                return Stream.of(without(table, "Source"));
            }
            return table.title().startsWith(FinancialSection.STATEMENT) ? Stream.of(sums(table)) : Stream.empty();
        });
    }

    /** Of a territory that one or two physicians are paid for, a region's document says no more than the territory's own. */
    private Stream<Table> withoutFew(Table table) {
        if (paid.few(LEAST_PHYSICIANS).stream().anyMatch(name -> table.title().endsWith(", " + name))) {
            return Stream.empty();
        }
        if (table.title().equals(FinancialSection.SERVICE_DONE)) {
            return Stream.of(withheld(table, FinancialSection::isServiceDone, table.total()));
        }
        boolean told = paid.fewOfAll(LEAST_PHYSICIANS);
        return Stream.of(
                table.title().equals(FinancialSection.REGION)
                        ? withheld(table, String::equals, table.total().map(total -> told ? withheld(total) : total))
                        : table);
    }

    /** @param tells whether what a row says first is about a territory of this name */
    private Table withheld(Table table, BiPredicate<String, String> tells, Optional<List<Value>> total) {
        return new Table(
                table.title(),
                table.indicator(),
                table.columns(),
                table.rows().stream()
                        .map(row -> paid.few(LEAST_PHYSICIANS).stream()
                                        .anyMatch(name -> row.cells().getFirst() instanceof Value.Words(String said)
                                                && tells.test(said, name))
                                ? new Row(row.bucket(), withheld(row.cells()))
                                : row)
                        .toList(),
                total);
    }

    /** All but what it is about. */
    private static List<Value> withheld(List<Value> cells) {
        return IntStream.range(0, cells.size())
                .mapToObj(at -> at == 0 ? cells.getFirst() : WITHHELD)
                .toList();
    }

    private static Table sums(Table statement) {
        return withoutBlanks(new Table(
                statement.title(),
                statement.indicator(),
                statement.columns(),
                statement.rows().stream()
                        .filter(row -> row.cells().stream()
                                .anyMatch(cell ->
                                        cell instanceof Value.Words(String text) && text.startsWith(Table.SUM_OF)))
                        .toList(),
                statement.total()));
    }

    /** Without the columns that no row says anything in. */
    private static Table withoutBlanks(Table table) {
        Table left = table;
        for (String column : table.columns()) {
            int at = left.columns().indexOf(column);
            if (left.rows().stream().allMatch(row -> isBlank(row.cells().get(at)))) {
                left = without(left, column);
            }
        }
        return left;
    }

    private static boolean isBlank(Value value) {
        return value instanceof Value.Missing || value instanceof Value.Words(String text) && text.isBlank();
    }

    private static Table without(Table table, String column) {
        int left = table.columns().indexOf(column);
        return left < 0
                ? table
                : new Table(
                        table.title(),
                        table.indicator(),
                        without(table.columns(), left),
                        table.rows().stream()
                                .map(row -> new Row(row.bucket(), without(row.cells(), left)))
                                .toList(),
                        table.total().map(values -> without(values, left)));
    }

    private static <T> List<T> without(List<T> list, int left) {
        return IntStream.range(0, list.size())
                .filter(at -> at != left)
                .mapToObj(list::get)
                .toList();
    }

    private boolean fewPhysicians() {
        return paid.number() < LEAST_PHYSICIANS || paid.few(LEAST_PHYSICIANS).contains(PaidPhysicians.HERE);
    }
}
