package fr.appui.directory;

import java.util.regex.Pattern;

/** A health professional's national number: 11 digits, the last a check digit. */
public record Rpps(String value) {

    private static final Pattern SHAPE = Pattern.compile("\\d{11}");

    public Rpps {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("rpps : « " + value + " » n'est pas valable ; attendu 11 chiffres");
        }
        if (!Luhn.isValid(value)) {
            throw new IllegalArgumentException(
                    "rpps : « " + value + " » a une clé de contrôle fausse ; vérifier chaque chiffre");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
