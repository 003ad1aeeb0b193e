package fr.appui.web.reports;

import fr.appui.directory.Directory;
import fr.appui.directory.DirectoryDesk;
import fr.appui.directory.DirectoryDesk.KeptAgreement;
import fr.appui.directory.Establishment;
import fr.appui.directory.Finess;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.french.WrittenValue;
import fr.appui.indicators.kit.AgreementPapers;
import fr.appui.indicators.kit.AgreementPapers.Signed;
import fr.appui.indicators.kit.AgreementPrint;
import fr.appui.indicators.kit.AgreementTerms;
import fr.appui.indicators.render.PrintedPdf;
import fr.appui.trace.IdentifyingData;
import fr.appui.web.Problem;
import fr.appui.web.Problem.FieldError;
import fr.appui.web.signin.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The papers of an agreement: its terms, the document to sign, and the signed file. */
@ApplicationScoped
class AgreementDesk {

    static final int LARGEST_FILE = 1_500_000;

    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private final AgreementPapers papers;
    private final DirectoryDesk agreements;
    private final Directory directory;
    private final Visitor visitor;
    private final Clock clock;

    AgreementDesk(AgreementPapers papers, DirectoryDesk agreements, Directory directory, Visitor visitor, Clock clock) {
        this.papers = papers;
        this.agreements = agreements;
        this.directory = directory;
        this.visitor = visitor;
        this.clock = clock;
    }

    /** Terms as they are written. @param version the one they were written over, 0 for the first */
    public record Written(
            @Nullable String responsibilities,
            @Nullable String organisation,
            @Nullable String pay,
            @Nullable String version) {

        static Written of(AgreementTerms terms) {
            return new Written(
                    terms.responsibilities(), terms.organisation(), terms.pay(), Long.toString(terms.version()));
        }
    }

    /** The agreement of this number, where it is one of this territory's. */
    KeptAgreement agreement(String code, String id) {
        TerritoryCode territory = Territories.code(code);
        return agreements.agreements(territory).stream()
                .filter(kept -> Long.toString(kept.id()).equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("Cette convention n’existe pas."));
    }

    Written terms(String code, String id) {
        return Written.of(papers.terms(agreement(code, id).id()));
    }

    Written write(String code, String id, Written written) {
        long agreement = agreement(code, id).id();
        if (!papers.keep(agreement, read(written))) {
            throw Problem.conflict(
                    "clauses-changees",
                    "Quelqu’un a changé ces clauses entre-temps : relisez-les, puis reportez les vôtres.");
        }
        return terms(code, id);
    }

    private AgreementTerms read(Written written) {
        List<FieldError> errors = new ArrayList<>();
        String version = written.version() == null ? "" : written.version();
        if (!version.matches("\\d{1,12}")) {
            errors.add(new FieldError("version", "indiquer la version lue, 0 pour la première"));
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        String responsibilities = text("responsibilities", written.responsibilities(), errors, today);
        String organisation = text("organisation", written.organisation(), errors, today);
        String pay = text("pay", written.pay(), errors, today);
        if (!errors.isEmpty()) {
            throw Problem.badRequest(errors);
        }
        return new AgreementTerms(responsibilities, organisation, pay, Long.parseLong(version));
    }

    private static String text(String field, @Nullable String text, List<FieldError> errors, LocalDate today) {
        String written = text == null ? "" : WrittenValue.of(text);
        if (written.isEmpty() || written.length() > AgreementTerms.LONGEST) {
            errors.add(new FieldError(field, "écrire de 1 à " + AgreementTerms.LONGEST + " caractères"));
        }
        IdentifyingData.find(written, today).forEach(found -> errors.add(new FieldError(field, found.sentence())));
        return written;
    }

    byte[] document(String code, String id) {
        KeptAgreement kept = agreement(code, id);
        String territory = directory
                .territory(kept.agreement().territory())
                .map(Territory::name)
                .orElse(code);
        return PrintedPdf.render(AgreementPrint.of(kept.agreement(), papers.terms(kept.id()), territory, this::nameOf));
    }

    private String nameOf(Finess finess) {
        return directory.establishments().stream()
                .filter(establishment -> establishment.finess().equals(finess))
                .map(Establishment::name)
                .findFirst()
                .orElse("Établissement " + finess);
    }

    Optional<Signed> signed(String code, String id) {
        return papers.signed(agreement(code, id).id());
    }

    /** @param pdf judged by its content, whatever its name says */
    void sign(String code, String id, byte @Nullable [] pdf) {
        KeptAgreement kept = agreement(code, id);
        if (pdf == null || pdf.length > LARGEST_FILE || !isPdf(pdf)) {
            throw Problem.badRequest("file", "choisir le fichier signé, un PDF de 1,5 Mo au plus");
        }
        papers.sign(kept.id(), new Signed(pdf, sha256(pdf), visitor.signedIn().login(), clock.instant()));
    }

    private static boolean isPdf(byte[] file) {
        if (file.length < PDF.length) {
            return false;
        }
        for (int at = 0; at < PDF.length; at++) {
            if (file[at] != PDF[at]) {
                return false;
            }
        }
        return true;
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
