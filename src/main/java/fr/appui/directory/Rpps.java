package fr.appui.directory;

import fr.appui.french.InvalidInput;
import fr.appui.french.WrittenValue;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A health professional's national number: 11 digits, the last a check digit. */
public record Rpps(String value) {

    private static final String OF_NOBODY = "0000";
    private static final Pattern SHAPE = Pattern.compile("\\d{11}");

    public Rpps {
        if (!SHAPE.matcher(value).matches()) {
            throw new InvalidInput("rpps : " + WrittenValue.refused(value, "n’est pas valable", "attendu 11 chiffres"));
        }
        if (!Luhn.isValid(value)) {
            throw new InvalidInput("rpps : « " + value + " » a une clé de contrôle fausse ; vérifier chaque chiffre");
        }
    }

    /** The national register gives no number that begins so: {@link Erasure} does. */
    boolean isOfNobody() {
        return value.startsWith(OF_NOBODY);
    }

    /** @param count different for each */
    static Rpps ofNobody(int count) {
        String digits = OF_NOBODY + "%06d".formatted(count);
        return IntStream.range(0, 10)
                .mapToObj(key -> digits + key)
                .filter(Luhn::isValid)
                .map(Rpps::new)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public String toString() {
        return value;
    }
}
