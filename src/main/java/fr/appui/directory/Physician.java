package fr.appui.directory;

import fr.appui.french.InvalidInput;
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
            throw new InvalidInput("numéros du médecin : en donner de 1 à " + MOST_NUMBERS + ", dans l’ordre d’appel");
        }
        if (numbers.stream().map(ContactNumber::number).distinct().count() != numbers.size()) {
            throw new InvalidInput("numéros du médecin : le même numéro est donné deux fois ; en retirer un");
        }
    }

    /**
     * Whether this is what {@link Erasure} left of somebody: duties and figures keep their physician, nobody knows who.
     */
    public boolean isErased() {
        return rpps.isOfNobody();
    }

    /** @see ContactNumber#usableAt */
    public List<PhoneNumber> numbersAt(LocalDateTime local) {
        return ContactNumber.usableAt(local, numbers);
    }
}
