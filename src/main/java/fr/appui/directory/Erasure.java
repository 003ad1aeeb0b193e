package fr.appui.directory;

import java.time.LocalDate;
import java.util.List;

/**
 * What stays of a physician whose personal data are erased: where and how much they worked, on which pay and reports rest;
 * no name, no national number, no address, no telephone. They practise nowhere any more, so nothing is planned for them.
 */
public final class Erasure {

    /** Of those that the regulator reserves for works of fiction: it rings nobody. */
    private static final PhoneNumber NOBODY = PhoneNumber.parse("06 39 98 00 00");

    private static final MailAddress NOWHERE = new MailAddress("personne@efface.invalid");

    private Erasure() {}

    /** @param count how many were erased before, this one included: it tells them apart */
    public static Physician of(Physician physician, int count, LocalDate today) {
        return new Physician(
                physician.id(),
                new PersonName("Médecin", "effacé " + count),
                Rpps.ofNobody(count),
                NOWHERE,
                physician.career().ended(today),
                List.of(ContactNumber.always(NOBODY)));
    }
}
