package fr.appui.planning;

import fr.appui.calendar.Quarter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * As many dates of one civil quarter as the candidates can hold within their room, by augmenting paths, fixed duties first.
 * What stays uncovered is the least possible as far as availability and quota go, and the cut it leaves names the dates and
 * people at fault.
 */
final class QuotaFlow {

    /** Dates with all their candidates, who together cannot hold them. */
    record Cut(TreeSet<LocalDate> dates, LinkedHashSet<Volunteer> people) {}

    private final RotaProblem problem;
    private final Candidates candidates;
    private final Quarter quarter;
    private final Map<LocalDate, Volunteer> holders = new HashMap<>();
    private final List<LocalDate> uncovered = new ArrayList<>();

    /** @param fixed the kept duties that bind */
    QuotaFlow(RotaProblem problem, Assignment fixed, Quarter quarter, Collection<LocalDate> dates) {
        this.problem = problem;
        this.candidates = Candidates.of(problem, fixed);
        this.quarter = quarter;
        dates.stream()
                .filter(quarter::contains)
                .sorted(Comparator.comparing((LocalDate date) -> !fixed.first().containsKey(date))
                        .thenComparing(date -> date))
                .filter(date -> !augment(date, new HashSet<>()))
                .forEach(uncovered::add);
    }

    List<LocalDate> uncovered() {
        return List.copyOf(uncovered);
    }

    /** One for each separate shortage. */
    List<Cut> cuts() {
        var cuts = new ArrayList<Cut>();
        for (LocalDate date : uncovered) {
            Cut cut = reachableFrom(date);
            cuts.stream().filter(other -> overlap(other, cut)).toList().forEach(other -> {
                cuts.remove(other);
                cut.dates().addAll(other.dates());
                cut.people().addAll(other.people());
            });
            cuts.add(cut);
        }
        return cuts;
    }

    private static boolean overlap(Cut one, Cut other) {
        return one.people().stream().anyMatch(other.people()::contains);
    }

    private boolean augment(LocalDate date, Set<Volunteer> tried) {
        for (Volunteer candidate : candidates.on(date)) {
            if (tried.add(candidate) && (hasRoom(candidate) || frees(candidate, tried))) {
                holders.put(date, candidate);
                return true;
            }
        }
        return false;
    }

    /** Whether one of the candidate's dates can go to somebody else. */
    private boolean frees(Volunteer candidate, Set<Volunteer> tried) {
        return heldBy(candidate).stream().anyMatch(held -> augment(held, tried));
    }

    private boolean hasRoom(Volunteer candidate) {
        return heldBy(candidate).size() < problem.room(candidate, quarter);
    }

    private List<LocalDate> heldBy(Volunteer candidate) {
        return holders.entrySet().stream()
                .filter(entry -> entry.getValue().equals(candidate))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private Cut reachableFrom(LocalDate date) {
        var dates = new TreeSet<>(Set.of(date));
        var people = new LinkedHashSet<Volunteer>();
        var open = new ArrayList<>(List.of(date));
        while (!open.isEmpty()) {
            for (Volunteer candidate : candidates.on(open.removeLast())) {
                if (people.add(candidate)) {
                    heldBy(candidate).stream().filter(dates::add).forEach(open::add);
                }
            }
        }
        return new Cut(dates, people);
    }
}
