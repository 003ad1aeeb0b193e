package fr.appui.web.calls;

import fr.appui.web.Problem;
import java.util.Optional;

/** Which page of a list, and how long. @param page first is 0 */
record Paging(int page, int size) {

    private static final int USUAL_SIZE = 50;
    private static final int LARGEST_SIZE = 200;
    private static final int LAST_PAGE = 100_000;

    static Paging of(Optional<String> page, Optional<String> size) {
        return new Paging(
                page.map(text -> number("page", text, 0, LAST_PAGE)).orElse(0),
                size.map(text -> number("size", text, 1, LARGEST_SIZE)).orElse(USUAL_SIZE));
    }

    private static int number(String field, String text, int least, int most) {
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // told below
        }
        throw Problem.badRequest(field, "écrire un nombre entre " + least + " et " + most);
    }
}
