package fr.appui.indicators.render;

import fr.appui.indicators.report.Printable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBr;

/**
 * A region's text document that gives a report its form: its pages, fonts, headers and logos stay, what stands in braces is filled in,
 * and the sections go where {@code {contenu}} stands.
 */
public final class DocxLayout {

    static final String CONTENT = "contenu";

    private static final Pattern FIELD = Pattern.compile("\\{([^{}]{1,40})}");
    private static final List<String> FIELDS = List.of("titre", "sujet", "mention", "lignes", "signataires", CONTENT);

    private static final Pattern RUNS = Pattern.compile("macro|vba|oleObject|activeX", Pattern.CASE_INSENSITIVE);

    private static final int MOST_UNFOLDED = 20_000_000;
    private static final int MOST_PARTS = 300;

    private DocxLayout() {}

    /** What must be mended before it serves, in French, each with its paragraph; empty for a sound one. */
    public static List<String> faults(byte[] docx) {
        try (XWPFDocument document = open(docx)) {
            List<String> faults = new ArrayList<>();
            List<XWPFParagraph> paragraphs = document.getParagraphs();
            int contents = 0;
            for (int at = 0; at < paragraphs.size(); at++) {
                Matcher field = FIELD.matcher(paragraphs.get(at).getText());
                while (field.find()) {
                    if (paragraphs.get(at).getRuns().isEmpty()) {
                        faults.add("paragraphe " + (at + 1) + " : écrire le champ hors d’un contrôle de contenu");
                    }
                    if (!FIELDS.contains(field.group(1))) {
                        faults.add("paragraphe " + (at + 1) + " : « {" + field.group(1)
                                + "} » est inconnu ; choisir parmi {" + String.join("}, {", FIELDS) + "}");
                    }
                    contents += field.group(1).equals(CONTENT) ? 1 : 0;
                }
            }
            if (contents != 1) {
                faults.add("écrire {contenu} une fois, seul dans son paragraphe, là où vont les rubriques");
            }
            faults.addAll(foreign(document));
            return faults.stream().distinct().toList();
        } catch (IOException | InvalidFormatException | RuntimeException unreadable) {
            return List.of("ce n’est pas un document .docx lisible ; l’enregistrer de nouveau au format .docx");
        }
    }

    /** What a reader's machine would run or fetch on opening the reports that this gives its form to. */
    private static List<String> foreign(XWPFDocument document) throws InvalidFormatException {
        List<String> faults = new ArrayList<>();
        for (PackagePart part : document.getPackage().getParts()) {
            if (RUNS.matcher(part.getContentType()).find()) {
                faults.add("le document contient des macros ou un objet ; l’enregistrer en .docx sans eux");
            }
            if (!part.isRelationshipPart()) {
                for (PackageRelationship to : part.getRelationships()) {
                    if (to.getTargetMode() == TargetMode.EXTERNAL
                            && !to.getRelationshipType().endsWith("/hyperlink")) {
                        faults.add("le document renvoie à un fichier extérieur (modèle, image liée) ; l’incorporer ou"
                                + " l’enlever");
                    }
                }
            }
        }
        return faults;
    }

    static XWPFDocument open(byte[] docx) throws IOException {
        requireSmallUnfolded(docx);
        return new XWPFDocument(new ByteArrayInputStream(docx));
    }

    /** A small archive may unfold to more than the memory of a process that answers calls. */
    private static void requireSmallUnfolded(byte[] docx) throws IOException {
        byte[] some = new byte[8192];
        long unfolded = 0;
        int parts = 0;
        try (var archive = new ZipInputStream(new ByteArrayInputStream(docx))) {
            while (archive.getNextEntry() != null) {
                parts++;
                for (int read = archive.read(some); read >= 0; read = archive.read(some)) {
                    unfolded += read;
                    if (unfolded > MOST_UNFOLDED || parts > MOST_PARTS) {
                        throw new IOException("the document unfolds too far");
                    }
                }
            }
        }
    }

    /** Fills in what stands in braces. @return the paragraph before which the sections go */
    static XWPFParagraph fill(XWPFDocument document, Printable printable) {
        Map<String, String> values = Map.of(
                "titre", printable.title(),
                "sujet", printable.subject(),
                "mention", printable.marking(),
                "lignes", String.join("\n", printable.lines()),
                "signataires", String.join("\n", printable.signatures()));
        XWPFParagraph content = document.getParagraphs().stream()
                .filter(paragraph -> paragraph.getText().contains("{" + CONTENT + "}"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a layout without {contenu}"));
        document.getParagraphs().stream()
                .filter(paragraph -> paragraph != content)
                .filter(paragraph -> FIELD.matcher(paragraph.getText()).find())
                .forEach(paragraph -> fill(paragraph, values));
        return content;
    }

    /** Word cuts a text into runs where it likes: the first one takes the whole, with its form. */
    private static void fill(XWPFParagraph paragraph, Map<String, String> values) {
        String whole = FIELD.matcher(paragraph.getText())
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
        while (paragraph.getRuns().size() > 1) {
            paragraph.removeRun(paragraph.getRuns().size() - 1);
        }
        XWPFRun run = paragraph.getRuns().getFirst();
        for (int text = run.getCTR().sizeOfTArray() - 1; text > 0; text--) {
            run.getCTR().removeT(text);
        }
        run.getCTR().setBrArray(new CTBr[0]);
        List<String> lines = whole.lines().toList();
        run.setText(lines.isEmpty() ? "" : lines.getFirst(), 0);
        lines.stream().skip(1).forEach(line -> {
            run.addBreak();
            run.setText(line);
        });
    }
}
