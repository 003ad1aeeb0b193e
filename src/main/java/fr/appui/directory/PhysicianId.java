package fr.appui.directory;

import fr.appui.french.InvalidInput;
import fr.appui.french.WrittenValue;
import java.util.UUID;

/** A physician inside the product: opaque on purpose, so that events on the wire say nothing about the person. */
public record PhysicianId(UUID value) implements Comparable<PhysicianId> {

    public static PhysicianId parse(String text) {
        try {
            return new PhysicianId(UUID.fromString(text));
        } catch (IllegalArgumentException notAUuid) {
            throw new InvalidInput(
                    "identifiant de médecin : "
                            + WrittenValue.refused(text, "n’est pas un UUID", "le prendre dans l’annuaire"),
                    notAUuid);
        }
    }

    @Override
    public int compareTo(PhysicianId other) {
        return value.toString().compareTo(other.value.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
