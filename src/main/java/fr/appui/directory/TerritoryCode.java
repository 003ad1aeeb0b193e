package fr.appui.directory;

import fr.appui.french.InvalidInput;
import fr.appui.french.WrittenValue;
import java.util.Optional;
import java.util.regex.Pattern;

/** A territory's short stable code, upper case ({@code HDF-OISE}); it appears in addresses, events and reports. */
public record TerritoryCode(String value) implements Comparable<TerritoryCode> {

    private static final Pattern SHAPE = Pattern.compile("[A-Z0-9]+(-[A-Z0-9]+)*");
    private static final int MAX_LENGTH = 32;

    public TerritoryCode {
        if (!isOne(value)) {
            throw new InvalidInput("code de territoire : "
                    + WrittenValue.refused(
                            value,
                            "n’est pas valable",
                            "attendu des majuscules, chiffres et tirets (32 au plus), par exemple HDF-OISE"));
        }
    }

    /** Empty of a text that is no code. */
    public static Optional<TerritoryCode> tryParse(String text) {
        return isOne(text) ? Optional.of(new TerritoryCode(text)) : Optional.empty();
    }

    private static boolean isOne(String text) {
        return text.length() <= MAX_LENGTH && SHAPE.matcher(text).matches();
    }

    /** @param region what the codes of its territories begin with, {@code HDF} */
    public boolean isIn(String region) {
        return value.startsWith(region + "-");
    }

    @Override
    public int compareTo(TerritoryCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
