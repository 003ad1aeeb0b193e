package fr.appui.planning;

import fr.appui.calendar.Quarter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What would cover the dates that stay uncovered. */
public final class Remedies {

    private final RotaProblem problem;
    private final Candidates candidates;

    public Remedies(RotaProblem problem, Candidates candidates) {
        this.problem = problem;
        this.candidates = candidates;
    }

    /** @param uncovered one way to leave as few dates as possible uncovered */
    public List<Remedy> covering(Collection<LocalDate> uncovered) {
        if (uncovered.isEmpty()) {
            return List.of();
        }
        List<LocalDate> dates = uncovered.stream().sorted().toList();
        var remedies = new ArrayList<Remedy>();
        remedies.add(new Remedy.MoreVolunteers(volunteersFor(problem, dates), dates));
        derogations(dates).ifPresent(remedies::add);
        remedies.addAll(freeDates(dates));
        keptInTheWay(dates).forEach(date -> remedies.add(new Remedy.ReleaseKeptDuty(date)));
        return remedies;
    }

    /**
     * Volunteers that suffice and are needed to hold so many dates: each holds one at a time, up to the quota in each civil
     * quarter.
     */
    static int volunteersFor(RotaProblem problem, Collection<LocalDate> dates) {
        Map<Quarter, Long> byQuarter =
                dates.stream().collect(Collectors.groupingBy(Quarter::of, Collectors.counting()));
        return byQuarter.values().stream()
                .mapToInt(count ->
                        Math.ceilDiv(count.intValue(), problem.settings().quota()))
                .max()
                .orElse(0);
    }

    /** Every uncovered date on which somebody is free costs one day of derogation, no less. */
    private Optional<Remedy> derogations(List<LocalDate> dates) {
        record Extra(Volunteer physician, Quarter quarter) {}
        var extra = new TreeMap<Extra, Integer>(Comparator.comparing(Extra::quarter)
                .thenComparing(one -> one.physician().id()));
        for (LocalDate date : dates) {
            List<Extra> possible = candidates.on(date).stream()
                    .filter(one -> one.wishes().maxDutyDays().isEmpty())
                    .map(one -> new Extra(one, Quarter.of(date)))
                    .toList();
            if (possible.isEmpty()) {
                return Optional.empty();
            }
            Extra least = possible.stream()
                    .min(Comparator.comparingInt(one -> extra.getOrDefault(one, 0)))
                    .orElseThrow();
            extra.merge(least, 1, Integer::sum);
        }
        var lines = new ArrayList<String>();
        extra.forEach((one, days) -> {
            int quota = problem.quotaOf(one.physician().id(), one.quarter());
            lines.add(one.physician().name() + " " + (quota + days) + " jours au lieu de " + quota + " au "
                    + one.quarter().label());
        });
        return Optional.of(new Remedy.Derogations(dates.size(), lines));
    }

    /** For dates on which nobody is free: who could come back on a declared unavailability. */
    private List<Remedy> freeDates(List<LocalDate> dates) {
        var remedies = new ArrayList<Remedy>();
        List<LocalDate> empty =
                dates.stream().filter(date -> candidates.on(date).isEmpty()).toList();
        for (DateRange run : FrenchDays.runs(empty)) {
            var people = new LinkedHashSet<>(onlyUnavailable(run.from()));
            run.dates().forEach(date -> people.retainAll(onlyUnavailable(date)));
            if (!people.isEmpty()) {
                remedies.add(new Remedy.FreeDates(run.dates().toList(), List.copyOf(people)));
            }
        }
        return remedies;
    }

    private List<String> onlyUnavailable(LocalDate date) {
        return problem.day(date).stream()
                .flatMap(day -> problem.volunteers().stream()
                        .filter(one -> Obstacle.of(problem, one, DutyRung.FIRST, day)
                                .filter(obstacle -> obstacle.rule() == Rule.AVAILABILITY)
                                .isPresent()))
                .map(Volunteer::name)
                .toList();
    }

    private List<LocalDate> keptInTheWay(List<LocalDate> dates) {
        return dates.stream()
                .filter(date -> problem.surroundings().kept().first().containsKey(date))
                .toList();
    }
}
