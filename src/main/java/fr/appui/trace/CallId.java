package fr.appui.trace;

import fr.appui.french.InvalidInput;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A call from its first leg to its last, whoever traces it: the switch's name and the linked id of its first channel
 * ({@code lille-1767225600.12}). Known to the dialplan without the service, so a call rebuilt later has the same id.
 */
public record CallId(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    public CallId {
        if (!SHAPE.matcher(value).matches()) {
            throw new InvalidInput(
                    "identifiant d’appel : attendu 1 à 64 lettres, chiffres, points et tirets, par exemple lille-1767225600.12");
        }
    }

    /** What an outsider may have written; empty unless it is shaped as one. */
    public static Optional<CallId> tryParse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new CallId(text)) : Optional.empty();
    }

    /** Whether this switch took it. One whose name begins with another's, « lille » and « lille-2 », is another. */
    public boolean isOf(String switchName) {
        return value.lastIndexOf('-') == switchName.length() && value.startsWith(switchName);
    }

    @Override
    public String toString() {
        return value;
    }
}
