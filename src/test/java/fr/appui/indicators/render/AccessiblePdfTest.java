package fr.appui.indicators.render;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.calendar.PerimeterHours;
import fr.appui.directory.PhoneNumber;
import fr.appui.indicators.kit.PosterText;
import fr.appui.indicators.report.Block;
import fr.appui.indicators.report.Block.Bar;
import fr.appui.indicators.report.Block.Row;
import fr.appui.indicators.report.Definition;
import fr.appui.indicators.report.Printable;
import fr.appui.indicators.report.Section;
import fr.appui.indicators.report.Value;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openpdf.text.Document;
import org.openpdf.text.Paragraph;
import org.openpdf.text.pdf.PdfWriter;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.TestAssertion.Status;

/** What is printed is PDF/UA-1 as veraPDF reads it: tags, headers of tables, alternative texts, order, fonts, language. */
class AccessiblePdfTest {

    private static final List<String> DAYS =
            List.of("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche");

    @BeforeAll
    static void wake() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @Test
    void aReportOfEveryKindOfBlockIsReadable() throws IOException, VeraPDFException {
        assertThat(broken(PrintedPdf.render(everyKind(), List.of(SampleLogo.png()))))
                .isEmpty();
    }

    @Test
    void thePosterAndTheCardsAreReadable() throws IOException, VeraPDFException {
        var poster = new PosterText(
                "Territoire de l’Oise",
                PhoneNumber.parse("03 44 00 11 24"),
                PerimeterHours.core(),
                true,
                Optional.of(PhoneNumber.parse("03 44 00 99 88")),
                Optional.of("appui@hopital-exemple.fr"),
                Optional.of("Centre hospitalier de l’Oise"));
        assertThat(broken(KitPdf.poster(poster, List.of(SampleLogo.png())))).isEmpty();
        assertThat(broken(KitPdf.cards(poster))).isEmpty();
    }

    /** The check can fail: a document that says nothing of itself. */
    @Test
    void aDocumentWithoutTagsIsFound() throws IOException, VeraPDFException {
        var bytes = new ByteArrayOutputStream();
        var document = new Document();
        PdfWriter.getInstance(document, bytes);
        document.open();
        document.add(new Paragraph("Bonjour"));
        document.close();
        assertThat(broken(bytes.toByteArray())).isNotEmpty();
    }

    private static List<String> broken(byte[] pdf) throws IOException, VeraPDFException {
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
                var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == Status.FAILED)
                    .map(AccessiblePdfTest::said)
                    .distinct()
                    .toList();
        }
    }

    private static String said(TestAssertion assertion) {
        return assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber() + " "
                + assertion.getMessage();
    }

    /** Long enough for a table to go on overleaf. */
    private static Printable everyKind() {
        List<Row> rows = IntStream.rangeClosed(1, 60)
                .mapToObj(number -> Row.of(Value.words("Structure " + number), Value.calls(number), Value.share(1, 4)))
                .toList();
        var table = new Block.Table(
                "Appels par structure",
                Optional.empty(),
                List.of("Structure", "Appels", "Part"),
                rows,
                Optional.of(List.of(Value.words("Total"), Value.calls(1830), Value.share(1, 1))));
        var bars = new Block.Bars("Appels par mois", false, List.of(new Bar("janvier", Value.calls(12)), masked()));
        var across = new Block.Bars("Appels par motif", true, List.of(new Bar("douleur", Value.calls(7)), masked()));
        var hours = new Block.HeatMap(
                "Appels par jour et heure",
                DAYS,
                Collections.nCopies(DAYS.size(), Collections.nCopies(24, Value.calls(3))));
        return new Printable(
                "Bilan d’essai",
                "Territoire de l’Oise",
                "Document complet",
                List.of("Appui territorial de soins palliatifs"),
                List.of("Pour l’établissement porteur", "Le médecin responsable"),
                "Bilan d’essai",
                List.of(
                        new Section(
                                "figures",
                                "Indicateurs",
                                List.of(new Block.Paragraph("Ce que l’année a compté."), table)),
                        new Section("charts", "Graphiques", List.of(bars, across, hours))),
                List.of(new Definition("calls", "Volume d’appels", "formule", "source", "exemple", "rien")));
    }

    private static Bar masked() {
        return new Bar("février", new Value.Masked());
    }
}
