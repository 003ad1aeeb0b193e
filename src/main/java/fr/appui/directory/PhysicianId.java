package fr.appui.directory;

import fr.appui.french.InvalidInput;
import fr.appui.french.WrittenValue;
import java.util.Optional;
import java.util.UUID;

/** A physician inside the product: opaque on purpose, so that events on the wire say nothing about the person. */
public record PhysicianId(UUID value) implements Comparable<PhysicianId> {

    public static PhysicianId parse(String text) {
        return tryParse(text)
                .orElseThrow(() -> new InvalidInput("identifiant de médecin : "
                        + WrittenValue.refused(text, "n’est pas un UUID", "le prendre dans l’annuaire")));
    }

    /** What an outsider may have written; empty unless it is shaped as one. */
    public static Optional<PhysicianId> tryParse(String text) {
        try {
            return Optional.of(new PhysicianId(UUID.fromString(text)));
        } catch (IllegalArgumentException notAUuid) {
            return Optional.empty();
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
