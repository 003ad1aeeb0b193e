package fr.appui.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

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
        Career career = physician.career();
        return new Physician(
                physician.id(),
                new PersonName("Médecin", "effacé " + count),
                Rpps.ofNobody(count),
                NOWHERE,
                new Career(
                        career.trainings(),
                        career.employments(),
                        career.posts(),
                        ended(career.practices(), today),
                        career.workingTimes(),
                        begun(career, today)),
                List.of(ContactNumber.always(NOBODY)));
    }

    /** Where they practise no more nothing is left to volunteer for. */
    private static List<Volunteering> begun(Career career, LocalDate today) {
        List<TerritoryCode> kept = ended(career.practices(), today).stream()
                .map(Career.Practice::territory)
                .toList();
        return career.volunteerings().stream()
                .filter(volunteering -> kept.contains(volunteering.territory()))
                .toList();
    }

    private static List<Career.Practice> ended(List<Career.Practice> practices, LocalDate today) {
        return practices.stream()
                .filter(practice -> !practice.dates().from().isAfter(today))
                .map(practice ->
                        practice.dates().to().filter(end -> !end.isAfter(today)).isPresent()
                                ? practice
                                : new Career.Practice(
                                        practice.territory(),
                                        new DateSpan(practice.dates().from(), Optional.of(today))))
                .toList();
    }
}
