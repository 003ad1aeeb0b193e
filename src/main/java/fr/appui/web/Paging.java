package fr.appui.web;

import fr.appui.french.WrittenValue;
import java.util.List;
import java.util.Optional;

/** Which part of a list was asked for: {@code ?page=0&size=50}. */
public record Paging(int page, int size) {

    private static final int USUAL_SIZE = 50;
    private static final int LARGEST_SIZE = 200;
    private static final int LAST_PAGE = 1_000_000;

    /** One page of a list. */
    public record Page<T>(List<T> items, int page, int size, int total) {
        public Page {
            items = List.copyOf(items);
        }
    }

    /** @throws Problem.Refused naming the parameter, when one is not a number within bounds */
    public static Paging asked(Optional<String> page, Optional<String> size) {
        return new Paging(
                page.map(text -> number("page", text, 0, LAST_PAGE)).orElse(0),
                size.map(text -> number("size", text, 1, LARGEST_SIZE)).orElse(USUAL_SIZE));
    }

    public <T> Page<T> of(List<T> all) {
        int from = (int) Math.min((long) page * size, all.size());
        return new Page<>(all.subList(from, Math.min(from + size, all.size())), page, size, all.size());
    }

    /** The page that was read, of a list that was not read whole. */
    public <T> Page<T> of(List<T> read, long total) {
        return new Page<>(read, page, size, (int) total);
    }

    private static int number(String field, String text, int least, int most) {
        try {
            int value = Integer.parseInt(WrittenValue.of(text));
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            // refused below, with the bounds
        }
        throw Problem.badRequest(
                field, WrittenValue.refused(text, "n’est pas valable", "donner un nombre de " + least + " à " + most));
    }
}
