package fr.appui.directory;

import fr.appui.french.InvalidInput;
import fr.appui.french.WrittenValue;
import java.util.regex.Pattern;

/** A health establishment's national number: 9 characters, department first (2A and 2B for Corsica), a check digit last. */
public record Finess(String value) implements Comparable<Finess> {

    private static final Pattern SHAPE = Pattern.compile("(\\d\\d|2A|2B)\\d{7}");

    public Finess {
        if (!SHAPE.matcher(value).matches()) {
            throw new InvalidInput("finess : "
                    + WrittenValue.refused(
                            value, "n’est pas valable", "attendu 9 chiffres (2A ou 2B au début pour la Corse)"));
        }
        // in the check digit's sum the A of Corse-du-Sud counts 1 and the B of Haute-Corse counts 2
        if (!Luhn.isValid(value.replace('A', '1').replace('B', '2'))) {
            throw new InvalidInput("finess : « " + value + " » a une clé de contrôle fausse ; vérifier chaque chiffre");
        }
    }

    @Override
    public int compareTo(Finess other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
