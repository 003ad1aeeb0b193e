package fr.appui.indicators.render;

import fr.appui.french.Typography;
import fr.appui.indicators.report.Block;
import fr.appui.indicators.report.Definition;
import fr.appui.indicators.report.Printable;
import fr.appui.indicators.report.Section;
import fr.appui.indicators.report.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.apache.xmlbeans.XmlCursor;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/**
 * A printable document as a text document that a hospital goes on writing in: headings are headings, tables are tables. Charts are left
 * to the tables behind them.
 */
public final class PrintedDocx {

    private static final int SMALL = 8;
    private static final int TINY = 6;

    private final XWPFDocument document;
    private final XWPFParagraph end;

    private PrintedDocx(XWPFDocument document, XWPFParagraph end) {
        this.document = document;
        this.end = end;
    }

    public static byte[] render(Printable printable) {
        return render(printable, Optional.empty());
    }

    /** @param layout a sound {@link DocxLayout}; without one the document begins with its title */
    public static byte[] render(Printable printable, Optional<byte[]> layout) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XWPFDocument document = layout.isPresent() ? DocxLayout.open(layout.get()) : new XWPFDocument()) {
            XWPFParagraph end = layout.isPresent() ? DocxLayout.fill(document, printable) : document.createParagraph();
            document.getProperties().getCoreProperties().setTitle(printable.title() + " – " + printable.subject());
            var printed = new PrintedDocx(document, end);
            if (layout.isEmpty()) {
                printed.titles(printable);
            }
            printable.sections().forEach(printed::section);
            if (!printable.definitions().isEmpty()) {
                printed.definitions(printable.definitions());
            }
            document.removeBodyElement(document.getPosOfParagraph(end));
            document.write(bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bytes.toByteArray();
    }

    private void titles(Printable printable) {
        text(printable.title(), "Title");
        text(printable.subject(), "Subtitle");
        if (!printable.marking().isEmpty()) {
            text(printable.marking(), "").getRuns().getFirst().setBold(true);
        }
        printable.lines().forEach(line -> text(line, ""));
        printable.signatures().forEach(who -> text(who + " (nom, date et signature) :", ""));
    }

    private void section(Section section) {
        text(section.title(), "heading 1");
        List<Block> blocks = section.blocks();
        for (int at = 0; at < blocks.size(); at++) {
            switch (blocks.get(at)) {
                case Block.Paragraph paragraph -> text(paragraph.text(), "");
                case Block.Table table -> table(table);
                case Block.Bars bars -> {
                    if (at + 1 == blocks.size() || !(blocks.get(at + 1) instanceof Block.Table)) {
                        bars(bars);
                    }
                }
                case Block.HeatMap map -> heatMap(map);
            }
        }
    }

    private void table(Block.Table table) {
        text(table.title(), "heading 2");
        List<List<String>> lines = new ArrayList<>();
        table.rows()
                .forEach(
                        row -> lines.add(row.cells().stream().map(ValueText::of).toList()));
        boolean[] right = TableDrawing.alignments(table);
        XWPFTable drawn = grid(table.columns(), lines, right, SMALL);
        table.total()
                .ifPresent(total ->
                        row(drawn.createRow(), total.stream().map(ValueText::of).toList(), right, SMALL, true));
    }

    private void bars(Block.Bars bars) {
        text(bars.title(), "heading 2");
        grid(
                List.of("", "Nombre"),
                bars.bars().stream()
                        .map(bar -> List.of(Typography.typeset(bar.label()), ValueText.of(bar.value())))
                        .toList(),
                new boolean[] {false, true},
                SMALL);
    }

    private void heatMap(Block.HeatMap map) {
        text(map.title(), "heading 2");
        int hours = map.cells().getFirst().size();
        boolean[] right = new boolean[hours + 1];
        List<List<String>> lines = IntStream.range(0, map.rows().size())
                .mapToObj(at -> Stream.concat(
                                Stream.of(map.rows().get(at)),
                                map.cells().get(at).stream().map(PrintedDocx::orBlank))
                        .toList())
                .toList();
        grid(
                Stream.concat(Stream.of(""), IntStream.range(0, hours).mapToObj(hour -> hour + " h"))
                        .toList(),
                lines,
                right,
                TINY);
    }

    private static String orBlank(Value value) {
        return value instanceof Value.Count count && count.number() == 0 ? "" : ValueText.of(value);
    }

    private void definitions(List<Definition> definitions) {
        text("Annexe : définitions des indicateurs", "heading 1");
        definitions.forEach(definition -> {
            XWPFParagraph paragraph = text(definition.label() + " : ", "");
            paragraph.getRuns().getFirst().setBold(true);
            paragraph
                    .createRun()
                    .setText(Typography.typeset(definition.formula()
                            + (definition.excludes().startsWith("rien")
                                    ? "."
                                    : ". N’est pas compté : " + definition.excludes() + ".")));
        });
    }

    /** The first row is repeated on each page. */
    private XWPFTable grid(List<String> columns, List<List<String>> lines, boolean[] right, int size) {
        XWPFTable table;
        try (XmlCursor here = end.getCTP().newCursor()) {
            table = document.insertNewTbl(here);
        }
        table.setWidth("100%");
        XWPFTableRow header = table.getRow(0);
        while (header.getTableCells().size() < columns.size()) {
            header.addNewTableCell();
        }
        row(header, columns.stream().map(Typography::typeset).toList(), right, size, true);
        header.setRepeatHeader(true);
        lines.forEach(line -> row(table.createRow(), line, right, size, false));
        text("", "");
        return table;
    }

    private static void row(XWPFTableRow row, List<String> cells, boolean[] right, int size, boolean bold) {
        row.setCantSplitRow(true);
        for (int at = 0; at < cells.size(); at++) {
            XWPFParagraph paragraph = row.getCell(at).getParagraphs().getFirst();
            paragraph.setSpacingAfter(0);
            paragraph.setAlignment(right[at] ? ParagraphAlignment.RIGHT : ParagraphAlignment.LEFT);
            XWPFRun run = paragraph.createRun();
            run.setText(cells.get(at));
            run.setFontSize(size);
            run.setBold(bold);
        }
    }

    /** @param style by its English name, as Word keeps it in every language; empty for the usual one */
    private XWPFParagraph text(String text, String style) {
        XWPFParagraph paragraph;
        try (XmlCursor here = end.getCTP().newCursor()) {
            paragraph = document.insertNewParagraph(here);
        }
        if (!style.isEmpty()) {
            paragraph.setStyle(style(style));
        }
        paragraph.createRun().setText(Typography.typeset(text));
        return paragraph;
    }

    /** The document's own style of that name, or a plain one that says what it is. */
    private String style(String name) {
        XWPFStyles styles = document.createStyles();
        XWPFStyle known = styles.getStyleWithName(name);
        if (known != null) {
            return known.getStyleId();
        }
        CTStyle made = CTStyle.Factory.newInstance();
        made.setStyleId(name.replace(" ", ""));
        made.setType(STStyleType.PARAGRAPH);
        made.addNewName().setVal(name);
        made.addNewQFormat();
        var form = made.addNewRPr();
        form.addNewB();
        BigInteger halfPoints = BigInteger.valueOf(
                switch (name) {
                    case "Title" -> 52;
                    case "heading 1", "Subtitle" -> 34;
                    default -> 24;
                });
        form.addNewSz().setVal(halfPoints);
        form.addNewColor().setVal("0B5563");
        var place = made.addNewPPr();
        place.addNewKeepNext();
        if (name.startsWith("heading")) {
            place.addNewOutlineLvl().setVal(BigInteger.valueOf(name.endsWith("1") ? 0 : 1));
        }
        styles.addStyle(new XWPFStyle(made));
        return made.getStyleId();
    }
}
