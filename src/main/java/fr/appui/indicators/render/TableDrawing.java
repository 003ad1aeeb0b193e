package fr.appui.indicators.render;

import fr.appui.french.Typography;
import fr.appui.indicators.report.Block.Row;
import fr.appui.indicators.report.Block.Table;
import fr.appui.indicators.report.Value;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.pdf.PdfStructureElement;

/** One table on a canvas: widths from its content, the header repeated on each page, every cell tagged. */
final class TableDrawing {

    private static final float SIZE = 8.5f;
    private static final float PADDING = 2.6f;

    /** So many last rows stay on one page. */
    private static final int TOGETHER = 3;

    private static final Font CELL = Style.regular(SIZE, Style.INK);
    private static final Font HEADER = Style.bold(SIZE, Style.ACCENT);
    private static final Font TOTAL = Style.bold(SIZE, Style.INK);

    private final Canvas canvas;
    private final Table table;
    private final float[] widths;
    private final boolean[] rightAligned;
    private final PdfStructureElement element;

    /** @param drawn otherwise it is only measured, and leaves no trace in the document's structure */
    private TableDrawing(Canvas canvas, Table table, boolean drawn) {
        this.canvas = canvas;
        this.table = table;
        this.rightAligned = alignments(table);
        this.widths = widths(table, canvas.width());
        this.element = drawn ? canvas.element("Table") : canvas.root();
    }

    static void draw(Canvas canvas, Table table) {
        TableDrawing drawing = new TableDrawing(canvas, table, true);
        canvas.need(Math.min(height(canvas, table), drawing.heightOf(drawing.header(), HEADER) + 60));
        drawing.headerRow();
        List<String> total = table.total()
                .map(values -> values.stream().map(ValueText::of).toList())
                .orElse(List.of());
        float last = total.isEmpty() ? 0 : drawing.heightOf(total, TOTAL);
        int rows = table.rows().size();
        for (int at = 0; at < rows; at++) {
            // a total and one or two last rows do not stand alone overleaf
            float following = at < rows - TOGETHER
                    ? 0
                    : last
                            + (float) IntStream.range(at + 1, rows)
                                    .mapToDouble(next -> drawing.heightOf(cells(table, next), CELL))
                                    .sum();
            drawing.rowWithHeader(cells(table, at), CELL, following);
        }
        if (!total.isEmpty()) {
            drawing.rowWithHeader(total, TOTAL, 0);
        }
        canvas.space(10);
    }

    private static List<String> cells(Table table, int row) {
        return table.rows().get(row).cells().stream().map(ValueText::of).toList();
    }

    /** The table with its header and total. */
    static float height(Canvas canvas, Table table) {
        TableDrawing drawing = new TableDrawing(canvas, table, false);
        float height = drawing.heightOf(drawing.header(), HEADER);
        for (Row row : table.rows()) {
            height += drawing.heightOf(row.cells().stream().map(ValueText::of).toList(), CELL);
        }
        return height
                + table.total()
                        .map(total -> drawing.heightOf(
                                total.stream().map(ValueText::of).toList(), TOTAL))
                        .orElse(0f);
    }

    private List<String> header() {
        return table.columns().stream().map(Typography::typeset).toList();
    }

    /** @param following what must stand on the same page below it */
    private void rowWithHeader(List<String> cells, Font font, float following) {
        int page = canvas.page();
        canvas.need(heightOf(cells, font) + following);
        if (canvas.page() != page) {
            headerRow();
        }
        row(cells, font, (row, column) -> column == 0 ? Canvas.header(row, "Row") : Canvas.child(row, "TD"));
    }

    private void headerRow() {
        List<String> cells = header();
        float height = heightOf(cells, HEADER);
        float top = canvas.y();
        canvas.decorate(page -> {
            page.setColorFill(Style.HEADER_BACKGROUND);
            page.rectangle(canvas.left(), top - height, canvas.width(), height);
            page.fill();
        });
        row(cells, HEADER, (row, column) -> Canvas.header(row, "Column"));
    }

