package fr.appui.directory;

import java.util.regex.Pattern;

/** Text on its way to a spreadsheet, which takes for a formula what begins like one, marks and blanks before it left aside. */
public final class SpreadsheetCell {

    private static final String BEGINNINGS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    /** A number, a telephone number, a dash for nothing. */
    private static final Pattern HARMLESS = Pattern.compile("[+-]?\\d+([.,]\\d+)?|-");

    private static final char TEXT = '\'';

    private SpreadsheetCell() {}

    /** The same text, with the apostrophe that says « text » where it would be a formula. */
    public static String of(String text) {
        return isFormula(text) ? TEXT + text : text;
    }

    /** What {@link #of} was given. */
    public static String read(String cell) {
        return !cell.isEmpty() && cell.charAt(0) == TEXT && isFormula(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static boolean isFormula(String text) {
        if (HARMLESS.matcher(text).matches()) {
            return false;
        }
        boolean blankFirst = !text.isEmpty() && "\t\r\n".indexOf(text.charAt(0)) >= 0;
        return blankFirst
                || text.codePoints()
                        .dropWhile(SpreadsheetCell::isUnseen)
                        .limit(1)
                        .anyMatch(point -> BEGINNINGS.indexOf(point) >= 0);
    }

    private static boolean isUnseen(int point) {
        return Character.isWhitespace(point)
                || Character.isSpaceChar(point)
                || Character.getType(point) == Character.FORMAT
                || Character.isISOControl(point);
    }
}
