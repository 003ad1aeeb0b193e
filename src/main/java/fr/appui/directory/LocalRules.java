package fr.appui.directory;

import java.util.HashSet;
import java.util.List;
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
 * @param daytimeContacts whom to call by day, where there is one for each part of the territory; shown, never rung
 */
public record LocalRules(
        Optional<MailAddress> alerts,
        Optional<PhoneNumber> paediatric,
        boolean admitsUnknown,
        boolean keepsSamuFiles,
        HostRule hostRule,
        boolean excludesLisp,
        List<DaytimeContact> daytimeContacts) {

    public static final LocalRules NONE =
            new LocalRules(Optional.empty(), Optional.empty(), false, false, HostRule.USP_AND_EMSP, false, List.of());

    public static final int MOST_CONTACTS = 6;

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
                daytimeContacts);
    }

    public LocalRules {
        daytimeContacts = List.copyOf(daytimeContacts);
        if (daytimeContacts.size() > MOST_CONTACTS) {
            throw new IllegalArgumentException("contacts de jour : " + daytimeContacts.size()
                    + " sont donnés ; en garder " + MOST_CONTACTS + " au plus");
        }
        var names = new HashSet<String>();
        for (DaytimeContact contact : daytimeContacts) {
            if (!names.add(contact.name())) {
                throw new IllegalArgumentException(
                        "contacts de jour : « " + contact.name() + " » est donné deux fois ; en garder un");
            }
        }
    }
}
