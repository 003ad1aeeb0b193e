package fr.appui.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Why no rota exists, and what would make one possible.
 *
 * @param reasons each enough by itself to forbid any rota
 * @param uncovered one way to leave as few dates as possible uncovered
 * @param remedies alternatives to one another
 */
public record Infeasibility(List<Reason> reasons, List<LocalDate> uncovered, List<Remedy> remedies) {

    public Infeasibility {
        reasons = List.copyOf(reasons);
        uncovered = List.copyOf(uncovered);
        remedies = List.copyOf(remedies);
    }

    /** What the coordinator reads, reasons first. */
    public List<String> sentences() {
        var lines = new ArrayList<String>();
        reasons.forEach(reason -> lines.add(reason.sentence()));
        remedies.forEach(remedy -> lines.add(remedy.sentence()));
        return lines;
    }
}
