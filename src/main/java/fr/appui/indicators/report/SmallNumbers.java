package fr.appui.indicators.report;

import fr.appui.indicators.report.Block.Bar;
import fr.appui.indicators.report.Block.Bars;
import fr.appui.indicators.report.Block.HeatMap;
import fr.appui.indicators.report.Block.Paragraph;
import fr.appui.indicators.report.Block.Row;
import fr.appui.indicators.report.Block.Table;
import fr.appui.indicators.report.Value.Count;
import fr.appui.indicators.report.Value.Masked;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Masks counts of calls from one to four, which may point at a person. Where a column has a total and only one count is
 * masked, the next smallest goes too: otherwise a subtraction would give it back. Shares and changes on a masked row go with
 * it, as do the charts' bars. Zero is no person and stays.
 */
public final class SmallNumbers {

    private static final long THRESHOLD = 5;
    private static final Value MASKED = new Masked();

    private SmallNumbers() {}

    public static AnnualReport masked(AnnualReport report) {
        return report.withSections(report.sections().stream()
                .map(section -> new Section(
                        section.code(),
                        section.title(),
                        section.blocks().stream().map(SmallNumbers::masked).toList()))
                .toList());
    }

    private static Block masked(Block block) {
        return switch (block) {
            case Paragraph paragraph -> paragraph;
            case Table table -> masked(table);
            case Bars bars -> masked(bars);
            case HeatMap heatMap ->
                new HeatMap(
                        heatMap.title(),
                        heatMap.rows(),
                        heatMap.cells().stream()
                                .map(row ->
                                        row.stream().map(SmallNumbers::alone).toList())
                                .toList());
        };
    }

    private static Table masked(Table table) {
        List<List<Value>> cells = new ArrayList<>(table.rows().stream()
                .map(row -> (List<Value>) new ArrayList<>(row.cells()))
                .toList());
        for (int column = 0; column < table.columns().size(); column++) {
            maskColumn(cells, column, table.total().isPresent());
        }
        List<Row> rows = IntStream.range(0, cells.size())
                .mapToObj(i -> new Row(table.rows().get(i).bucket(), withoutRatios(cells.get(i))))
                .toList();
        return new Table(table.title(), table.indicator(), table.columns(), rows, table.total());
    }

    private static Bars masked(Bars bars) {
        List<List<Value>> cells = new ArrayList<>(bars.bars().stream()
                .map(bar -> (List<Value>) new ArrayList<>(List.of(bar.value())))
                .toList());
        maskColumn(cells, 0, true);
        return new Bars(
                bars.title(),
                bars.horizontal(),
                IntStream.range(0, cells.size())
                        .mapToObj(i ->
                                new Bar(bars.bars().get(i).label(), cells.get(i).getFirst()))
                        .toList());
    }

    private static void maskColumn(List<List<Value>> rows, int column, boolean addsUp) {
        List<Integer> small = IntStream.range(0, rows.size())
                .filter(i -> isSmall(rows.get(i).get(column)))
                .boxed()
                .toList();
        small.forEach(i -> rows.get(i).set(column, MASKED));
        if (addsUp && small.size() == 1) {
            IntStream.range(0, rows.size())
                    .filter(i ->
                            rows.get(i).get(column) instanceof Count count && count.ofPeople() && count.number() > 0)
                    .boxed()
                    .min(Comparator.comparingLong(i -> ((Count) rows.get(i).get(column)).number()))
                    .ifPresent(i -> rows.get(i).set(column, MASKED));
        }
    }

    /** A share of a known total gives the count back. */
    private static List<Value> withoutRatios(List<Value> cells) {
        boolean masked = cells.contains(MASKED);
        return cells.stream()
                .map(cell -> masked && (cell instanceof Value.Share || cell instanceof Value.Change) ? MASKED : cell)
                .toList();
    }

    private static Value alone(Value value) {
        return isSmall(value) ? MASKED : value;
    }

    private static boolean isSmall(Value value) {
        return value instanceof Count count && count.ofPeople() && count.number() > 0 && count.number() < THRESHOLD;
    }
}
