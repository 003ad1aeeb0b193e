package fr.appui.rota.reference;

import fr.appui.directory.Agreement;
import fr.appui.directory.CallerSettings;
import fr.appui.directory.DateSpan;
import fr.appui.directory.DaytimeContact;
import fr.appui.directory.Dialling;
import fr.appui.directory.Dialling.Whose;
import fr.appui.directory.Escalation;
import fr.appui.directory.Establishment;
import fr.appui.directory.EstablishmentKind;
import fr.appui.directory.Finess;
import fr.appui.directory.HolidayZone;
import fr.appui.directory.HostRule;
import fr.appui.directory.LineSettings;
import fr.appui.directory.LocalRules;
import fr.appui.directory.MailAddress;
import fr.appui.directory.Patients;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.Physician;
import fr.appui.directory.ProximityZone;
import fr.appui.directory.Relief;
import fr.appui.directory.Signatory;
import fr.appui.directory.SupportLine;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.directory.WaitingSound;
import fr.appui.directory.WhenInCall;
import fr.appui.directory.WhenNoKey;
import fr.appui.french.InvalidInput;
import fr.appui.french.WrittenTimeZone;
import fr.appui.french.WrittenValue;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The directory's part of a reference file. */
final class DirectoryReading {

    private static final String[] TERRITORY = {
        "code",
        "name",
        "zones",
        "holidayZone",
        "timeZone",
        "mail",
        "coordination",
        "rules",
        "host",
        "line",
        "perimeters"
    };

    private final Entry root;
    private final List<Physician> physicians;

    DirectoryReading(Entry root) {
        this.root = root;
        this.physicians = new PhysicianReading(root).physicians();
    }

    static List<Entry> territoryEntries(Entry root) {
        return root.entries("territories", TERRITORY);
    }

    List<Physician> physicians() {
        return physicians;
    }

    List<Territory> territories() {
        return territoryEntries(root).stream().map(DirectoryReading::territory).toList();
    }

    List<Establishment> establishments() {
        return root.entries("establishments", "finess", "name", "kind", "uspRecognised", "emspRecognised").stream()
                .map(entry -> entry.build(() -> new Establishment(
                        entry.required("finess", Finess::new),
                        entry.text("name"),
                        entry.oneOf("kind", EstablishmentKind.class),
                        entry.optionalDate("uspRecognised"),
                        entry.optionalDate("emspRecognised"))))
                .toList();
    }

    List<Agreement> agreements() {
        return root
                .entries("agreements", "territory", "host", "partner", "signedOn", "from", "to", "signatories")
                .stream()
                .map(entry -> entry.build(() -> new Agreement(
                        entry.required("territory", TerritoryCode::new),
                        entry.required("host", Finess::new),
                        entry.required("partner", Finess::new),
                        entry.date("signedOn"),
                        span(entry),
                        signatories(entry))))
                .toList();
    }

    static DateSpan span(Entry entry) {
        return new DateSpan(entry.date("from"), entry.optionalDate("to"));
    }

    private static List<Signatory> signatories(Entry agreement) {
        return agreement.entries("signatories", "name", "role").stream()
                .map(entry -> entry.build(() -> new Signatory(entry.text("name"), entry.text("role"))))
                .toList();
    }

    private static Territory territory(Entry entry) {
        TerritoryCode code = entry.required("code", TerritoryCode::new);
        HolidayZone holidays =
                entry.optionalOneOf("holidayZone", HolidayZone.class).orElse(HolidayZone.METROPOLE);
        return entry.build(() -> new Territory(
                code,
                entry.text("name"),
                zones(entry),
                entry.optional("timeZone", WrittenTimeZone::read).orElse(holidays.usualTimeZone()),
                holidays,
                new Territory.Contact(
                        line(entry, code),
                        entry.optional("mail", MailAddress::new),
                        entry.optional("coordination", PhoneNumber::parse),
                        rules(entry)),
                entry.optional("host", Finess::new)));
    }

    private static LocalRules rules(Entry territory) {
        return territory
                .entry(
                        "rules",
                        "alerts",
                        "paediatric",
                        "admitsUnknown",
                        "keepsSamuFiles",
                        "hostRule",
                        "excludesLisp",
                        "patients",
                        "daytimeContacts")
                .map(entry -> entry.build(() -> new LocalRules(
                        entry.optional("alerts", MailAddress::new),
                        entry.optional("paediatric", PhoneNumber::parse),
                        entry.optional("admitsUnknown", DirectoryReading::yesOrNo)
                                .orElse(false),
                        entry.optional("keepsSamuFiles", DirectoryReading::yesOrNo)
                                .orElse(false),
                        entry.optionalOneOf("hostRule", HostRule.class).orElse(LocalRules.NONE.hostRule()),
                        entry.optional("excludesLisp", DirectoryReading::yesOrNo)
                                .orElse(false),
                        entry.optionalOneOf("patients", Patients.class).orElse(LocalRules.NONE.patients()),
                        entry.entries("daytimeContacts", "name", "number", "zones", "hours").stream()
                                .map(DirectoryReading::daytimeContact)
                                .toList())))
                .orElse(LocalRules.NONE);
    }

