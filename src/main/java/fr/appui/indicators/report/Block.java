package fr.appui.indicators.report;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Optional;

/** One piece of a section. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Block.Paragraph.class, name = "paragraph"),
    @JsonSubTypes.Type(value = Block.Table.class, name = "table"),
    @JsonSubTypes.Type(value = Block.Bars.class, name = "bars"),
    @JsonSubTypes.Type(value = Block.HeatMap.class, name = "heat-map")
})
public sealed interface Block {

    record Paragraph(String text) implements Block {}

    /**
     * @param indicator the code under which the API lists what these figures counted; empty when they count nothing
     * @param total printed apart, below; empty when rows do not add up
     */
    record Table(
            String title, Optional<String> indicator, List<String> columns, List<Row> rows, Optional<List<Value>> total)
            implements Block {

        /** How the row of a sum within a table begins. */
        static final String SUM_OF = "Total ";

        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            total = total.map(List::copyOf);
            for (Row row : rows) {
                if (row.cells().size() != columns.size()) {
                    throw new IllegalArgumentException("tableau « " + title + " » : "
                            + row.cells().size() + " cellules pour " + columns.size() + " colonnes");
                }
            }
        }

        /** Whether its rows are added up in parts before the whole is: a statement. */
        public boolean hasSums() {
            return rows.stream()
                    .anyMatch(row ->
                            row.cells().getFirst() instanceof Value.Words(String text) && text.startsWith(SUM_OF));
        }
    }

    /**
     * @param bucket of the table's indicator; {@code indicator:bucket} where rows have different ones, {@code
     *     indicator:YES|NO} where each figure of the row has its own; {@code territory:code} for a territory's row
     */
    record Row(Optional<String> bucket, List<Value> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        public static Row of(Value... cells) {
            return new Row(Optional.empty(), List.of(cells));
        }

        public static Row of(String bucket, Value... cells) {
            return new Row(Optional.of(bucket), List.of(cells));
        }
    }

    /** @param horizontal for long labels */
    record Bars(String title, boolean horizontal, List<Bar> bars) implements Block {
        public Bars {
            bars = List.copyOf(bars);
        }
    }

    /** @param value a count, or masked */
    record Bar(String label, Value value) {}

    /** Seven rows of twenty-four hours, Monday first. */
    record HeatMap(String title, List<String> rows, List<List<Value>> cells) implements Block {
        public HeatMap {
            rows = List.copyOf(rows);
            cells = cells.stream().map(List::copyOf).toList();
        }
    }
}
