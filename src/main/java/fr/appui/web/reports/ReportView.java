package fr.appui.web.reports;

import fr.appui.french.Typography;
import fr.appui.indicators.render.ValueText;
import fr.appui.indicators.report.Block;
import fr.appui.indicators.report.Block.Bars;
import fr.appui.indicators.report.Block.HeatMap;
import fr.appui.indicators.report.Block.Row;
import fr.appui.indicators.report.Block.Table;
import fr.appui.indicators.report.Section;
import fr.appui.indicators.report.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A document's sections as a page shows them: each chart with its table behind it, and each figure with the way to what it
 * counted.
 */
final class ReportView {

    private static final int WIDE = 6;
    private static final int WORDY = 2;

    private final WhereCounted whereCounted;

    ReportView(WhereCounted whereCounted) {
        this.whereCounted = whereCounted;
    }

    record Part(String code, String title, List<Piece> pieces) {}

    /** @param text a paragraph, or empty @param wide needs the width of the page */
    record Piece(String title, String text, Optional<Chart> chart, Optional<Grid> grid, boolean wide) {}

    /** @param title empty when the piece's title says it */
    record Grid(String title, List<Head> columns, List<Line> lines, List<Cell> total) {}

    record Head(String text, boolean number) {}

    record Line(Cell head, List<Cell> cells) {}

    /** @param link to what the figure counted, or empty */
    record Cell(String text, boolean number, String link) {}

    /** The headline of a page. @param before the year before, or empty */
    record KeyFigure(String label, String value, String before, String link) {}

    Part part(Section section) {
        List<Piece> pieces = new ArrayList<>();
        List<Block> blocks = section.blocks();
        int i = 0;
        while (i < blocks.size()) {
            Block block = blocks.get(i++);
            Optional<Table> behind = i < blocks.size() ? behind(block, blocks.get(i)) : Optional.empty();
            if (block instanceof Bars bars && behind.isPresent()) {
                pieces.add(charted(bars, behind.get()));
                i++;
            } else {
                pieces.add(piece(block));
            }
        }
        return new Part(section.code(), Typography.typeset(section.title()), pieces);
    }

    List<KeyFigure> keyFigures(Table table) {
        return table.rows().stream()
                .map(row -> new KeyFigure(
                        ValueText.of(row.cells().getFirst()),
                        ValueText.of(row.cells().get(1)),
                        row.cells().size() > 2
                                ? ValueText.of(row.cells().get(2)) + " "
                                        + Typography.typeset(
                                                "en " + table.columns().get(2))
                                : "",
                        whereCounted.link(table, row, 1)))
                .toList();
    }

    private Piece piece(Block block) {
        return switch (block) {
            case Block.Paragraph paragraph ->
                new Piece("", Typography.typeset(paragraph.text()), Optional.empty(), Optional.empty(), true);
            case Table table ->
                new Piece(
                        Typography.typeset(table.title()),
                        "",
                        Optional.empty(),
                        Optional.of(grid(table)),
                        table.columns().size() >= WIDE || wordColumns(table) >= WORDY);
            case Bars bars -> charted(bars, asTable(bars));
            case HeatMap map ->
                new Piece(
                        Typography.typeset(map.title()),
                        "",
                        Optional.of(Chart.of(map)),
                        Optional.of(grid(asTable(map))),
                        true);
        };
    }

    private Piece charted(Bars bars, Table table) {
        return new Piece(
                Typography.typeset(bars.title()),
                "",
                Optional.of(Chart.of(bars, links(table))),
                Optional.of(grid(table)),
                false);
    }

    private Map<String, String> links(Table table) {
        Map<String, String> links = new HashMap<>();
        for (Row row : table.rows()) {
            if (row.cells().getFirst() instanceof Value.Words(String label)) {
                links.put(label, whereCounted.link(table, row, 1));
            }
        }
        return links;
    }

    /** The table that follows a chart and holds its figures. */
    private static Optional<Table> behind(Block block, Block next) {
        return block instanceof Bars bars
                        && next instanceof Table table
                        && bars.bars().stream().allMatch(bar -> hasRow(table, bar.label()))
                ? Optional.of(table)
                : Optional.empty();
    }

    private static boolean hasRow(Table table, String label) {
        return table.rows().stream().anyMatch(row -> row.cells().getFirst().equals(Value.words(label)));
    }

    private static Table asTable(Bars bars) {
        return new Table(
                bars.title(),
                Optional.empty(),
                List.of("", "Nombre"),
                bars.bars().stream()
                        .map(bar -> Row.of(Value.words(bar.label()), bar.value()))
                        .toList(),
                Optional.empty());
    }

    /** Hours down and days across, so that it fits a telephone; hours without a call are left out. */
    private static Table asTable(HeatMap map) {
        List<String> columns = new ArrayList<>(List.of(""));
        map.rows().forEach(day -> columns.add(day.substring(0, Math.min(3, day.length()))));
        return new Table(
                map.title(),
                Optional.empty(),
                columns,
                IntStream.range(0, Chart.HOURS)
                        .filter(hour -> map.cells().stream().anyMatch(day -> Chart.number(day.get(hour)) != 0))
                        .mapToObj(hour -> hourRow(map, hour))
                        .toList(),
                Optional.empty());
    }

    private static Row hourRow(HeatMap map, int hour) {
        List<Value> cells = new ArrayList<>(List.of(Value.words(hour + " h")));
        map.cells().forEach(day -> cells.add(day.get(hour)));
        return Row.of(cells.toArray(Value[]::new));
    }

    private Grid grid(Table table) {
        List<Boolean> numbers = IntStream.range(0, table.columns().size())
                .mapToObj(column -> column > 0
                        && !table.rows().isEmpty()
                        && table.rows().stream()
                                .allMatch(row -> isNumber(row.cells().get(column))))
                .toList();
        List<Head> heads = IntStream.range(0, table.columns().size())
                .mapToObj(column -> new Head(Typography.typeset(table.columns().get(column)), numbers.get(column)))
                .toList();
        List<Line> lines =
                table.rows().stream().map(row -> line(table, row, numbers)).toList();
        List<Cell> total = table.total()
                .map(values -> IntStream.range(0, values.size())
                        .mapToObj(column -> new Cell(ValueText.of(values.get(column)), numbers.get(column), ""))
                        .toList())
                .orElse(List.of());
        return new Grid(Typography.typeset(table.title()), heads, lines, total);
    }

    private static long wordColumns(Table table) {
        return IntStream.range(0, table.columns().size())
                .filter(column -> table.rows().stream()
                        .anyMatch(row -> !isNumber(row.cells().get(column))))
                .count();
    }

    private Line line(Table table, Row row, List<Boolean> numbers) {
        List<Cell> cells = IntStream.range(0, row.cells().size())
                .mapToObj(column -> new Cell(
                        ValueText.of(row.cells().get(column)),
                        numbers.get(column),
                        whereCounted.link(table, row, column)))
                .toList();
        return new Line(cells.getFirst(), cells.subList(1, cells.size()));
    }

    private static boolean isNumber(Value value) {
        return !(value instanceof Value.Words) && !(value instanceof Value.Day);
    }
}