    private static DaytimeContact daytimeContact(Entry entry) {
        return entry.build(() -> new DaytimeContact(
                entry.text("name"),
                entry.required("number", PhoneNumber::parse),
                entry.texts("zones"),
                entry.optional("hours", text -> text)));
    }

    private static List<ProximityZone> zones(Entry territory) {
        return territory.entries("zones", "name", "communes").stream()
                .map(entry -> entry.build(() -> new ProximityZone(entry.text("name"), entry.texts("communes"))))
                .toList();
    }

    private static Optional<SupportLine> line(Entry territory, TerritoryCode code) {
        return territory
                .entry(
                        "line",
                        "number",
                        "asksProfile",
                        "ringSeconds",
                        "daytimeContact",
                        "transfersToDaytimeContact",
                        "fallback",
                        "secondRungAfter",
                        "redialsFirst",
                        "whenInCall",
                        "reliefs",
                        "samu",
                        "longestSearch",
                        "whenNoKey",
                        "waitingSound",
                        "dialPhysicians",
                        "dialLines",
                        "dialCallers")
                .map(entry -> new SupportLine(entry.required("number", PhoneNumber::parse), code, settings(entry)));
    }

    private static LineSettings settings(Entry line) {
        List<Duration> rings = line.texts("ringSeconds").stream()
                .map(seconds -> line.build(() -> duration(seconds)))
                .toList();
        return line.build(() -> new LineSettings(
                line.optional("asksProfile", DirectoryReading::yesOrNo).orElse(true),
                rings.isEmpty() ? List.of(LineSettings.DEFAULT_RING) : rings,
                line.optional("daytimeContact", PhoneNumber::parse),
                line.optional("transfersToDaytimeContact", DirectoryReading::yesOrNo)
                        .orElse(false),
                line.optional("fallback", PhoneNumber::parse),
                escalation(line),
                new CallerSettings(
                        line.optionalOneOf("whenNoKey", WhenNoKey.class).orElse(CallerSettings.DEFAULTS.whenNoKey()),
                        line.optionalOneOf("waitingSound", WaitingSound.class)
                                .orElse(CallerSettings.DEFAULTS.waitingSound())),
                dialling(line)));
    }

    private static Dialling dialling(Entry line) {
        Map<Whose, List<String>> own = new EnumMap<>(Whose.class);
        put(own, Whose.PHYSICIAN, line.texts("dialPhysicians"));
        put(own, Whose.LINE, line.texts("dialLines"));
        put(own, Whose.CALLER, line.texts("dialCallers"));
        return new Dialling(own);
    }

    private static void put(Map<Whose, List<String>> own, Whose whose, List<String> prefixes) {
        if (!prefixes.isEmpty()) {
            own.put(whose, prefixes);
        }
    }

    private static Escalation escalation(Entry line) {
        return line.build(() -> new Escalation(
                line.optional("secondRungAfter", DirectoryReading::duration),
                line.optional("redialsFirst", DirectoryReading::yesOrNo).orElse(false),
                line.optionalOneOf("whenInCall", WhenInCall.class).orElse(Escalation.DEFAULTS.whenInCall()),
                line.entries("reliefs", "neighbour", "number", "days", "from", "to", "whenClosed").stream()
                        .map(DirectoryReading::relief)
                        .toList(),
                line.optional("samu", PhoneNumber::parse),
                line.optional("longestSearch", DirectoryReading::duration).orElse(Escalation.DEFAULT_SEARCH)));
    }

    private static Relief relief(Entry entry) {
        var terms = entry.build(() -> new Relief.Terms(
                PhysicianReading.hours(entry),
                entry.optional("whenClosed", DirectoryReading::yesOrNo).orElse(false)));
        Optional<TerritoryCode> neighbour = entry.optional("neighbour", TerritoryCode::new);
        Optional<PhoneNumber> number = entry.optional("number", PhoneNumber::parse);
        return entry.build(() -> {
            if (neighbour.isPresent() == number.isPresent()) {
                throw new InvalidInput(
                        "relais : donner soit « neighbour » (un territoire voisin), soit « number » (une ligne)");
            }
            return neighbour
                    .<Relief>map(territory -> new Relief.Neighbour(territory, terms))
                    .orElseGet(() -> new Relief.Line(number.orElseThrow(), terms));
        });
    }

    private static Duration duration(String text) {
        return Duration.ofSeconds(seconds(text));
    }

    private static long seconds(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notANumber) {
            throw new InvalidInput(
                    "durée : " + WrittenValue.refused(text, "n’est pas un nombre de secondes", "écrire par exemple 20"),
                    notANumber);
        }
    }

    private static boolean yesOrNo(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new InvalidInput("« " + text + " » : écrire true ou false");
        };
    }
}
