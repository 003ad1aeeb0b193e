package fr.appui.planning;

import static fr.appui.planning.Team.volunteers;

import fr.appui.calendar.PerimeterKind;
import fr.appui.calendar.Quarter;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;

/**
 * Seeded problems small enough to try every rota: a few days across the end of a quarter, given duties before, after and
 * elsewhere, fixed duties, rules that changed since, every setting and wish.
 */
public final class SmallProblems {

    private final Random random;
    private final DateRange dates;
    private final List<Volunteer> team;

    private SmallProblems(long seed) {
        this.random = new Random(seed);
        LocalDate from = LocalDate.of(2026, 9, 21).plusDays(random.nextInt(14));
        this.dates = new DateRange(from, from.plusDays(3 + random.nextInt(4)));
        this.team =
                volunteers(2 + random.nextInt(2)).stream().map(this::withWishes).toList();
    }

    public static RotaProblem of(long seed) {
        return new SmallProblems(seed).problem();
    }

    private RotaProblem problem() {
        RotaProblem problem = new RotaProblem(
                Team.OISE,
                dates.dates()
                        .map(date -> Case.day(date, one(4) ? PerimeterKind.CORE : PerimeterKind.EXTENDED))
                        .toList(),
                team,
                settings(),
                Surroundings.NONE);
        return problem.with(new Surroundings(derogations(), held(), history(), fixed()));
    }

    private PlanningSettings settings() {
        return new PlanningSettings(
                3 + random.nextInt(8),
                one(2) ? OptionalInt.of(1 + random.nextInt(4)) : OptionalInt.empty(),
                one(3) ? 0 : random.nextInt(6),
                1 + random.nextInt(4),
                one(2) ? BackUpPolicy.EVERY_DAY : BackUpPolicy.WHEN_PRIORITY_HELD,
                Weights.DEFAULT);
    }

    private Volunteer withWishes(Volunteer plain) {
        Volunteer one = Team.withRandomAbsences(plain, dates, one(3) ? 0.25 : 0.05, random);
        Wishes wishes = one.wishes()
                .holdingPriorityAstreintes(some(0.08))
                .accepting(some(0.1))
                .willing(
                        one(6)
                                ? Willingness.WHOLE_WEEKS
                                : one(12) ? Willingness.WEEK_ENDS_ONLY : Willingness.PARTS_OF_WEEKS)
                .preferring(List.of(new Preference(
                        DateRange.on(any()),
                        one(2) ? Preference.Liking.PREFER : Preference.Liking.AVOID,
                        1 + random.nextInt(3))));
        Wishes bounded = one(5) ? wishes.atMost(1 + random.nextInt(5)) : wishes;
        List<Ineligibility> missing = one(10)
                ? List.of(new Ineligibility(new DateRange(any(), dates.to().plusDays(9)), "sa convention a pris fin"))
                : List.of();
        return new Volunteer(one.id(), one.name(), one.establishment(), missing, bounded);
    }

    /** Before and after here, at any date elsewhere, in hours of both kinds, on both rungs; as many as break any rule. */
    private List<HeldDuty> held() {
        var held = new ArrayList<HeldDuty>();
        for (int back = 1; back <= 5; back++) {
            if (one(3)) {
                held.add(held(dates.from().minusDays(back), Team.OISE));
            }
            if (one(4)) {
                held.add(held(dates.to().plusDays(back), Team.OISE));
            }
        }
        for (int more = random.nextInt(4); more > 0; more--) {
            held.add(held(dates.from().plusDays(random.nextInt(12) - 3), Team.HAINAUT));
        }
        return held;
    }

    private HeldDuty held(LocalDate date, TerritoryCode territory) {
        return new HeldDuty(
                anybody(),
                Case.day(date, one(3) ? PerimeterKind.CORE : PerimeterKind.EXTENDED),
                one(5) ? DutyRung.BACK_UP : DutyRung.FIRST,
                territory);
    }

    private Assignment fixed() {
        Assignment fixed = Assignment.EMPTY;
        for (int more = random.nextInt(4) - 1; more > 0; more--) {
            fixed = fixed.with(one(4) ? DutyRung.BACK_UP : DutyRung.FIRST, any(), anybody());
        }
        return fixed;
    }

    private List<Derogation> derogations() {
        return one(6)
                ? List.of(new Derogation(anybody(), Quarter.of(dates.from()), 1 + random.nextInt(8), "accordée"))
                : List.of();
    }

    private List<PastShare> history() {
        Quarter past = Quarter.of(dates.from()).previous();
        return team.stream()
                .map(one -> new PastShare(
                        one.id(), past, 91, new Tally(random.nextInt(20), random.nextInt(4), random.nextInt(2), 0)))
                .toList();
    }

    private PhysicianId anybody() {
        return team.get(random.nextInt(team.size())).id();
    }

    private LocalDate any() {
        return dates.from().plusDays(random.nextInt((int) dates.dates().count()));
    }

    private Set<LocalDate> some(double probability) {
        return new HashSet<>(
                dates.dates().filter(date -> random.nextDouble() < probability).toList());
    }

    private boolean one(int in) {
        return random.nextInt(in) == 0;
    }
}
