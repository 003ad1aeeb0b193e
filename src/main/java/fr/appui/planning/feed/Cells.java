package fr.appui.planning.feed;

import fr.appui.directory.PhysicianId;
import fr.appui.french.WrittenDate;
import fr.appui.french.WrittenValue;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One line's cells as values; a cell that cannot be read names its column and the remedy. */
final class Cells {

    private static final List<DateTimeFormatter> MOMENTS = List.of(
            DateTimeFormatter.ofPattern("d/M/uuuu H:mm[:ss]").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ISO_LOCAL_DATE_TIME);

    private static final Map<String, DayOfWeek> DAYS = Map.of(
            "lundi", DayOfWeek.MONDAY,
            "mardi", DayOfWeek.TUESDAY,
            "mercredi", DayOfWeek.WEDNESDAY,
            "jeudi", DayOfWeek.THURSDAY,
            "vendredi", DayOfWeek.FRIDAY,
            "samedi", DayOfWeek.SATURDAY,
            "dimanche", DayOfWeek.SUNDAY);

    private final TableFile.Line line;

    Cells(TableFile.Line line) {
        this.line = line;
    }

    int number() {
        return line.number();
    }

    String text(String column) {
        return line.cell(column);
    }

    boolean isEmpty(String column) {
        return line.cell(column).isEmpty();
    }

    PhysicianId physician(String column, Volunteers volunteers) {
        return switch (volunteers.find(text(column))) {
            case Volunteers.Answer.Found found -> found.physician().id();
            case Volunteers.Answer.NotFound notFound -> throw wrong(column, notFound.why());
        };
    }

    LocalDate date(String column) {
        return WrittenDate.tryRead(text(column))
                .orElseThrow(() -> refused(column, "n’est pas une date", WrittenDate.REMEDY));
    }

    /** Empty where the columns are, or hold something else than moments: they are beside what is read. */
    Optional<RotaFile.Part> part(String startColumn, String endColumn) {
        return moment(startColumn).flatMap(start -> moment(endColumn).map(end -> new RotaFile.Part(start, end)));
    }

    private Optional<LocalDateTime> moment(String column) {
        for (DateTimeFormatter format : MOMENTS) {
            try {
                return Optional.of(LocalDateTime.parse(text(column), format));
            } catch (DateTimeParseException tryTheNext) {
                continue;
            }
        }
        return Optional.empty();
    }

    DayOfWeek weekday(String column) {
        DayOfWeek day = DAYS.get(TableFile.plain(text(column)));
        if (day == null) {
            throw refused(column, "n’est pas un jour de la semaine", "écrire par exemple mardi");
        }
        return day;
    }

    int number(String column, int least, int most) {
        String written = text(column);
        int value = written.matches("\\d{1,3}") ? Integer.parseInt(written) : -1;
        if (value < least || value > most) {
            throw refused(column, "n’est pas un nombre", "écrire un nombre de " + least + " à " + most);
        }
        return value;
    }

    /** The value that a keyword stands for. */
    <T> T word(String column, Map<String, T> words) {
        T value = words.get(TableFile.plain(text(column)).replace(' ', '-'));
        if (value == null) {
            throw refused(
                    column,
                    "n’est pas prévu",
                    "choisir parmi : "
                            + String.join(", ", words.keySet().stream().sorted().toList()));
        }
        return value;
    }

    private Unreadable refused(String column, String fault, String remedy) {
        return wrong(column, WrittenValue.refused(text(column), fault, remedy));
    }

    Unreadable wrong(String column, String message) {
        return new Unreadable(new LineProblem(line.number(), column, message));
    }

    /** Stays inside this package: reading a file turns each into a {@link LineProblem}. */
    static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient LineProblem problem;

        Unreadable(LineProblem problem) {
            super(problem.message());
            this.problem = problem;
        }

        LineProblem problem() {
            return problem;
        }
    }
}
