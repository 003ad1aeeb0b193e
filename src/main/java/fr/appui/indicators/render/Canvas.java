package fr.appui.indicators.render;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfBoolean;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfDestination;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfOutline;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfStructureElement;
import org.openpdf.text.pdf.PdfStructureTreeRoot;
import org.openpdf.text.pdf.PdfWriter;
import org.openpdf.text.xml.xmp.XmpWriter;

/**
 * An A4 document filled from top to bottom. Whatever is written says what it is (heading, paragraph, cell, figure), so that
 * a screen reader can follow; what is only decoration is marked as such.
 */
final class Canvas {

    static final float MARGIN = 56;
    private static final float FOOTER = 40;
    private static final float LEADING = 1.32f;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Document document;
    private final PdfWriter writer;
    private final PdfContentByte content;
    private final PdfStructureElement root;
    private final String footer;
    private float y;
    private boolean footed;

    /** How far down each page was written on that what follows did not fit on. */
    private final List<Float> filled = new ArrayList<>();

    /** @param footer printed with the page number on every page but the first; empty for none */
    Canvas(String title, String subject, String footer) {
        this.footer = footer;
        document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
        writer = PdfWriter.getInstance(document, bytes);
        writer.setPdfVersion(PdfWriter.VERSION_1_7);
        writer.setTagged();
        writer.setViewerPreferences(PdfWriter.PageModeUseOutlines);
        writer.addViewerPreference(PdfName.DISPLAYDOCTITLE, PdfBoolean.PDFTRUE);
        document.addTitle(title);
        document.addSubject(subject);
        document.addCreator("Appui");
        document.setDocumentLanguage("fr-FR");
        writer.setXmpMetadata(metadata(writer.getInfo()));
        document.open();
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString("fr-FR"));
        content = writer.getDirectContent();
        PdfStructureTreeRoot tree = writer.getStructureTreeRoot();
        root = new PdfStructureElement(tree, new PdfName("Document"));
        y = top();
    }

    /** Those of the document, and that it is made to be read by everybody (PDF/UA-1). */
    private static byte[] metadata(PdfDictionary info) {
        var told = new ByteArrayOutputStream();
        try (var xmp = new XmpWriter(told, info, PdfWriter.PDFXNONE)) {
            xmp.addRdfDescription(
                    "xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"", "<pdfuaid:part>1</pdfuaid:part>");
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return told.toByteArray();
    }

    float left() {
        return MARGIN;
    }

    float width() {
        return PageSize.A4.getWidth() - 2 * MARGIN;
    }

    float y() {
        return y;
    }

    int page() {
        return writer.getPageNumber();
    }

    void moveTo(float newY) {
        y = newY;
    }

    void space(float height) {
        y -= height;
    }

    /** Goes to a new page unless this much is left on the current one. */
    void need(float height) {
        if (y - height < bottom()) {
            filled.add((top() - y) / (top() - bottom()));
            newPage();
        }
    }

    List<Float> filled() {
        return List.copyOf(filled);
    }

    void newPage() {
        foot();
        document.newPage();
        footed = false;
        y = top();
    }

    /** @param level 1 or 2; both are bookmarked */
    void heading(int level, String text) {
        float size = level == 1 ? 18 : 12;
        need(size * 6);
        space(level == 1 ? 4 : 12);
        bookmark(level, text);
        write(text, "H" + level, Style.bold(size, Style.ACCENT));
        space(level == 1 ? 8 : 4);
    }

    void paragraph(String text, Font font) {
        write(text, "P", font);
    }

    /** One block of text over the whole width, kept on one page. */
    private void write(String text, String role, Font font) {
        float height = heightOf(text, font, width());
        need(height);
        tagged(child(root, role), () -> draw(text, font, left(), y, width(), Element.ALIGN_LEFT));
        y -= height;
    }

    /** A drawing with a description for those who do not see it; the origin is its lower left corner. */
    void figure(String description, float height, Consumer<PdfContentByte> drawing) {
        need(height);
        y -= height;
        PdfStructureElement figure = child(root, "Figure");
        figure.put(new PdfName("Alt"), new PdfString(description, "UnicodeBig"));
        tagged(figure, () -> {
            content.saveState();
            drawing.accept(content);
            content.restoreState();
        });
    }

    /** Lines and backgrounds, which mean nothing by themselves. */
    void decorate(Consumer<PdfContentByte> drawing) {
        content.beginMarkedContentSequence(new PdfName("Artifact"));
        content.saveState();
        drawing.accept(content);
        content.restoreState();
        content.endMarkedContentSequence();
    }

    void hairline(float atY, Color color) {
        decorate(page -> {
            page.setLineWidth(0.5f);
            page.setColorStroke(color);
            page.moveTo(left(), atY);
            page.lineTo(left() + width(), atY);
            page.stroke();
        });
    }

    PdfStructureElement root() {
        return root;
    }

    /** What a page can hold. */
    float wholePage() {
        return top() - bottom();
    }

    PdfStructureElement element(String role) {
        return child(root, role);
    }

    static PdfStructureElement child(PdfStructureElement parent, String role) {
        return new PdfStructureElement(parent, new PdfName(role));
    }

    /** Text of one element at a place of its own. @param topY of its first line's top */
    void textIn(PdfStructureElement element, String text, Font font, Box box) {
        tagged(element, () -> draw(text, font, box.x(), box.top(), box.width(), box.alignment()));
    }

    /** A header of a column or of a row: which of the two, whoever hears the table is told. */
    static PdfStructureElement header(PdfStructureElement row, String scope) {
        PdfStructureElement header = child(row, "TH");
        var attributes = new PdfDictionary();
        attributes.put(PdfName.O, new PdfName("Table"));
        attributes.put(new PdfName("Scope"), new PdfName(scope));
        header.put(PdfName.A, attributes);
        return header;
    }

    record Box(float x, float top, float width, int alignment) {}

    float heightOf(String text, Font font, float inWidth) {
        ColumnText column = column(text, font, 0, 10_000, inWidth, Element.ALIGN_LEFT);
        column.go(true);
        return 10_000 - column.getYLine() + font.getSize() * 0.18f;
    }

    byte[] close() {
        foot();
        document.close();
        return bytes.toByteArray();
    }

    private void draw(String text, Font font, float x, float topY, float inWidth, int alignment) {
        column(text, font, x, topY, inWidth, alignment).go();
    }

    private ColumnText column(String text, Font font, float x, float topY, float inWidth, int alignment) {
        ColumnText column = new ColumnText(content);
        column.setSimpleColumn(
                new Phrase(font.getSize() * LEADING, text, font),
                x,
                topY - 9_999,
                x + inWidth,
                topY,
                font.getSize() * LEADING,
                alignment);
        return column;
    }

    private void tagged(PdfStructureElement element, Runnable drawing) {
        content.beginMarkedContentSequence(element);
        drawing.run();
        content.endMarkedContentSequence();
    }

    private void bookmark(int level, String text) {
        PdfOutline parent = writer.getRootOutline();
        if (level > 1) {
            List<PdfOutline> chapters = parent.getKids();
            parent = chapters.isEmpty() ? parent : chapters.getLast();
        }
        new PdfOutline(parent, new PdfDestination(PdfDestination.FITH, y), text, level == 1);
    }

    private void foot() {
        if (footed || footer.isEmpty() || page() < 2) {
            return;
        }
        footed = true;
        Font font = Style.regular(8, Style.MUTED);
        decorate(page -> {
            draw(footer, font, left(), FOOTER, width(), Element.ALIGN_LEFT);
            draw("page " + page(), font, left(), FOOTER, width(), Element.ALIGN_RIGHT);
        });
    }

    private static float top() {
        return PageSize.A4.getHeight() - MARGIN;
    }

    private static float bottom() {
        return MARGIN;
    }

    static Rectangle page(float width, float height) {
        return new Rectangle(width, height);
    }
}
