package fr.appui.planning.feed;

import fr.appui.calendar.Quarter;
import fr.appui.directory.PhysicianId;
import fr.appui.planning.Assignment;
import fr.appui.planning.DutyRung;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An existing rota as a table: {@code date; médecin; rang}, one line for each date and rung; of a duty that was handed over, one
 * for each part with {@code début; fin}, as {@link RotaSheet} writes it.
 */
public final class RotaFile {

    private static final Map<String, DutyRung> RUNGS =
            Map.of("", DutyRung.FIRST, "1", DutyRung.FIRST, "2", DutyRung.BACK_UP);

    /**
     * @param number of the line in the file
     * @param held when, where the file says it
     */
    public record Line(int number, LocalDate date, DutyRung rung, PhysicianId physician, Optional<Part> held) {}

    /** A time within a duty, as the territory's clocks tell it. */
    public record Part(LocalDateTime start, LocalDateTime end) {

        boolean meets(Part other) {
            return start.isBefore(other.end) && other.start.isBefore(end);
        }

        Duration length() {
            return Duration.between(start, end);
        }
    }

    private record Place(LocalDate date, DutyRung rung) {}

    private RotaFile() {}

    /** Of a duty that was handed over, one line: that of who held most of it. */
    public static Imported<Line> read(byte[] content, Quarter quarter, Volunteers volunteers) {
        Imported<Line> read =
                LineReader.read(content, List.of("date", "medecin"), cells -> line(cells, quarter, volunteers));
        Map<Place, List<Line>> places = read.values().stream()
                .collect(Collectors.groupingBy(
                        line -> new Place(line.date(), line.rung()), LinkedHashMap::new, Collectors.toList()));
        var problems = new ArrayList<>(read.problems());
        places.values().forEach(lines -> problems.addAll(doubled(lines)));
        return new Imported<>(places.values().stream().map(RotaFile::most).toList(), problems);
    }

    public static Assignment assignment(List<Line> lines) {
        Assignment assignment = Assignment.EMPTY;
        for (Line line : lines) {
            assignment = assignment.with(line.rung(), line.date(), line.physician());
        }
        return assignment;
    }

    private static Line line(Cells cells, Quarter quarter, Volunteers volunteers) {
        LocalDate date = cells.date("date");
        if (!quarter.contains(date)) {
            throw cells.wrong(
                    "date",
                    "« " + cells.text("date") + " » n’est pas au " + quarter.label()
                            + " ; retirer la ligne ou changer de trimestre");
        }
        return new Line(
                cells.number(),
                date,
                cells.word("rang", RUNGS),
                cells.physician("medecin", volunteers),
                cells.part("debut", "fin"));
    }

    /** Several physicians of one rung on one date are a relay where each has a time of their own. */
    private static List<LineProblem> doubled(List<Line> lines) {
        var problems = new ArrayList<LineProblem>();
        for (int i = 1; i < lines.size(); i++) {
            Line line = lines.get(i);
            lines.subList(0, i).stream()
                    .filter(earlier -> !follow(earlier, line))
                    .findFirst()
                    .map(earlier -> new LineProblem(
                            line.number(),
                            "date",
                            "cette date a déjà un médecin de ce rang à la ligne " + earlier.number()
                                    + " ; n’en garder qu’un, ou donner le début et la fin de chacun"))
                    .ifPresent(problems::add);
        }
        return problems;
    }

    private static boolean follow(Line one, Line other) {
        return one.held()
                .flatMap(first -> other.held().map(second -> !first.meets(second)))
                .orElse(false);
    }

    private static Line most(List<Line> lines) {
        return lines.stream()
                .max(Comparator.comparing(line -> line.held().map(Part::length).orElse(Duration.ZERO)))
                .orElseThrow();
    }
}
