package fr.appui.indicators.render;

import fr.appui.french.Typography;
import fr.appui.indicators.report.Block;
import fr.appui.indicators.report.Definition;
import fr.appui.indicators.report.Printable;
import fr.appui.indicators.report.Section;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.pdf.PdfStructureElement;

/** A printable document as PDF: title page with a table of contents, sections, definitions as annex. */
public final class PrintedPdf {

    private static final String ANNEX = "Annexe : définitions des indicateurs";
    private static final float HEADING = 52;
    private static final float TITLE = 36;
    private static final float LEAST = 132;
    private static final float GUTTER = 24;

    /** What stands above the signatures ends here. */
    private static final float SIGNATURES = 194;

    private static final float LINE = 18;
    private static final float CLOSE = 14.5f;
    private static final float AIR = 14;

    private static final Font TEXT = Style.regular(9.5f, Style.INK);

    private final Printable printable;
    private final Map<String, Integer> pages;
    private final Map<String, Integer> found = new LinkedHashMap<>();

    private List<Float> filled = List.of();

    private final List<byte[]> logos;

    private PrintedPdf(Printable printable, List<byte[]> logos, Map<String, Integer> pages) {
        this.printable = printable;
        this.logos = logos;
        this.pages = pages;
    }

    public static byte[] render(Printable printable) {
        return render(printable, List.of());
    }

    /**
     * Rendered twice: the page numbers that the first pass finds are printed by the second.
     *
     * @param logos of the title page, PNG or JPEG
     */
    public static byte[] render(Printable printable, List<byte[]> logos) {
        PrintedPdf first = new PrintedPdf(printable, logos, Map.of());
        first.pass();
        return new PrintedPdf(printable, logos, first.found).pass();
    }

    /** Of each page that the text goes on after, how much of it is written on. */
    static List<Float> filled(Printable printable) {
        PrintedPdf only = new PrintedPdf(printable, List.of(), Map.of());
        only.pass();
        return only.filled;
    }

    private byte[] pass() {
        Canvas canvas = new Canvas(
                Typography.typeset(printable.title() + " – " + printable.subject()),
                Typography.typeset(printable.subject()),
                Typography.typeset(printable.footer()));
        titlePage(canvas);
        for (Section section : printable.sections()) {
            startOf(section, canvas);
            found.put(section.title(), canvas.page());
            section(canvas, section);
        }
        if (!printable.definitions().isEmpty()) {
            canvas.space(18);
            canvas.need(canvas.wholePage() * 0.4f);
            found.put(ANNEX, canvas.page());
            annex(canvas);
        }
        filled = canvas.filled();
        return canvas.close();
    }

    /** The first section has a page to itself; the next ones go on where there is room. */
    private void startOf(Section section, Canvas canvas) {
        if (section.equals(printable.sections().getFirst())) {
            canvas.newPage();
        } else {
            canvas.space(18);
            // a heading does not stand alone at the foot of a page
            canvas.need(HEADING
                    + section.blocks().stream()
                            .findFirst()
                            .map(block -> roomFor(canvas, block))
                            .orElse(0f));
        }
    }

    private void titlePage(Canvas canvas) {
        canvas.decorate(page -> {
            page.setColorFill(Style.ACCENT);
            page.rectangle(0, 742, 596, 100);
            page.fill();
        });
        if (logos.isEmpty()) {
            canvas.moveTo(690);
        } else {
            Logos.draw(canvas, logos, 680);
            canvas.moveTo(650);
        }
        canvas.paragraph(Typography.typeset(printable.title()), Style.bold(26, Style.ACCENT));
        canvas.space(6);
        canvas.paragraph(Typography.typeset(printable.subject()), Style.bold(16, Style.INK));
        if (!printable.marking().isEmpty()) {
            canvas.space(8);
            canvas.paragraph(Typography.typeset(printable.marking()), Style.bold(11, Style.INK));
        }
        canvas.space(14);
        for (String line : printable.lines()) {
            canvas.paragraph(Typography.typeset(line), Style.regular(10.5f, Style.INK));
            canvas.space(3);
        }
        canvas.space(18);
        contents(canvas);
        if (!printable.signatures().isEmpty()) {
            if (canvas.y() < SIGNATURES) {
                canvas.newPage();
            }
            signature(canvas);
        }
    }

    private void contents(Canvas canvas) {
        if (printable.sections().size() < 2) {
            return;
        }
        canvas.paragraph("Sommaire", Style.bold(12, Style.ACCENT));
        canvas.space(4);
        var list = canvas.element("TOC");
        float line = lineHeight(canvas);
        printable.sections().forEach(section -> contentsLine(canvas, list, section.title(), line));
        if (!printable.definitions().isEmpty()) {
            contentsLine(canvas, list, ANNEX, line);
        }
    }

