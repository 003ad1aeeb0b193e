package fr.appui.directory;

import fr.appui.french.InvalidInput;
import fr.appui.french.WrittenValue;

/** What every text field of the directory must be: something, and no longer than its column. */
final class Required {

    private Required() {}

    static String text(String field, String value, int longest) {
        if (WrittenValue.isNothing(value)) {
            throw new InvalidInput(field + " : à renseigner");
        }
        if (value.length() > longest) {
            throw new InvalidInput(field + " : " + value.length() + " caractères ; en garder " + longest + " au plus");
        }
        return WrittenValue.of(value);
    }
}
