package fr.appui.directory;

import fr.appui.french.InvalidInput;

/** What every text field of the directory must be: something, and no longer than its column. */
final class Required {

    private Required() {}

    static String text(String field, String value, int longest) {
        if (value.isBlank()) {
            throw new InvalidInput(field + " : à renseigner");
        }
        if (value.length() > longest) {
            throw new InvalidInput(field + " : " + value.length() + " caractères ; en garder " + longest + " au plus");
        }
        return value.strip();
    }
}