    /** What a cell of a row is for who hears the table, by its column. */
    private interface CellRole {
        PdfStructureElement in(PdfStructureElement row, int column);
    }

    private void row(List<String> cells, Font font, CellRole role) {
        float height = heightOf(cells, font);
        float top = canvas.y();
        PdfStructureElement row = Canvas.child(element, "TR");
        float x = canvas.left();
        for (int i = 0; i < cells.size(); i++) {
            var box = new Canvas.Box(
                    x + PADDING,
                    top - PADDING + 0.6f,
                    widths[i] - 2 * PADDING,
                    rightAligned[i] ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT);
            canvas.textIn(role.in(row, i), cells.get(i), font, box);
            x += widths[i];
        }
        canvas.moveTo(top - height);
        canvas.hairline(top - height, Style.HAIRLINE);
    }

    private float heightOf(List<String> cells, Font font) {
        return 2 * PADDING
                + (float) IntStream.range(0, cells.size())
                        .mapToDouble(i -> canvas.heightOf(cells.get(i), font, widths[i] - 2 * PADDING))
                        .max()
                        .orElse(SIZE);
    }

    /** Which columns stand to the right: those of figures. */
    static boolean[] alignments(Table table) {
        boolean[] right = new boolean[table.columns().size()];
        for (int i = 0; i < right.length; i++) {
            int column = i;
            List<Boolean> told = table.rows().stream()
                    .map(row -> row.cells().get(column))
                    .filter(value -> !(value instanceof Value.Missing))
                    .map(TableDrawing::isNumber)
                    .toList();
            right[i] = told.stream().filter(number -> number).count() * 2 >= told.size();
        }
        return right;
    }

    private static boolean isNumber(Value value) {
        return switch (value) {
            case Value.Words words -> false;
            case Value.Day day -> false;
            case Value.Count count -> true;
            case Value.Amount amount -> true;
            case Value.Share share -> true;
            case Value.Change change -> true;
            case Value.Decimal decimal -> true;
            case Value.Time time -> true;
            case Value.Masked masked -> true;
            case Value.Missing missing -> true;
        };
    }

    /**
     * Each column as wide as its longest word at least, the rest shared after what they would like. Where room is short a header that
     * breaks into lines leaves it to names and figures, which every row repeats.
     */
    private static float[] widths(Table table, float available) {
        int columns = table.columns().size();
        float[] least = new float[columns];
        float[] headers = new float[columns];
        float[] wished = new float[columns];
        for (int i = 0; i < columns; i++) {
            int column = i;
            String header = Typography.typeset(table.columns().get(column));
            List<String> cells = Stream.concat(table.rows().stream().map(Row::cells), table.total().stream())
                    .map(values -> ValueText.of(values.get(column)))
                    .toList();
            headers[i] = width(header);
            wished[i] = widest(cells.stream());
            least[i] = widest(
                    Stream.concat(Stream.of(header), cells.stream()).flatMap(text -> Stream.of(text.split(" ", -1))));
        }
        float[] whole = new float[columns];
        for (int i = 0; i < columns; i++) {
            whole[i] = Math.max(wished[i], headers[i]);
            wished[i] = Math.max(wished[i], least[i]);
        }
        return share(least, sum(whole) <= available ? whole : wished, available);
    }

    private static float widest(Stream<String> texts) {
        return (float) texts.mapToDouble(TableDrawing::width).max().orElse(0);
    }

    private static float[] share(float[] least, float[] wished, float available) {
        float leastSum = sum(least);
        float extraWished = Math.max(1, sum(wished) - leastSum);
        float extra = Math.max(0, available - leastSum);
        float[] widths = new float[least.length];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = least[i] + extra * (wished[i] - least[i]) / extraWished;
        }
        float scale = available / sum(widths);
        for (int i = 0; i < widths.length; i++) {
            widths[i] *= scale;
        }
        return widths;
    }

    private static float width(String text) {
        return HEADER.getBaseFont().getWidthPoint(text, SIZE) + 2 * PADDING + 8;
    }

    private static float sum(float[] values) {
        float sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }
}
