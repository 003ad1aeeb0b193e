package fr.appui.planning.solver;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import fr.appui.directory.PhysicianId;
import fr.appui.planning.DayToCover;
import fr.appui.planning.Volunteer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** The columns of a model: every block that somebody may hold. */
final class Blocks {

    /** Which runs of days a physician may hold. */
    interface Admission {
        boolean mayHold(Volunteer physician, DayToCover day);

        /** Asked only of runs whose every day may be held. */
        boolean mayHoldTogether(Volunteer physician, List<DayToCover> run);
    }

    private final CpModel model;
    private final List<DaysHeld> all = new ArrayList<>();
    private final Map<LocalDate, List<DaysHeld>> byDate = new HashMap<>();
    private final Map<PhysicianId, List<DaysHeld>> byPhysician = new HashMap<>();

    Blocks(CpModel model, List<DayToCover> days, List<Volunteer> physicians, Admission admission) {
        this.model = model;
        for (List<DayToCover> stretch : stretches(days)) {
            for (Volunteer physician : physicians) {
                addRuns(physician, stretch, admission);
            }
        }
    }

    List<DaysHeld> all() {
        return all;
    }

    List<DaysHeld> covering(LocalDate date) {
        return byDate.getOrDefault(date, List.of());
    }

    List<DaysHeld> of(PhysicianId physician) {
        return byPhysician.getOrDefault(physician, List.of());
    }

    List<DaysHeld> covering(LocalDate date, PhysicianId physician) {
        return covering(date).stream()
                .filter(block -> block.physician().id().equals(physician))
                .toList();
    }

    static Literal[] literals(List<DaysHeld> blocks) {
        return blocks.stream().map(DaysHeld::chosen).toArray(Literal[]::new);
    }

    /** The sum of what the chosen ones among these blocks are worth. */
    static LinearExprBuilder sum(List<DaysHeld> blocks, ToLongFunction<DaysHeld> worth) {
        LinearExprBuilder sum = LinearExpr.newBuilder();
        for (DaysHeld block : blocks) {
            long coefficient = worth.applyAsLong(block);
            if (coefficient != 0) {
                sum.addTerm(block.chosen(), coefficient);
            }
        }
        return sum;
    }

    SortedMap<LocalDate, PhysicianId> holders(Predicate<Literal> isTrue) {
        var holders = new TreeMap<LocalDate, PhysicianId>();
        all.stream()
                .filter(block -> isTrue.test(block.chosen()))
                .forEach(block -> block.days()
                        .forEach(
                                day -> holders.put(day.date(), block.physician().id())));
        return holders;
    }

    /** Runs of consecutive dates, cut at each Monday. */
    static List<List<DayToCover>> stretches(List<DayToCover> days) {
        var stretches = new ArrayList<List<DayToCover>>();
        for (DayToCover day : days) {
            boolean follows =
                    !stretches.isEmpty() && follows(stretches.getLast().getLast(), day);
            if (!follows) {
                stretches.add(new ArrayList<>());
            }
            stretches.getLast().add(day);
        }
        return stretches;
    }

    private static boolean follows(DayToCover before, DayToCover day) {
        return before.date().plusDays(1).equals(day.date())
                && DayToCover.weekOf(before.date()).equals(DayToCover.weekOf(day.date()));
    }

    private void addRuns(Volunteer physician, List<DayToCover> stretch, Admission admission) {
        for (int from = 0; from < stretch.size(); from++) {
            for (int to = from; to < stretch.size() && admission.mayHold(physician, stretch.get(to)); to++) {
                List<DayToCover> run = List.copyOf(stretch.subList(from, to + 1));
                if (admission.mayHoldTogether(physician, run)) {
                    add(physician, run);
                }
            }
        }
    }

    private void add(Volunteer physician, List<DayToCover> run) {
        var block = new DaysHeld(physician, run, model.newBoolVar(""));
        all.add(block);
        byPhysician.computeIfAbsent(physician.id(), id -> new ArrayList<>()).add(block);
        run.forEach(day ->
                byDate.computeIfAbsent(day.date(), date -> new ArrayList<>()).add(block));
    }
}
