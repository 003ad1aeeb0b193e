package fr.appui.french;

/** What is said of a value that cannot be read: it is quoted, unless nothing was written, which is then what is wrong with it. */
public final class WrittenValue {

    private WrittenValue() {}

    /**
     * What somebody wrote, without what is blank around it: pasted from a page or a spreadsheet, that does not always
     * break, nor always have a width.
     */
    public static String of(String written) {
        int from = 0;
        int to = written.length();
        while (from < to && isBlank(written.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(written.charAt(to - 1))) {
            to--;
        }
        return written.substring(from, to);
    }

    /** Whether nothing stands there that anybody could read. */
    public static boolean isNothing(String written) {
        return of(written).isEmpty();
    }

    private static boolean isBlank(char written) {
        return Character.isWhitespace(written)
                || Character.isSpaceChar(written)
                || Character.isIdentifierIgnorable(written);
    }

    /**
     * @param fault goes on from the quoted value: {@code n'est pas une date}
     * @param remedy what to write instead, with an example
     */
    public static String refused(String written, String fault, String remedy) {
        String value = of(written);
        return value.isEmpty() ? "à renseigner, " + remedy : "« " + value + " » " + fault + " ; " + remedy;
    }
}
