package fr.appui.planning;

import fr.appui.directory.PhysicianId;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What rest and the limit of consecutive days ask of one physician's first-rung dates: the one definition that the checks, the
 * search and the explanations share. Days held before or elsewhere are given: what they break among themselves stays as it is,
 * and nothing decided here may break more.
 */
public final class Rhythm {

    /** Dates that may not all be worked while all the others are free. @param worked at least one is decided here */
    public record Pattern(Rule rule, List<LocalDate> worked, List<LocalDate> free) {

        boolean brokenBy(Set<LocalDate> days) {
            return days.containsAll(worked) && free.stream().noneMatch(days::contains);
        }
    }

    private final Set<LocalDate> dates;
    private final Set<LocalDate> given;
    private final OptionalInt mostConsecutive;
    private final int restDays;

    private Rhythm(RotaProblem problem, PhysicianId physician) {
        this.dates = Set.copyOf(problem.dates());
        this.given = problem.heldBy(physician)
                .filter(duty -> duty.rung() == DutyRung.FIRST)
                .map(HeldDuty::date)
                .collect(Collectors.toSet());
        this.mostConsecutive = problem.settings().maxConsecutiveDays();
        this.restDays = problem.settings().restDays();
    }

    public static Rhythm of(RotaProblem problem, PhysicianId physician) {
        return new Rhythm(problem, physician);
    }

    public boolean isGiven(LocalDate date) {
        return given.contains(date);
    }

    /** All that the dates to cover could break. */
    public Stream<Pattern> patterns() {
        var possible = new TreeSet<>(dates);
        possible.addAll(given);
        return possible.stream().flatMap(this::patternsFrom);
    }

    /** Dates of which so many at most may be worked. */
    public record Window(List<LocalDate> dates, int most) {}

    /**
     * What follows from the patterns and shows at once that there are too few physicians: the longest run with the rest after
     * it holds no more days than the run, wherever no given day is near.
     */
    public Stream<Window> windows() {
        return restDays < 2
                ? Stream.empty()
                : mostConsecutive.stream()
                        .boxed()
                        .flatMap(most -> freshWindows(most + restDays).map(window -> new Window(window, most)));
    }

    /** Every stretch of so many days without a given one. */
    public Stream<List<LocalDate>> freshWindows(int days) {
        return dates.stream()
                .sorted()
                .map(from -> from.datesUntil(from.plusDays(days)).toList())
                .filter(window -> window.stream().noneMatch(given::contains));
    }

    /** What these dates break, the given days beside them. */
    Stream<Pattern> broken(Set<LocalDate> decided) {
        Set<LocalDate> days = withGiven(decided);
        return days.stream().flatMap(this::patternsFrom).filter(pattern -> pattern.brokenBy(days));
    }

    /** The run of worked days that a date is part of. */
    DateRange run(LocalDate date, Set<LocalDate> decided) {
        return FrenchDays.runs(withGiven(decided)).stream()
                .filter(run -> run.contains(date))
                .findFirst()
                .orElseThrow();
    }

    private Set<LocalDate> withGiven(Set<LocalDate> decided) {
        var days = new TreeSet<>(given);
        days.addAll(decided);
        return days;
    }

    private Stream<Pattern> patternsFrom(LocalDate first) {
        Stream<Pattern> tooLong = mostConsecutive.stream()
                .mapToObj(most -> new Pattern(
                        Rule.CONSECUTIVE_DAYS,
                        first.datesUntil(first.plusDays(most + 1L)).toList(),
                        List.of()));
        Stream<Pattern> tooSoon =
                IntStream.range(1, restDays).mapToObj(free -> broken(first, first.plusDays(free + 1L)));
        return Stream.concat(tooLong, tooSoon).filter(this::isDecidedHere);
    }

    private static Pattern broken(LocalDate before, LocalDate after) {
        return new Pattern(
                Rule.REST,
                List.of(before, after),
                before.plusDays(1).datesUntil(after).toList());
    }

    private boolean isDecidedHere(Pattern pattern) {
        return pattern.worked().stream().allMatch(date -> dates.contains(date) || given.contains(date))
                && !given.containsAll(pattern.worked());
    }
}
