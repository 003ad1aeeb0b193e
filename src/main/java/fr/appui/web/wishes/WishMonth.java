package fr.appui.web.wishes;

import fr.appui.planning.MarkedWishes.Mark;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The wishes of a month as the page shows them. @param weeks Monday first; an empty place is outside the month */
record WishMonth(
        YearMonth month, List<List<Optional<Day>>> weeks, Optional<YearMonth> before, Optional<YearMonth> after) {

    /** @param heldIn the territory where they are on duty that day, empty for none; @param off whether nobody works: week-end or holiday, then named */
    record Day(LocalDate date, Mark mark, boolean recurring, String heldIn, boolean off, String holiday, boolean past) {

        public boolean held() {
            return !heldIn.isEmpty();
        }

        /** Said by a reader of the screen. */
        public String said() {
            return Stream.of(
                            mark == Mark.NONE ? "" : mark.label(),
                            recurring ? "chaque semaine" : "",
                            held() ? "d’astreinte" : "",
                            holiday)
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(", "));
        }
    }

    /** The mark of each day in turn, a digit a day: sent back with a tap. */
    public String shown() {
        return weeks.stream()
                .flatMap(List::stream)
                .flatMap(Optional::stream)
                .map(day -> Integer.toString(day.mark().ordinal()))
                .collect(Collectors.joining());
    }

    /** Dates that they hold by a published rota and said they are away on: a mark takes nobody off duty. */
    public List<Day> heldAlthoughAway() {
        return weeks.stream()
                .flatMap(List::stream)
                .flatMap(Optional::stream)
                .filter(day -> day.held() && day.mark() == Mark.AWAY && !day.past())
                .toList();
    }
}
