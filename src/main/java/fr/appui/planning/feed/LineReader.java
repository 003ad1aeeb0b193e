package fr.appui.planning.feed;

import fr.appui.french.InvalidInput;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Turns the lines of a file into values; one line that cannot be read does not hide the problems of the next. */
final class LineReader {

    private LineReader() {}

    static <T> Imported<T> read(byte[] content, List<String> required, Function<Cells, T> toValue) {
        Imported<TableFile.Line> table = TableFile.read(content, required);
        var values = new ArrayList<T>();
        var problems = new ArrayList<>(table.problems());
        for (TableFile.Line line : table.values()) {
            try {
                values.add(toValue.apply(new Cells(line)));
            } catch (Cells.Unreadable unreadable) {
                problems.add(unreadable.problem());
            } catch (InvalidInput invalid) {
                problems.add(new LineProblem(line.number(), "", invalid.sentence()));
            }
        }
        problems.sort(Comparator.comparingInt(LineProblem::line));
        return new Imported<>(values, problems);
    }
}
