package fr.appui.directory;

import fr.appui.french.InvalidInput;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a territory decides of its own service, besides how its line rings.
 *
 * @param alerts where alerts and reminders to the coordination go; empty for the service's own address
 * @param paediatric the number of the region's paediatric service; shown, never rung
 * @param admitsUnknown whether patients whom no palliative team knows yet are admitted (Île-de-France)
 * @param keepsSamuFiles whether a SAMU may note its own file number of a call that it transferred
 * @param hostRule what the hospital that carries it must have
 * @param excludesLisp whether a physician of identified beds alone (LISP) may not be on duty: « USP, EMSP, HAD ou DAC » (doc 001 §2) taken at its word
 * @param patients for whom the line answers; where these are minors, it has no other paediatric service beside it
 * @param daytimeContacts whom to call by day, where there is one for each part of the territory; shown, never rung
 */
public record LocalRules(
        Optional<MailAddress> alerts,
        Optional<PhoneNumber> paediatric,
        boolean admitsUnknown,
        boolean keepsSamuFiles,
        HostRule hostRule,
        boolean excludesLisp,
        Patients patients,
        List<DaytimeContact> daytimeContacts) {

    /** For adults. */
    public LocalRules(
            Optional<MailAddress> alerts,
            Optional<PhoneNumber> paediatric,
            boolean admitsUnknown,
            boolean keepsSamuFiles,
            HostRule hostRule,
            boolean excludesLisp,
            List<DaytimeContact> daytimeContacts) {
        this(
                alerts,
                paediatric,
                admitsUnknown,
                keepsSamuFiles,
                hostRule,
                excludesLisp,
                Patients.ADULTS,
                daytimeContacts);
    }

    public static final LocalRules NONE =
            new LocalRules(Optional.empty(), Optional.empty(), false, false, HostRule.USP_AND_EMSP, false, List.of());

    public static final int MOST_CONTACTS = 6;

    /** Refuses a paediatric number to a line that is one. */
    public static final String PAEDIATRIC_ITSELF =
            "numéro de l’appui pédiatrique : la ligne répond elle-même aux enfants et adolescents ; le laisser vide";

    /**
     * What is told of a territory whose number another's line answers: that one's for who is put through at night (patients, children, files of
     * the SAMU, physicians of LISP); its own for whom to call by day near by. The daytime contact and the address of its line stay its own as well.
     */
    public LocalRules answeredBy(LocalRules answering) {
        return new LocalRules(
                alerts,
                answering.paediatric,
                answering.admitsUnknown,
                answering.keepsSamuFiles,
                hostRule,
                answering.excludesLisp,
                answering.patients,
                daytimeContacts);
    }

    /** Whom to call by day where a number names one: the line's contact, else the only one of its parts. Of several none is chosen. */
    public Optional<PhoneNumber> byDay(LineSettings line) {
        return line.daytimeContact()
                .or(() -> daytimeContacts.size() == 1
                        ? Optional.of(daytimeContacts.getFirst().number())
                        : Optional.empty());
    }

    public LocalRules {
        // absent from a snapshot that a version before wrote
        patients = Objects.requireNonNullElse(patients, Patients.ADULTS);
        if (patients == Patients.MINORS && paediatric.isPresent()) {
            throw new InvalidInput(PAEDIATRIC_ITSELF);
        }
        daytimeContacts = List.copyOf(daytimeContacts);
        if (daytimeContacts.size() > MOST_CONTACTS) {
            throw new InvalidInput("contacts de jour : " + daytimeContacts.size() + " sont donnés ; en garder "
                    + MOST_CONTACTS + " au plus");
        }
        var names = new HashSet<String>();
        for (DaytimeContact contact : daytimeContacts) {
            if (!names.add(contact.name())) {
                throw new InvalidInput(
                        "contacts de jour : « " + contact.name() + " » est donné deux fois ; en garder un");
            }
        }
    }
}
