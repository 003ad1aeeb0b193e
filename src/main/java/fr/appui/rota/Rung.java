package fr.appui.rota;

import fr.appui.directory.PhoneNumber;
import fr.appui.directory.PhysicianId;
import java.util.List;

/**
 * One step of a ladder: a physician and the numbers to try, in order.
 *
 * @param position first rung is 1
 */
public record Rung(int position, PhysicianId physician, List<PhoneNumber> numbers) {

    public Rung {
        numbers = List.copyOf(numbers);
        if (position < 1) {
            throw new IllegalArgumentException("rang : le premier rang est 1, pas " + position);
        }
        if (numbers.isEmpty()) {
            throw new IllegalArgumentException("rang " + position + " : le médecin n’a aucun numéro où le joindre");
        }
    }
}
