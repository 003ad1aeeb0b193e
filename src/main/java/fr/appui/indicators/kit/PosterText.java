package fr.appui.indicators.kit;

import fr.appui.calendar.PerimeterHours;
import fr.appui.directory.DaytimeContact;
import fr.appui.directory.LocalRules;
import fr.appui.directory.Patients;
import fr.appui.directory.PhoneNumber;
import fr.appui.french.FrenchDate;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the poster and the card say.
 *
 * @param number the one to dial
 * @param samuAnswers whether that number is the SAMU's, which transfers to the physician on duty (Seine-et-Marne, doc 003)
 * @param daytimeContact whom to call outside the hours
 * @param host the hospital that carries the service; empty until one is chosen
 * @param rules which patients, whom to call by day in each part, the paediatric number
 * @param opensOn the first day of the line, while it is to come
 */
public record PosterText(
        String territory,
        PhoneNumber number,
        PerimeterHours hours,
        boolean samuAnswers,
        Optional<PhoneNumber> daytimeContact,
        Optional<String> mail,
        Optional<String> host,
        LocalRules rules,
        Optional<LocalDate> opensOn) {

    /** Of a service that answers already, with no rules of its own. */
    public PosterText(
            String territory,
            PhoneNumber number,
            PerimeterHours hours,
            boolean samuAnswers,
            Optional<PhoneNumber> daytimeContact,
            Optional<String> mail,
            Optional<String> host) {
        this(territory, number, hours, samuAnswers, daytimeContact, mail, host, LocalRules.NONE, Optional.empty());
    }

    public static final List<String> WHO_MAY_CALL = List.of(
            "Médecins généralistes, médecins coordonnateurs d’HAD ou d’EMS",
            "Infirmières et infirmiers : IDEL, SSIAD, HAD, EMS, nuit en EHPAD",
            "SAMU, SAS et permanence des soins ambulatoires");

    private static final String AT_HOME = ", à domicile ou en établissement médico-social";
    private static final String KNOWN_OR_NOT = "Connus ou non d’une équipe de soins palliatifs";
    private static final String EVALUATED = "Avec une évaluation ou une décision palliative tracée au dossier";

    public static final String SECURE_MAIL =
            " – information médicale : par messagerie sécurisée de santé (MSSanté) seulement";

    public static final String NOT_FOR_FAMILIES =
            "Ligne réservée aux professionnels. Patients et proches : appelez votre médecin ou le 15.";

    public List<String> whichPatients() {
        return Stream.concat(
                        Stream.of(
                                rules.patients().label() + AT_HOME,
                                rules.admitsUnknown()
                                        ? KNOWN_OR_NOT
                                        : "Connus d’une équipe de soins palliatifs (EMSP, USP, HAD, DAC, LISP)",
                                EVALUATED),
                        rules.paediatric().stream()
                                .map(number ->
                                        "Enfant ou adolescent : appeler l’appui pédiatrique, " + unbroken(number)))
                .toList();
    }

    /** Whom to call outside the hours: who is told by telephone, then each part's, once each. */
    public List<String> daytime() {
        return Stream.concat(
                        daytimeContact
                                .filter(contact -> rules.daytimeContacts().stream()
                                        .noneMatch(part -> part.number().equals(contact)))
                                .stream()
                                .map(contact -> "Contact de jour (DAC, EMSP) : " + unbroken(contact)),
                        rules.daytimeContacts().stream().map(DaytimeContact::said))
                .toList();
    }

    /** When the line opens, while that is to come. */
    public Optional<String> opening() {
        return opensOn.map(day -> "À partir du " + FrenchDate.of(day));
    }

    private static String unbroken(PhoneNumber number) {
        return number.national().replace(' ', '\u00A0');
    }

    /** What happens between the dialling and the physician. */
    public List<String> steps() {
        return samuAnswers
                ? List.of(
                        "J’appelle le " + number.national() + " : le SAMU / centre 15 me répond.",
                        "J’indique que j’appelle l’appui médical soins palliatifs.",
                        "Le SAMU / centre 15 me transfère au médecin d’astreinte.")
                : List.of(
                        "J’appelle le " + number.national() + " et j’indique au clavier qui je suis.",
                        "La ligne cherche le médecin d’astreinte ; je reste en ligne.",
                        "Le médecin me conseille : ni visite, ni prescription, ni recherche de place.");
    }

    public String workingDays() {
        return "Du lundi au vendredi : " + between(hours.workingStart());
    }

    public String nonWorkingDays() {
        return "Samedis, dimanches et jours fériés : " + between(hours.nonWorkingStart());
    }

    /** For the QR code: a telephone dials it when it is read. */
    public String telephoneLink() {
        return "tel:" + number.e164();
    }

    /**
     * Of what it says: a poster that says something else has another. What a territory did not decide adds nothing, so that a poster that is
     * printed as an earlier version printed it has that version's digest; the first day adds nothing either, as it passes on its own.
     */
    public String digest() {
        String said = Stream.concat(
                        Stream.of(
                                territory,
                                number.e164(),
                                workingDays(),
                                nonWorkingDays(),
                                Boolean.toString(samuAnswers),
                                daytimeContact.map(PhoneNumber::e164).orElse(""),
                                mail.orElse(""),
                                host.orElse("")),
                        decided())
                .collect(Collectors.joining("\n"));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** What it prints of the territory's own rules. */
    private Stream<String> decided() {
        return Stream.of(
                        rules.patients() == Patients.ADULTS
                                ? Stream.<String>empty()
                                : Stream.of(rules.patients().label()),
                        rules.admitsUnknown() ? Stream.of(KNOWN_OR_NOT) : Stream.<String>empty(),
                        rules.paediatric().map(children -> "enfants " + children.e164()).stream(),
                        rules.daytimeContacts().stream().map(DaytimeContact::said))
                .flatMap(lines -> lines);
    }

    private String between(LocalTime start) {
        if (hours.endsNextDay() && start.equals(hours.end())) {
            return "24 h sur 24";
        }
        return "de " + clock(start) + " à " + clock(hours.end()) + (hours.endsNextDay() ? " le lendemain" : "");
    }

    private static String clock(LocalTime time) {
        return time.getHour() + " h" + (time.getMinute() == 0 ? "" : " %02d".formatted(time.getMinute()));
    }
}
