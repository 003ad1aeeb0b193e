package fr.appui.planning.feed;

import fr.appui.calendar.Quarter;
import fr.appui.directory.PhysicianId;
import fr.appui.planning.Assignment;
import fr.appui.planning.DutyRung;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An existing rota as a table: {@code date; médecin; rang}, one line for each date and rung. */
public final class RotaFile {

    private static final Map<String, DutyRung> RUNGS =
            Map.of("", DutyRung.FIRST, "1", DutyRung.FIRST, "2", DutyRung.BACK_UP);

    /** @param number of the line in the file */
    public record Line(int number, LocalDate date, DutyRung rung, PhysicianId physician) {}

    private record Place(LocalDate date, DutyRung rung) {}

    private RotaFile() {}

    public static Imported<Line> read(byte[] content, Quarter quarter, Volunteers volunteers) {
        Imported<Line> read =
                LineReader.read(content, List.of("date", "medecin"), cells -> line(cells, quarter, volunteers));
        var problems = new ArrayList<>(read.problems());
        problems.addAll(doubled(read.values()));
        return new Imported<>(read.values(), problems);
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
                    "« " + cells.text("date") + " » n'est pas au " + quarter.label()
                            + " ; retirer la ligne ou changer de trimestre");
        }
        return new Line(cells.number(), date, cells.word("rang", RUNGS), cells.physician("medecin", volunteers));
    }

    private static List<LineProblem> doubled(List<Line> lines) {
        var problems = new ArrayList<LineProblem>();
        var seen = new HashMap<Place, Integer>();
        for (Line line : lines) {
            Integer earlier = seen.putIfAbsent(new Place(line.date(), line.rung()), line.number());
            if (earlier != null) {
                problems.add(new LineProblem(
                        line.number(),
                        "date",
                        "cette date a déjà un médecin de ce rang à la ligne " + earlier + " ; n'en garder qu'un"));
            }
        }
        return problems;
    }
}
