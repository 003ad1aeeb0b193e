package fr.appui.planning;

import fr.appui.directory.Finess;
import fr.appui.directory.PhysicianId;
import fr.appui.french.InvalidInput;
import fr.appui.french.WrittenValue;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A physician as a rota sees them.
 *
 * @param name as the coordinator reads it, {@code Dr Martin}
 * @param establishment the employer, which pays and which back-ups are best not shared with
 * @param ineligibilities dates of the problem on which a condition is missing; none means eligible throughout
 */
public record Volunteer(
        PhysicianId id, String name, Finess establishment, List<Ineligibility> ineligibilities, Wishes wishes) {

    public Volunteer {
        ineligibilities = List.copyOf(ineligibilities);
        if (WrittenValue.isNothing(name)) {
            throw new InvalidInput("nom du médecin : à renseigner");
        }
    }

    public Optional<Ineligibility> ineligibilityOn(LocalDate date) {
        return ineligibilities.stream()
                .filter(one -> one.dates().contains(date))
                .findFirst();
    }

    public boolean eligibleOn(LocalDate date) {
        return ineligibilityOn(date).isEmpty();
    }

    public boolean holdsPriorityAstreinteOn(LocalDate date) {
        return wishes.priorityAstreintes().contains(date);
    }

    public Volunteer with(Wishes others) {
        return new Volunteer(id, name, establishment, ineligibilities, others);
    }
}
