package fr.appui.planning;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import fr.appui.calendar.Quarter;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.french.InvalidInput;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Everything a rota is decided from: the days to cover (a quarter, part of one, or any range), who volunteers, under which
 * settings, and what surrounds it. Two equal problems have equal answers.
 */
public record RotaProblem(
        TerritoryCode territory,
        List<DayToCover> days,
        List<Volunteer> volunteers,
        PlanningSettings settings,
        Surroundings surroundings) {

    public static final int LONGEST_DAYS = 372;
    public static final int MOST_VOLUNTEERS = 200;

    public RotaProblem {
        days = days.stream().sorted(Comparator.comparing(DayToCover::date)).toList();
        volunteers =
                volunteers.stream().sorted(Comparator.comparing(Volunteer::id)).toList();
        if (days.isEmpty() || days.size() > LONGEST_DAYS) {
            throw new InvalidInput(
                    "période : " + days.size() + " plages à couvrir ; il en faut de 1 à " + LONGEST_DAYS);
        }
        if (volunteers.size() > MOST_VOLUNTEERS) {
            throw new InvalidInput(
                    "volontaires : " + volunteers.size() + " ; un planning en compte " + MOST_VOLUNTEERS + " au plus");
        }
        requireDistinct("période : une date y figure deux fois", days.stream().map(DayToCover::date));
        requireDistinct(
                "volontaires : un médecin y figure deux fois",
                volunteers.stream().map(Volunteer::id));
    }

    public LocalDate from() {
        return days.getFirst().date();
    }

    public LocalDate to() {
        return days.getLast().date();
    }

    public List<LocalDate> dates() {
        return days.stream().map(DayToCover::date).toList();
    }

    public Optional<DayToCover> day(LocalDate date) {
        return days.stream().filter(day -> day.date().equals(date)).findFirst();
    }

    public Optional<Volunteer> volunteer(PhysicianId id) {
        return volunteers.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    public String nameOf(PhysicianId id) {
        return volunteer(id).map(Volunteer::name).orElse("un médecin hors de la liste des volontaires");
    }

    /** By Monday. */
    public SortedMap<LocalDate, List<DayToCover>> weeks() {
        return days.stream().collect(groupingBy(day -> DayToCover.weekOf(day.date()), TreeMap::new, toList()));
    }

    /** By civil quarter. */
    public SortedMap<Quarter, List<DayToCover>> quarters() {
        return days.stream().collect(groupingBy(day -> Quarter.of(day.date()), TreeMap::new, toList()));
    }

    /** Duty days this physician may hold in a civil quarter: the territory's quota unless a derogation says otherwise. */
    public int quotaOf(PhysicianId physician, Quarter quarter) {
        return surroundings.derogations().stream()
                .filter(one ->
                        one.physician().equals(physician) && one.quarter().equals(quarter))
                .mapToInt(Derogation::allowedDays)
                .findFirst()
                .orElse(settings.quota());
    }

    public Stream<HeldDuty> heldBy(PhysicianId physician) {
        return surroundings.held().stream().filter(duty -> duty.physician().equals(physician));
    }

    /** First-rung days of a civil quarter that the problem does not decide, every territory together. */
    public int heldDays(PhysicianId physician, Quarter quarter) {
        return (int) heldBy(physician)
                .filter(HeldDuty::counted)
                .filter(duty -> duty.rung() == DutyRung.FIRST && quarter.contains(duty.date()))
                .count();
    }

    /** First-rung days this physician may still receive in a civil quarter, by quota and by their own maximum. */
    public int room(Volunteer volunteer, Quarter quarter) {
        int allowed = Math.min(
                quotaOf(volunteer.id(), quarter),
                volunteer.wishes().maxDutyDays().orElse(Integer.MAX_VALUE));
        return Math.max(0, allowed - heldDays(volunteer.id(), quarter));
    }

    /** Who holds this territory's first rung just outside the dates to cover. */
    public SortedMap<LocalDate, PhysicianId> heldAround() {
        Set<LocalDate> inside = new HashSet<>(dates());
        var around = new TreeMap<LocalDate, PhysicianId>();
        surroundings.held().stream()
                .filter(HeldDuty::counted)
                .filter(duty ->
                        duty.rung() == DutyRung.FIRST && duty.territory().equals(territory))
                .filter(duty -> !inside.contains(duty.date()))
                .forEach(duty -> around.put(duty.date(), duty.physician()));
        return around;
    }

    /** Whether the physician agreed to this date, or the coordinator decided it: their wishes no longer stand against it. */
    public boolean settled(Volunteer volunteer, LocalDate date) {
        return volunteer.wishes().accepted().contains(date)
                || volunteer.id().equals(surroundings.kept().first().get(date))
                || volunteer.id().equals(surroundings.kept().backUp().get(date));
    }

    /** Whether a run of dates is less than the whole week that is all this volunteer offers; what they agreed to is not. */
    public boolean breaksWholeWeek(Volunteer volunteer, List<LocalDate> run) {
        LocalDate monday = DayToCover.weekOf(run.getFirst());
        return volunteer.wishes().willingness() == Willingness.WHOLE_WEEKS
                && !run.stream().allMatch(date -> settled(volunteer, date))
                && !days.stream()
                        .map(DayToCover::date)
                        .filter(date -> DayToCover.weekOf(date).equals(monday))
                        .allMatch(run::contains);
    }

    /** The same problem without one of the rules that a territory or a volunteer sets; unchanged for any other. */
    public RotaProblem lifting(Rule rule) {
        return switch (rule) {
            case CONSECUTIVE_DAYS -> with(settings.withRest(OptionalInt.empty(), settings.restDays()));
            case REST -> with(settings.withRest(settings.maxConsecutiveDays(), 0));
            case WILLINGNESS -> changingAll(wishes -> wishes.willing(Willingness.PARTS_OF_WEEKS));
            case PERSONAL_MAXIMUM -> changingAll(Wishes::withoutMaximum);
            case QUOTA ->
                with(settings.withQuota(PlanningSettings.LARGEST_QUOTA)).with(surroundings.derogating(List.of()));
            case COVERAGE,
                    KEPT_DUTIES,
                    ELIGIBILITY,
                    AVAILABILITY,
                    ONE_AT_A_TIME,
                    BACK_UP_WHEN_PRIORITY,
                    BACK_UP_OTHER_PHYSICIAN,
                    WHOLE_WEEKS,
                    SPACING,
                    FAIR_LOAD,
                    FAIR_WEEK_ENDS,
                    FAIR_HOLIDAYS,
                    FAIR_SPECIAL_DAYS,
                    PREFERENCES,
                    BACK_UP_WANTED,
                    BACK_UP_OTHER_ESTABLISHMENT,
                    BACK_UP_STEADY,
                    BACK_UP_SHARED -> this;
        };
    }

    public RotaProblem keeping(Assignment duties) {
        return with(surroundings.keeping(duties));
    }

    public RotaProblem with(Surroundings others) {
        return new RotaProblem(territory, days, volunteers, settings, others);
    }

    public RotaProblem with(PlanningSettings others) {
        return new RotaProblem(territory, days, volunteers, others, surroundings);
    }

    public RotaProblem with(List<Volunteer> others) {
        return new RotaProblem(territory, days, others, settings, surroundings);
    }

    public RotaProblem changingAll(UnaryOperator<Wishes> change) {
        return with(volunteers.stream()
                .map(one -> one.with(change.apply(one.wishes())))
                .toList());
    }

    /** The same problem with one physician's wishes changed. */
    public RotaProblem changing(PhysicianId physician, UnaryOperator<Wishes> change) {
        return with(volunteers.stream()
                .map(one -> one.id().equals(physician) ? one.with(change.apply(one.wishes())) : one)
                .toList());
    }

    /** The same problem after a physician gave up dates: unavailable then, whatever they or the coordinator had settled. */
    public RotaProblem withdrawing(PhysicianId physician, Set<LocalDate> dates) {
        Assignment kept = surroundings.kept();
        for (DutyRung rung : DutyRung.values()) {
            for (LocalDate date : dates) {
                kept = kept.holder(rung, date).filter(physician::equals).isPresent() ? kept.without(rung, date) : kept;
            }
        }
        return changing(physician, wishes -> wishes.givingUp(dates)).with(surroundings.keeping(kept));
    }

    /** Only this part of a date's window changes hands: the rest stays with who holds it. */
    public RotaProblem sharing(LocalDate date, Instant start, Instant end) {
        List<DayToCover> shared = days.stream()
                .map(day -> day.date().equals(date) ? day.between(start, end) : day)
                .toList();
        return new RotaProblem(territory, shared, volunteers, settings, surroundings);
    }

    /** What a rota holds is to be decided again; the dates it leaves open stay out of it. The whole where it holds nothing. */
    public RotaProblem whereHeld(Assignment rota) {
        List<DayToCover> held = days.stream()
                .filter(day -> rota.first().containsKey(day.date()))
                .toList();
        return held.isEmpty() ? this : new RotaProblem(territory, held, volunteers, settings, surroundings);
    }

    /** What remains to decide from a date on: what a rota says of earlier dates becomes duties held, past judging. */
    public RotaProblem startingAt(LocalDate date, Assignment rota) {
        Surroundings settled = surroundings;
        for (DayToCover day : days) {
            for (DutyRung rung : DutyRung.values()) {
                PhysicianId holder = rota.on(rung).get(day.date());
                if (holder != null && day.date().isBefore(date)) {
                    settled = settled.holdingAlso(new HeldDuty(holder, day, rung, territory));
                }
            }
        }
        List<DayToCover> remaining =
                days.stream().filter(day -> !day.date().isBefore(date)).toList();
        return new RotaProblem(
                territory,
                remaining,
                volunteers,
                settings,
                settled.keeping(settled.kept().from(date)));
    }

    private static void requireDistinct(String complaint, Stream<?> keys) {
        var seen = new HashSet<Object>();
        if (!keys.allMatch(seen::add)) {
            throw new InvalidInput(complaint + " ; n’en garder qu’une");
        }
    }
}