    /** Closer together where that leaves room to sign below: a page for the signatures alone is a last resort. */
    private float lineHeight(Canvas canvas) {
        int lines = printable.sections().size() + (printable.definitions().isEmpty() ? 0 : 1);
        float room = (canvas.y() - SIGNATURES - AIR) / lines;
        return !printable.signatures().isEmpty() && room < LINE && room >= CLOSE ? room : LINE;
    }

    private void contentsLine(Canvas canvas, PdfStructureElement list, String title, float height) {
        Font font = Style.regular(10.5f, Style.INK);
        canvas.need(height);
        float top = canvas.y();
        String page = pages.containsKey(title) ? String.valueOf(pages.get(title)) : "";
        var line = Canvas.child(list, "TOCI");
        canvas.textIn(
                Canvas.child(line, "Reference"),
                Typography.typeset(title),
                font,
                new Canvas.Box(canvas.left(), top, canvas.width() - 40, Element.ALIGN_LEFT));
        canvas.textIn(
                Canvas.child(line, "Lbl"),
                page,
                font,
                new Canvas.Box(canvas.left(), top, canvas.width(), Element.ALIGN_RIGHT));
        canvas.space(height);
        canvas.hairline(canvas.y() + 1, Style.HAIRLINE);
    }

    /** Side by side, each with room to sign. */
    private void signature(Canvas canvas) {
        float width = (canvas.width() - GUTTER) / 2;
        for (int at = 0; at < printable.signatures().size(); at++) {
            float x = canvas.left() + at * (width + GUTTER);
            canvas.textIn(
                    canvas.element("P"),
                    Typography.typeset(printable.signatures().get(at)),
                    Style.bold(10, Style.INK),
                    new Canvas.Box(x, 190, width, Element.ALIGN_LEFT));
            canvas.textIn(
                    canvas.element("P"),
                    "Nom, date et signature" + "\u00A0:",
                    Style.regular(9.5f, Style.MUTED),
                    new Canvas.Box(x, 160, width, Element.ALIGN_LEFT));
            canvas.decorate(page -> {
                page.setLineWidth(0.7f);
                page.setColorStroke(Style.HAIRLINE);
                page.rectangle(x, 74, width, 66);
                page.stroke();
            });
        }
    }

    private static void section(Canvas canvas, Section section) {
        canvas.heading(1, Typography.typeset(section.title()));
        for (Block block : section.blocks()) {
            canvas.need(roomFor(canvas, block));
            switch (block) {
                case Block.Paragraph paragraph -> {
                    canvas.paragraph(Typography.typeset(paragraph.text()), TEXT);
                    canvas.space(8);
                }
                case Block.Table table -> {
                    canvas.heading(2, Typography.typeset(table.title()));
                    TableDrawing.draw(canvas, table);
                }
                case Block.Bars bars -> {
                    canvas.heading(2, Typography.typeset(bars.title()));
                    ChartDrawing.draw(canvas, bars);
                }
                case Block.HeatMap map -> {
                    canvas.heading(2, Typography.typeset(map.title()));
                    ChartDrawing.draw(canvas, map);
                }
            }
        }
    }

    private static float roomFor(Canvas canvas, Block block) {
        return switch (block) {
            case Block.Paragraph paragraph ->
                canvas.heightOf(Typography.typeset(paragraph.text()), TEXT, canvas.width());
            case Block.Table table -> roomFor(canvas, table);
            case Block.Bars bars -> chartHeight(canvas, bars);
            case Block.HeatMap map -> 230;
        };
    }

    /** A short table is kept whole, with its title; a longer one goes on overleaf. A sum of sums is read on one page. */
    private static float roomFor(Canvas canvas, Block.Table table) {
        float height = TableDrawing.height(canvas, table) + TITLE;
        float longest = table.hasSums() ? canvas.wholePage() / 2 : canvas.wholePage() / 5;
        return height < longest ? height : LEAST;
    }

    /** A chart is kept with its title. */
    private static float chartHeight(Canvas canvas, Block.Bars bars) {
        return (bars.horizontal() ? ChartDrawing.height(canvas, bars) : 150) + 50;
    }

    /** What is counted and what is not; sources and examples are in {@code docs/fr/indicateurs.md} and the workbook. */
    private void annex(Canvas canvas) {
        canvas.heading(1, ANNEX);
        for (Definition definition : printable.definitions()) {
            String excluded = definition.excludes().startsWith("rien")
                    ? ""
                    : " N’est pas compté : " + definition.excludes() + ".";
            canvas.need(36);
            canvas.paragraph(Typography.typeset(definition.label()), Style.bold(8, Style.ACCENT));
            canvas.paragraph(Typography.typeset(definition.formula() + "." + excluded), Style.regular(8, Style.INK));
            canvas.space(4);
        }
    }
}
