package fr.appui.rota;

import fr.appui.calendar.DutyWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What of the promised hours nobody holds. Only the first rung is required (domain §4). */
public final class Coverage {

    /** A part of a window, or all of it, without a first rung. */
    public record Gap(DutyWindow window, Instant start, Instant end) {}

    private Coverage() {}

    /** In order; touching gaps of one window are one. */
    public static List<Gap> gaps(List<DutyDay> days) {
        return days.stream().flatMap(day -> gaps(day).stream()).toList();
    }

    private static List<Gap> gaps(DutyDay day) {
        var gaps = new ArrayList<Gap>();
        for (DutyDay.Stretch stretch : day.stretches()) {
            if (firstRung(stretch).isPresent()) {
                continue;
            }
            boolean touches = !gaps.isEmpty() && gaps.getLast().end().equals(stretch.start());
            Instant start = touches ? gaps.removeLast().start() : stretch.start();
            gaps.add(new Gap(day.window(), start, stretch.end()));
        }
        return gaps;
    }

    private static Optional<Holding> firstRung(DutyDay.Stretch stretch) {
        return stretch.holdings().stream()
                .filter(holding -> holding.rung() == 1 && holding.physician().isPresent())
                .findFirst();
    }
}
