package fr.appui.indicators.kit;

import fr.appui.directory.Agreement;
import fr.appui.directory.Finess;
import fr.appui.directory.Signatory;
import fr.appui.french.FrenchDate;
import fr.appui.indicators.report.Block;
import fr.appui.indicators.report.Printable;
import fr.appui.indicators.report.Section;
import java.util.List;
import java.util.function.Function;

/** An agreement as it is printed to be signed. */
public final class AgreementPrint {

    private static final String TITLE = "Convention de coopération";

    private AgreementPrint() {}

    public static Printable of(
            Agreement agreement, AgreementTerms terms, String territory, Function<Finess, String> nameOf) {
        String host = nameOf.apply(agreement.host()) + ", FINESS " + agreement.host();
        String partner = nameOf.apply(agreement.partner()) + ", FINESS " + agreement.partner();
        return new Printable(
                TITLE,
                "Appui territorial de soins palliatifs, " + territory,
                "Article L. 6134-1 du code de la santé publique",
                List.of(
                        "Entre l’établissement porteur : " + host,
                        "et l’établissement partenaire : " + partner,
                        "Signée le " + FrenchDate.of(agreement.signedOn())),
                agreement.signatories().stream()
                        .limit(2)
                        .map(AgreementPrint::capacity)
                        .toList(),
                TITLE + " – " + territory,
                List.of(
                        new Section(
                                "host",
                                "1. Établissement porteur",
                                List.of(new Block.Paragraph(
                                        host + " porte l’appui pour le territoire " + territory + "."))),
                        section(
                                "responsibilities",
                                "2. Responsabilités de chaque établissement",
                                terms.responsibilities()),
                        section("organisation", "3. Organisation", terms.organisation()),
                        section("pay", "4. Rémunération", terms.pay()),
                        new Section("duration", "5. Durée", List.of(new Block.Paragraph(duration(agreement))))),
                List.of());
    }

    private static String capacity(Signatory signatory) {
        return signatory.name() + ", " + signatory.role();
    }

    private static Section section(String code, String title, String text) {
        return new Section(
                code,
                title,
                text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .<Block>map(Block.Paragraph::new)
                        .toList());
    }

    private static String duration(Agreement agreement) {
        return "La convention couvre les astreintes à partir du "
                + FrenchDate.of(agreement.dates().from())
                + agreement
                        .dates()
                        .to()
                        .map(to -> ", jusqu’au " + FrenchDate.of(to) + " compris.")
                        .orElse(", sans terme fixé.");
    }
}
