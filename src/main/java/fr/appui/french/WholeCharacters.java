package fr.appui.french;

/** Text by characters as people count them, never by the halves that Java keeps some in. */
public final class WholeCharacters {

    private static final char REPLACEMENT = '\uFFFD';

    private WholeCharacters() {}

    /** The beginning of a text, of {@code longest} characters at most: what a column of that width holds. */
    public static String first(int longest, String text) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest));
    }

    /** Whether it can be written to a file or a database and read back as it was. */
    public static boolean areIn(String text) {
        return text.codePoints().noneMatch(WholeCharacters::isHalf);
    }

    /** The same, with {@code �} where half a character stood. */
    public static String of(String text) {
        if (areIn(text)) {
            return text;
        }
        var whole = new StringBuilder();
        text.codePoints().map(point -> isHalf(point) ? REPLACEMENT : point).forEach(whole::appendCodePoint);
        return whole.toString();
    }

    private static boolean isHalf(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
