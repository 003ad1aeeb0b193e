package fr.appui.indicators.kit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.Agreement;
import fr.appui.directory.DateSpan;
import fr.appui.directory.Partners;
import fr.appui.indicators.render.PrintedPdf;
import fr.appui.indicators.report.Printable;
import fr.appui.indicators.report.SampleRegion;
import fr.appui.indicators.report.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

class AgreementPrintTest {

    private static final Path OUT = Path.of("target", "reports");
    private static final Partners OISE = SampleRegion.partners(4);
    private static final Agreement WITH_THE_CLINIC = OISE.agreements().getFirst();
    private static final LocalDate LAST = LocalDate.of(2027, 2, 28);

    /** The four things that doc 001 §4 wants said, the parties with their numbers, and who signs. */
    @Test
    void theDocumentSaysWhatTheCahierDesChargesAsks() throws IOException {
        Printable document =
                AgreementPrint.of(WITH_THE_CLINIC, AgreementTerms.USUAL, "Oise", finess -> "Hôpital " + finess);
        assertThat(document.sections())
                .extracting(Section::code)
                .containsExactly("host", "responsibilities", "organisation", "pay", "duration");
        byte[] pdf = PrintedPdf.render(document);
        Files.createDirectories(OUT);
        Files.write(OUT.resolve("agreement.pdf"), pdf);
        try (PdfReader reader = new PdfReader(pdf)) {
            StringBuilder text = new StringBuilder();
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                text.append(new PdfTextExtractor(reader).getTextFromPage(page));
            }
            assertThat(text.toString().replaceAll("[\\s\u00a0\u202f]+", " "))
                    .contains("L. 6134-1", WITH_THE_CLINIC.partner().value(), "sur service fait", "sans terme fixé")
                    .contains(WITH_THE_CLINIC.signatories().stream()
                            .map(signatory -> signatory.name() + ", " + signatory.role())
                            .toList());
        }
    }

    @Test
    void anAgreementThatEndsSoonIsToBeRenewedUnlessAnotherFollows() {
        Agreement ending = until(WITH_THE_CLINIC, WITH_THE_CLINIC.dates().from(), Optional.of(LAST));
        Agreement next = until(WITH_THE_CLINIC, LAST.plusDays(1), Optional.empty());
        assertThat(Renewals.due(partners(ending), LocalDate.of(2026, 12, 15))).containsExactly(ending);
        assertThat(Renewals.due(partners(ending), LocalDate.of(2026, 10, 1))).isEmpty();
        assertThat(Renewals.due(partners(ending), LAST.plusDays(1))).isEmpty();
        assertThat(Renewals.due(partners(ending, next), LocalDate.of(2026, 12, 15)))
                .isEmpty();
    }

    private static Agreement until(Agreement agreement, LocalDate from, Optional<LocalDate> to) {
        return new Agreement(
                agreement.territory(),
                agreement.host(),
                agreement.partner(),
                agreement.signedOn(),
                new DateSpan(from, to),
                agreement.signatories());
    }

    private static Partners partners(Agreement... agreements) {
        return Partners.of(OISE.territory(), SampleRegion.establishments(4), new ArrayList<>(List.of(agreements)));
    }
}
