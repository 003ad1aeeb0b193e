package fr.appui.web.directory;

import static fr.appui.web.directory.PhysicianEntry.list;
import static fr.appui.web.directory.PhysicianEntry.text;

import fr.appui.directory.DaytimeContact;
import fr.appui.directory.HostRule;
import fr.appui.directory.LocalRules;
import fr.appui.directory.MailAddress;
import fr.appui.directory.Patients;
import fr.appui.directory.PhoneNumber;
import fr.appui.web.page.Sent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a territory decides of its own service. */
@Schema(name = "LocalRules", description = "Ce qu’un territoire décide de son service")
public record RulesEntry(
        @Schema(description = "Où vont alertes et rappels ; absent : à l’adresse publique de l’appui")
        String alerts,

        @Schema(description = "Le numéro de l’appui pédiatrique, montré pour un appel au sujet d’un mineur")
        String paediatric,

        @Schema(description = "Admettre les patients qu’aucune équipe ne suit encore")
        boolean admitsUnknown,

        @Schema(description = "Un SAMU peut noter son numéro de dossier sur un appel qu’il a transféré")
        boolean keepsSamuFiles,

        @Schema(description = "Ce que l’établissement porteur doit avoir : USP_AND_EMSP (usuel), USP_OR_EMSP ou ANY")
        String hostRule,

        @Schema(
                description =
                        "Ne pas admettre à l’astreinte un médecin qui n’exerce que dans des LISP ; absent : admis")
        boolean excludesLisp,

        @Schema(
                description =
                        "À qui la ligne répond : ADULTS (usuel) ou MINORS, enfants et adolescents, sans numéro pédiatrique alors")
        String patients,

        @Schema(description = "Contacts de jour par zone, 6 au plus ; montrés, jamais appelés par la ligne")
        @Sent(rows = LocalRules.MOST_CONTACTS)
        List<ContactEntry> daytimeContacts) {

    /** @param zones as the territory names them; none for all @param hours as one says them */
    @Schema(name = "DaytimeContact")
    public record ContactEntry(
            @Sent(as = "contactName") String name,
            @Sent(as = "contactNumber") String number,
            @Sent(as = "contactZones", inOneField = true) List<String> zones,
            @Sent(as = "contactHours") String hours) {
        public ContactEntry {
            name = text(name);
            number = text(number);
            zones = list(zones);
            hours = text(hours);
        }

        static ContactEntry of(DaytimeContact contact) {
            return new ContactEntry(
                    contact.name(),
                    contact.number().national(),
                    contact.zones(),
                    contact.hours().orElse(""));
        }

        public String zonesText() {
            return String.join(", ", zones);
        }

        Optional<DaytimeContact> read(String field, Reading reading) {
            return reading.phone(field + ".number", number)
                    .flatMap(read -> reading.whole(
                            field + ".name",
                            () -> new DaytimeContact(
                                    name, read, zones, hours.isEmpty() ? Optional.empty() : Optional.of(hours))));
        }
    }

    public RulesEntry {
        alerts = text(alerts);
        paediatric = text(paediatric);
        hostRule = text(hostRule).isEmpty() ? LocalRules.NONE.hostRule().name() : text(hostRule);
        patients = text(patients).isEmpty() ? LocalRules.NONE.patients().name() : text(patients);
        daytimeContacts = list(daytimeContacts);
    }

    static RulesEntry of(LocalRules rules) {
        return new RulesEntry(
                rules.alerts().map(MailAddress::value).orElse(""),
                rules.paediatric().map(PhoneNumber::national).orElse(""),
                rules.admitsUnknown(),
                rules.keepsSamuFiles(),
                rules.hostRule().name(),
                rules.excludesLisp(),
                rules.patients().name(),
                rules.daytimeContacts().stream().map(ContactEntry::of).toList());
    }

    Optional<LocalRules> read(Reading reading) {
        Optional<MailAddress> mail = reading.ifGiven("rules.alerts", alerts, MailAddress::new);
        Optional<PhoneNumber> children = reading.ifGiven("rules.paediatric", paediatric, PhoneNumber::parse);
        Optional<Patients> whom = reading.choice("rules.patients", patients, Patients.class, "patients de la ligne");
        boolean itself = whom.filter(Patients.MINORS::equals).isPresent() && children.isPresent();
        if (itself) {
            reading.refuse("rules.paediatric", LocalRules.PAEDIATRIC_ITSELF);
        }
        Optional<HostRule> host = reading.choice("rules.hostRule", hostRule, HostRule.class, "établissement porteur");
        var contacts = new ArrayList<DaytimeContact>();
        for (int at = 0; at < daytimeContacts.size(); at++) {
            daytimeContacts
                    .get(at)
                    .read("rules.daytimeContacts[" + at + "]", reading)
                    .ifPresent(contacts::add);
        }
        return reading.whole(
                "rules.daytimeContacts[0].name",
                () -> new LocalRules(
                        mail,
                        itself ? Optional.empty() : children,
                        admitsUnknown,
                        keepsSamuFiles,
                        host.orElseThrow(),
                        excludesLisp,
                        whom.orElseThrow(),
                        contacts));
    }
}
