package fr.appui.web.directory;

import static fr.appui.web.directory.PhysicianEntry.list;
import static fr.appui.web.directory.PhysicianEntry.text;

import fr.appui.directory.Agreement;
import fr.appui.directory.DateSpan;
import fr.appui.directory.Finess;
import fr.appui.directory.Signatory;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.french.WrittenValue;
import jakarta.ws.rs.DefaultValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestForm;

/** An agreement between the territory's host and a partner, as somebody writes it. */
@Schema(name = "Agreement", description = "Une convention entre l’établissement porteur et un partenaire")
public record AgreementEntry(
        @Schema(description = "FINESS du partenaire") String partner,
        String signedOn,

        @Schema(description = "Première date d’astreinte couverte")
        String from,

        @Schema(description = "Dernière date couverte ; absente : sans fin connue")
        String to,

        @Schema(description = "Un pour chacun des deux établissements, au moins")
        List<SignatoryEntry> signatories) {

    public record SignatoryEntry(String name, String role) {
        public SignatoryEntry {
            name = text(name);
            role = text(role);
        }

        boolean isBlank() {
            return WrittenValue.isNothing(name) && WrittenValue.isNothing(role);
        }
    }

    /** What the page sends. */
    public static final class Sheet {
        @RestForm
        @DefaultValue("-1")
        public int version = -1;

        @RestForm
        @DefaultValue("")
        public String partner = "";

        @RestForm
        @DefaultValue("")
        public String signedOn = "";

        @RestForm
        @DefaultValue("")
        public String from = "";

        @RestForm
        @DefaultValue("")
        public String to = "";

        @RestForm
        public List<String> signatory = List.of();

        @RestForm
        public List<String> signatoryRole = List.of();

        AgreementEntry entry() {
            int rows = Math.min(signatory.size(), signatoryRole.size());
            return new AgreementEntry(
                    partner,
                    signedOn,
                    from,
                    to,
                    Stream.iterate(0, at -> at < rows, at -> at + 1)
                            .map(at -> new SignatoryEntry(signatory.get(at), signatoryRole.get(at)))
                            .filter(row -> !row.isBlank())
                            .toList());
        }
    }

    static final AgreementEntry BLANK = new AgreementEntry("", "", "", "", List.of());

    public AgreementEntry {
        partner = text(partner);
        signedOn = text(signedOn);
        from = text(from);
        to = text(to);
        signatories = list(signatories);
    }

    static AgreementEntry of(Agreement agreement) {
        return new AgreementEntry(
                agreement.partner().value(),
                agreement.signedOn().toString(),
                agreement.dates().from().toString(),
                agreement.dates().to().map(LocalDate::toString).orElse(""),
                agreement.signatories().stream()
                        .map(signatory -> new SignatoryEntry(signatory.name(), signatory.role()))
                        .toList());
    }

    AgreementEntry signedBy(List<SignatoryEntry> people) {
        return new AgreementEntry(partner, signedOn, from, to, people);
    }

    /** A new one, of the host of now. */
    Optional<Agreement> read(Territory territory, Reading reading) {
        return read(territory.code(), territory.host(), reading);
    }

    /** @param host who signed it: a correction leaves the one of then */
    Optional<Agreement> read(TerritoryCode territory, Optional<Finess> host, Reading reading) {
        if (host.isEmpty()) {
            reading.refuse("partner", "établissement porteur : le désigner d’abord, dans la fiche du territoire");
        }
        Optional<Finess> other = reading.finess("partner", partner);
        if (other.isPresent() && other.equals(host)) {
            reading.refuse(
                    "partner",
                    "établissement partenaire : l’établissement porteur n’en signe pas avec lui-même ; en choisir un autre");
        }
        Optional<LocalDate> signed = reading.date("signedOn", signedOn);
        Optional<LocalDate> first = reading.date("from", from);
        Optional<LocalDate> last = reading.dateIfGiven("to", to);
        Optional<DateSpan> dates = first.flatMap(start -> reading.value("to", "", none -> new DateSpan(start, last)));
        if (signed.isPresent() && first.isPresent() && signed.get().isAfter(first.get())) {
            reading.refuse(
                    "signedOn", "date de signature : elle suit la première date couverte ; corriger l’une des deux");
        }
        List<Signatory> people = people(reading);
        return reading.whole(
                "signatories[0].name",
                () -> new Agreement(
                        territory,
                        host.orElseThrow(),
                        other.orElseThrow(),
                        signed.orElseThrow(),
                        dates.orElseThrow(),
                        people));
    }

    private List<Signatory> people(Reading reading) {
        var people = new ArrayList<Signatory>();
        for (int at = 0; at < signatories.size(); at++) {
            SignatoryEntry entry = signatories.get(at);
            if (!entry.isBlank()) {
                String field = "signatories[" + at + "]" + (WrittenValue.isNothing(entry.name()) ? ".name" : ".role");
                reading.value(field, "", none -> new Signatory(entry.name(), entry.role()))
                        .ifPresent(people::add);
            }
        }
        return people;
    }
}
