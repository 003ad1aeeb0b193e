package fr.appui.web.directory;

import static fr.appui.web.directory.PhysicianEntry.list;
import static fr.appui.web.directory.PhysicianEntry.text;

import fr.appui.directory.CallerSettings;
import fr.appui.directory.Dialling;
import fr.appui.directory.Dialling.Whose;
import fr.appui.directory.Escalation;
import fr.appui.directory.LineSettings;
import fr.appui.directory.LocalRules;
import fr.appui.directory.MailAddress;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.Relief;
import fr.appui.directory.SupportLine;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.directory.UsableHours;
import fr.appui.directory.WaitingSound;
import fr.appui.directory.WhenInCall;
import fr.appui.directory.WhenNoKey;
import fr.appui.french.InvalidInput;
import fr.appui.french.WrittenValue;
import fr.appui.web.page.Sent;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a territory is reached and how its calls are treated. */
@Schema(name = "Line", description = "La ligne d’un territoire et ses réglages")
public record LineEntry(
        @Schema(description = "Le numéro public ; absent tant qu’il n’existe pas")
        String number,

        @Schema(description = "L’adresse de courriel de l’appui")
        String mail,

        @Schema(description = "Le numéro de la coordination, pour ses médecins seulement")
        String coordination,

        @Schema(description = "Demander à l’appelant qui il est")
        boolean asksProfile,

        @Schema(description = "Secondes de sonnerie, premier rang d’abord ; la dernière vaut pour les suivants")
        List<String> ringSeconds,

        @Schema(description = "Le contact de jour, dit hors des heures")
        String daytimeContact,

        @Schema(description = "Transférer aussi l’appelant au contact de jour")
        boolean transfersToDaytimeContact,

        @Schema(description = "La ligne essayée quand personne n’a pu être joint")
        String fallback,

        @Schema(description = "Secondes après lesquelles le deuxième rang sonne aussi ; absent : l’un après l’autre")
        String secondRungAfterSeconds,

        @Schema(description = "Rappeler une fois le premier rang avant de renoncer")
        boolean redialsFirst,

        @Schema(description = "Si le médecin parle à quelqu’un d’autre : NEXT_RUNG (usuel) ou WAIT")
        String whenInCall,

        @Schema(description = "Qui prend le relais, dans l’ordre, 4 au plus") @Sent(rows = Escalation.MOST_RELIEFS)
        List<ReliefEntry> reliefs,

        @Schema(description = "Le numéro du SAMU, en dernier recours")
        String samu,

        @Schema(description = "Secondes de recherche au plus, de 60 à 480 ; absent : 300")
        String longestSearchSeconds,

        @Schema(description = "Si l’appelant ne fait aucun choix : RING (usuel) ou CALL_15")
        String whenNoKey,

        @Schema(description = "Ce que l’appelant entend en attendant : MUSIC (usuel) ou RINGING")
        String waitingSound,

        @Schema(description = "Débuts des numéros de médecins que la ligne peut appeler ; absent : ceux du site")
        String dialPhysicians,

        @Schema(
                description =
                        "Débuts des numéros de lignes (secours, relais, SAMU, contact de jour) ; absent : ceux du site")
        String dialLines,

        @Schema(description = "Débuts des numéros d’appelants qui peuvent être rappelés ; absent : ceux du site")
        String dialCallers,

        @Schema(description = "Ce que le territoire décide de son service ; absent : inchangé") @Nullable
        RulesEntry rules) {

    /** @param neighbour a territory's code, or else {@code number} of a line; without hours it always takes over */
    public record ReliefEntry(
            String neighbour,
            @Sent(as = "reliefNumber") String number,
            @Sent(as = "reliefWhenClosed") boolean whenClosed,
            @Sent(as = "reliefDay") List<String> days,
            @Sent(as = "reliefFrom") String from,
            @Sent(as = "reliefTo") String to) {
        public ReliefEntry {
            neighbour = text(neighbour);
            number = text(number);
            days = list(days);
            from = text(from);
            to = text(to);
        }

        static ReliefEntry of(Relief relief) {
            Optional<UsableHours> hours = relief.terms().hours();
            return new ReliefEntry(
                    relief instanceof Relief.Neighbour neighbour
                            ? neighbour.territory().value()
                            : "",
                    relief instanceof Relief.Line line ? line.number().national() : "",
                    relief.terms().whenClosed(),
                    hours.map(known -> known.days().stream()
                                    .sorted()
                                    .map(Enum::name)
                                    .toList())
                            .orElse(List.of()),
                    hours.map(known -> known.from().toString()).orElse(""),
                    hours.map(known -> known.to().toString()).orElse(""));
        }

        Optional<Relief> read(String field, Reading reading) {
            Optional<Relief.Terms> terms = terms(field, reading);
            if (WrittenValue.isNothing(neighbour) == WrittenValue.isNothing(number)) {
                reading.refuse(
                        field + ".neighbour", "relais : donner un territoire voisin ou un numéro, l’un des deux");
                return Optional.empty();
            }
            return WrittenValue.isNothing(neighbour)
                    ? reading.phone(field + ".number", number)
                            .flatMap(line -> terms.map(known -> new Relief.Line(line, known)))
                    : reading.value(field + ".neighbour", neighbour, TerritoryCode::new)
                            .flatMap(code -> terms.map(known -> new Relief.Neighbour(code, known)));
        }

        private Optional<Relief.Terms> terms(String field, Reading reading) {
            if (days.isEmpty() && WrittenValue.isNothing(from) && WrittenValue.isNothing(to)) {
                return Optional.of(new Relief.Terms(Optional.empty(), whenClosed));
            }
            var start = reading.time(field + ".from", from);
            var end = reading.time(field + ".to", to);
            EnumSet<DayOfWeek> chosen = EnumSet.noneOf(DayOfWeek.class);
            days.forEach(day -> reading.choice(field + ".neighbour", day, DayOfWeek.class, "jours du relais")
                    .ifPresent(chosen::add));
            EnumSet<DayOfWeek> on = chosen.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : chosen;
            return start.flatMap(begins ->
                    end.map(ends -> new Relief.Terms(Optional.of(new UsableHours(on, begins, ends)), whenClosed)));
        }
    }

    public LineEntry {
        number = text(number);
        mail = text(mail);
        coordination = text(coordination);
        ringSeconds = list(ringSeconds).stream().map(WrittenValue::of).toList();
        daytimeContact = text(daytimeContact);
        fallback = text(fallback);
        secondRungAfterSeconds = text(secondRungAfterSeconds);
        whenInCall =
                text(whenInCall).isEmpty() ? Escalation.DEFAULTS.whenInCall().name() : text(whenInCall);
        reliefs = list(reliefs);
        samu = text(samu);
        longestSearchSeconds = text(longestSearchSeconds);
        whenNoKey =
                text(whenNoKey).isEmpty() ? CallerSettings.DEFAULTS.whenNoKey().name() : text(whenNoKey);
        waitingSound = text(waitingSound).isEmpty()
                ? CallerSettings.DEFAULTS.waitingSound().name()
                : text(waitingSound);
        dialPhysicians = text(dialPhysicians);
        dialLines = text(dialLines);
        dialCallers = text(dialCallers);
    }

    static LineEntry of(Territory.Contact contact) {
        LineSettings settings = contact.line().map(SupportLine::settings).orElseGet(LineSettings::defaults);
        return new LineEntry(
                contact.line()
                        .map(SupportLine::number)
                        .map(PhoneNumber::national)
                        .orElse(""),
                contact.mail().map(MailAddress::value).orElse(""),
                contact.coordination().map(PhoneNumber::national).orElse(""),
                settings.asksProfile(),
                settings.ringTimes().stream().map(LineEntry::seconds).toList(),
                settings.daytimeContact().map(PhoneNumber::national).orElse(""),
                settings.transfersToDaytimeContact(),
                settings.fallback().map(PhoneNumber::national).orElse(""),
                settings.escalation().secondRungAfter().map(LineEntry::seconds).orElse(""),
                settings.escalation().redialsFirst(),
                settings.escalation().whenInCall().name(),
                settings.escalation().reliefs().stream().map(ReliefEntry::of).toList(),
                settings.escalation().samu().map(PhoneNumber::national).orElse(""),
                seconds(settings.escalation().longestSearch()),
                settings.caller().whenNoKey().name(),
                settings.caller().waitingSound().name(),
                prefixes(settings, Whose.PHYSICIAN),
                prefixes(settings, Whose.LINE),
                prefixes(settings, Whose.CALLER),
                RulesEntry.of(contact.rules()));
    }

    Optional<Territory> read(Territory territory, Reading reading) {
        Optional<MailAddress> address = reading.ifGiven("mail", mail, MailAddress::new);
        Optional<PhoneNumber> desk = reading.ifGiven("coordination", coordination, PhoneNumber::parse);
        Optional<LineSettings> settings = settings(reading);
        Optional<LocalRules> own = rules == null ? Optional.of(territory.rules()) : rules.read(reading);
        if (WrittenValue.isNothing(number)) {
            // a line that is taken off takes its settings with it
            if (territory.line().isEmpty()
                    && settings.filter(read -> !isUsual(read)).isPresent()) {
                reading.refuse(
                        "number",
                        "numéro de la ligne : le donner avec ses réglages, qui ne se gardent pas sans lui ; ou les laisser tels"
                                + " qu’ils étaient");
            }
            return reading.whole(
                    "number",
                    () -> territory.withContact(
                            new Territory.Contact(Optional.empty(), address, desk, own.orElseThrow())));
        }
        Optional<PhoneNumber> published = reading.phone("number", number);
        return reading.whole(
                "number",
                () -> territory.withContact(new Territory.Contact(
                        Optional.of(new SupportLine(published.orElseThrow(), territory.code(), settings.orElseThrow())),
                        address,
                        desk,
                        own.orElseThrow())));
    }

    private static boolean isUsual(LineSettings settings) {
        LineSettings usual = LineSettings.defaults();
        return settings.equals(new LineSettings(
                settings.asksProfile(),
                usual.ringTimes(),
                usual.daytimeContact(),
                usual.transfersToDaytimeContact(),
                usual.fallback(),
                usual.escalation(),
                usual.caller(),
                usual.dialling()));
    }

    private Optional<LineSettings> settings(Reading reading) {
        Optional<PhoneNumber> daytime = reading.ifGiven("daytimeContact", daytimeContact, PhoneNumber::parse);
        Optional<PhoneNumber> last = reading.ifGiven("fallback", fallback, PhoneNumber::parse);
        if (transfersToDaytimeContact && WrittenValue.isNothing(daytimeContact)) {
            reading.refuse("daytimeContact", "contact de jour : donner son numéro pour y transférer les appels");
        }
        var rings = new ArrayList<Duration>();
        for (int at = 0; at < ringSeconds.size(); at++) {
            String written = ringSeconds.get(at);
            reading.ifGiven("ringSeconds[" + at + "]", written, LineEntry::ring).ifPresent(rings::add);
        }
        Optional<Escalation> escalation = escalation(reading);
        Optional<WhenNoKey> noKey =
                reading.choice("whenNoKey", whenNoKey, WhenNoKey.class, "appelant qui ne fait aucun choix");
        Optional<WaitingSound> sound =
                reading.choice("waitingSound", waitingSound, WaitingSound.class, "attente de l’appelant");
        Dialling own = dialling(reading);
        return reading.whole(
                "ringSeconds[0]",
                () -> new LineSettings(
                        asksProfile,
                        rings,
                        daytime,
                        transfersToDaytimeContact,
                        last,
                        escalation.orElseThrow(),
                        new CallerSettings(noKey.orElseThrow(), sound.orElseThrow()),
                        own));
    }

    private static String prefixes(LineSettings settings, Whose whose) {
        return String.join(" ", settings.dialling().prefixes().getOrDefault(whose, List.of()));
    }

    private Dialling dialling(Reading reading) {
        Map<Whose, List<String>> own = new EnumMap<>(Whose.class);
        Map.of(
                        Whose.PHYSICIAN, Map.entry("dialPhysicians", dialPhysicians),
                        Whose.LINE, Map.entry("dialLines", dialLines),
                        Whose.CALLER, Map.entry("dialCallers", dialCallers))
                .forEach((whose, written) -> reading.ifGiven(
                                written.getKey(), written.getValue(), text -> prefixes(whose, text))
                        .ifPresent(one -> own.putAll(one.prefixes())));
        return new Dialling(own);
    }

    private static Dialling prefixes(Whose whose, String text) {
        return new Dialling(Map.of(whose, List.of(WrittenValue.of(text).split("[\\s,;]+"))));
    }

    private Optional<Escalation> escalation(Reading reading) {
        Optional<Duration> second =
                reading.ifGiven("secondRungAfterSeconds", secondRungAfterSeconds, LineEntry::duration);
        Optional<Duration> search = reading.ifGiven("longestSearchSeconds", longestSearchSeconds, LineEntry::duration);
        Optional<WhenInCall> busy = reading.choice("whenInCall", whenInCall, WhenInCall.class, "médecin déjà en ligne");
        Optional<PhoneNumber> emergency = reading.ifGiven("samu", samu, PhoneNumber::parse);
        var others = new ArrayList<Relief>();
        for (int at = 0; at < reliefs.size(); at++) {
            reliefs.get(at).read("reliefs[" + at + "]", reading).ifPresent(others::add);
        }
        return reading.whole(
                "longestSearchSeconds",
                () -> new Escalation(
                        second,
                        redialsFirst,
                        busy.orElseThrow(),
                        others,
                        emergency,
                        search.orElse(Escalation.DEFAULT_SEARCH)));
    }

    private static String seconds(Duration duration) {
        return Long.toString(duration.toSeconds());
    }

    private static Duration duration(String text) {
        if (!text.matches("\\d{1,3}")) {
            throw new InvalidInput("durée : "
                    + WrittenValue.refused(text, "n’est pas un nombre de secondes", "écrire par exemple 20"));
        }
        return Duration.ofSeconds(Long.parseLong(text));
    }

    private static Duration ring(String text) {
        if (!text.matches("\\d{1,3}")) {
            throw new InvalidInput("durée de sonnerie : un nombre de secondes, de 5 à 60");
        }
        return new LineSettings(true, List.of(duration(text)), Optional.empty(), false, Optional.empty()).ringTime(1);
    }
}
