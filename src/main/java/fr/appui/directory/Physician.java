package fr.appui.directory;

import java.time.LocalDateTime;
import java.util.List;

/**
 * A volunteer.
 *
 * @param numbers in the order in which to try them
 */
public record Physician(
        PhysicianId id, PersonName name, Rpps rpps, MailAddress mail, Career career, List<ContactNumber> numbers) {

    private static final int MOST_NUMBERS = 5;

    public Physician {
        numbers = List.copyOf(numbers);
        if (numbers.isEmpty() || numbers.size() > MOST_NUMBERS) {
            throw new IllegalArgumentException(
                    "numéros du médecin : en donner de 1 à " + MOST_NUMBERS + ", dans l'ordre d'appel");
        }
        if (numbers.stream().map(ContactNumber::number).distinct().count() != numbers.size()) {
            throw new IllegalArgumentException(
                    "numéros du médecin : le même numéro est donné deux fois ; en retirer un");
        }
    }

    /**
     * The numbers to try at a local time, in order. Where none may be used at that time all are tried: to disturb the
     * physician on duty is better than to leave the caller with nobody.
     */
    public List<PhoneNumber> numbersAt(LocalDateTime local) {
        List<PhoneNumber> usable = numbers.stream()
                .filter(number ->
                        number.hours().filter(hours -> !hours.contain(local)).isEmpty())
                .map(ContactNumber::number)
                .toList();
        return usable.isEmpty() ? numbers.stream().map(ContactNumber::number).toList() : usable;
    }
}
