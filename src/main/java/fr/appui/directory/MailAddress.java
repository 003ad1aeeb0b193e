package fr.appui.directory;

import fr.appui.french.InvalidInput;
import fr.appui.french.WrittenValue;
import java.util.regex.Pattern;

/** A mail address as it is written to; whether anyone reads it only sending can tell. */
public record MailAddress(String value) {

    private static final Pattern SHAPE = Pattern.compile("[^\\s@<>,;\"]{1,64}@[^\\s@<>,;\"]+\\.[^\\s@<>,;\".]{2,}");
    private static final int MAX_LENGTH = 254;

    public MailAddress {
        if (value.length() > MAX_LENGTH || !SHAPE.matcher(value).matches()) {
            throw new InvalidInput("adresse de courriel : "
                    + WrittenValue.refused(value, "n’est pas valable", "attendu par exemple appui@hopital.fr"));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
