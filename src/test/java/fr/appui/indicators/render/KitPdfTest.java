package fr.appui.indicators.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import fr.appui.calendar.PerimeterHours;
import fr.appui.directory.DaytimeContact;
import fr.appui.directory.HostRule;
import fr.appui.directory.LocalRules;
import fr.appui.directory.PhoneNumber;
import fr.appui.indicators.kit.PosterText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

class KitPdfTest {

    private static final PosterText OISE = new PosterText(
            "Territoire de l’Oise",
            PhoneNumber.parse("03 44 00 11 24"),
            PerimeterHours.core(),
            false,
            Optional.of(PhoneNumber.parse("03 44 00 99 88")),
            Optional.of("appui@hopital-exemple.fr"),
            Optional.of("Centre hospitalier de l’Oise"));

    /** The flyer of doc 003. */
    private static final PosterText SEINE_ET_MARNE = new PosterText(
            "Seine-et-Marne",
            PhoneNumber.parse("01 81 74 32 76"),
            PerimeterHours.seineEtMarne(),
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new LocalRules(
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    false,
                    HostRule.USP_AND_EMSP,
                    false,
                    List.of(
                            new DaytimeContact(
                                    "DAC Nord", PhoneNumber.parse("01 83 61 62 00"), List.of(), Optional.empty()),
                            new DaytimeContact(
                                    "DAC Sud", PhoneNumber.parse("01 60 71 05 93"), List.of(), Optional.empty()))),
            Optional.empty());

    @Test
    void thePosterSaysTheNumberTheHoursAndWhoMayCall() throws IOException {
        String poster = text(KitPdf.poster(OISE, List.of()), "poster");
        assertThat(poster)
                .contains("03 44 00 11 24", "18 h à 22 h", "IDEL", "03 44 00 99 88", "Centre hospitalier")
                .contains("appui@hopital-exemple.fr", "messagerie sécurisée de santé (MSSanté) seulement");
    }

    @Test
    void whereTheSamuAnswersThePosterSaysWhatToTellIt() throws IOException {
        assertThat(text(KitPdf.poster(SEINE_ET_MARNE, List.of()), "poster-77"))
                .contains("le SAMU / centre 15 me répond", "appui médical soins palliatifs", "me transfère", "18 h 30")
                .contains("DAC Nord : 01 83 61 62 00", "DAC Sud : 01 60 71 05 93");
    }

    /** What a territory decides of its own service; a line that is to open says from which day. */
    @Test
    void thePosterSaysWhichPatientsEachPartsDaytimeContactTheChildrensNumberAndTheFirstDay() throws IOException {
        var rules = new LocalRules(
                Optional.empty(),
                Optional.of(PhoneNumber.parse("03 20 00 11 22")),
                true,
                false,
                HostRule.USP_AND_EMSP,
                false,
                List.of(
                        new DaytimeContact(
                                "DAC Nord",
                                PhoneNumber.parse("01 83 61 62 00"),
                                List.of("Meaux"),
                                Optional.of("de 9 h à 18 h")),
                        new DaytimeContact(
                                "DAC Sud", PhoneNumber.parse("01 60 71 05 93"), List.of(), Optional.empty())));
        var notice = new PosterText(
                "Seine-et-Marne",
                SEINE_ET_MARNE.number(),
                SEINE_ET_MARNE.hours(),
                true,
                Optional.empty(),
                Optional.of("appui@hopital-exemple.fr"),
                Optional.of("Centre hospitalier"),
                rules,
                Optional.of(LocalDate.of(2027, 1, 4)));
        assertThat(text(KitPdf.poster(notice, List.of()), "poster-77-rules"))
                .contains(
                        "Connus ou non d’une équipe",
                        "DAC Nord (Meaux), de 9 h à 18 h : 01 83 61 62 00",
                        "DAC Sud : 01 60 71 05 93",
                        "appui pédiatrique, 03 20 00 11 22",
                        "À partir du 4 janvier 2027");
        assertThat(notice.digest()).isNotEqualTo(SEINE_ET_MARNE.digest());
        assertThat(text(KitPdf.poster(OISE, List.of()), "poster"))
                .contains("Connus d’une équipe")
                .doesNotContain("À partir");
    }

    @Test
    void aSheetHoldsTenCards() throws IOException {
        String cards = text(KitPdf.cards(OISE), "cards");
        assertThat(cards.split("Réservé aux professionnels", -1)).hasSize(11);
    }

    @Test
    void theQrCodeDialsTheLine() throws ReaderException {
        BitMatrix matrix = QrCode.matrix(OISE.telephoneLink());
        assertThat(read(matrix)).isEqualTo("tel:+33344001124");
    }

    private static String read(BitMatrix matrix) throws ReaderException {
        int scale = 4;
        int side = matrix.getWidth() * scale;
        int[] pixels = new int[side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                pixels[y * side + x] = matrix.get(x / scale, y / scale) ? 0xFF000000 : 0xFFFFFFFF;
            }
        }
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels))))
                .getText();
    }

    private static String text(byte[] pdf, String name) throws IOException {
        Files.createDirectories(Path.of("target", "reports"));
        Files.write(Path.of("target", "reports", name + ".pdf"), pdf);
        if (Boolean.getBoolean("samples.write") && !name.endsWith("-rules")) {
            Files.write(
                    Path.of(
                            "docs",
                            "samples",
                            (name.equals("cards") ? "cartes" : name.replace("poster", "affiche")) + ".pdf"),
                    pdf);
        }
        try (PdfReader reader = new PdfReader(pdf)) {
            assertThat(reader.getNumberOfPages()).isEqualTo(1);
            return new PdfTextExtractor(reader).getTextFromPage(1).replaceAll("[\\s\\u00A0\\u202F]+", " ");
        }
    }
}
