package fr.appui.web.rotas;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A quarter at a glance: for each month, physicians by days; and the same days as a calendar. */
public record RotaGrid(List<Month> months) {

    /** @param weeks Monday to Sunday, with empty days of the months around */
    public record Month(String label, List<Day> days, List<Row> rows, List<List<Optional<Day>>> weeks) {}

    /**
     * @param holiday its name; empty on other days
     * @param off Saturday, Sunday or holiday
     * @param promised whether the territory has a window on that date
     * @param first and {@code backUp} who holds the rungs, in turn with the hour; empty for nobody
     * @param gap whether nobody holds the first rung at some moment of it
     */
    public record Day(
            LocalDate date,
            String holiday,
            boolean off,
            boolean today,
            boolean promised,
            List<String> first,
            List<String> backUp,
            boolean gap) {

        public String getLetter() {
            return "LMMJVSD"
                    .substring(
                            date.getDayOfWeek().getValue() - 1,
                            date.getDayOfWeek().getValue());
        }
    }

    /** @param quota days the physician may hold in the quarter, derogations counted */
    public record Row(String id, String name, int days, int quota, List<Cell> cells) {}

    /**
     * One physician on one date.
     *
     * @param mark what is printed, one character or none
     * @param kinds classes of style
     * @param words the same for who listens; empty where there is nothing to say
     */
    public record Cell(LocalDate date, String mark, String kinds, String words) {}
}
