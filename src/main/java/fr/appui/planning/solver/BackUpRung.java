package fr.appui.planning.solver;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import fr.appui.directory.PhysicianId;
import fr.appui.planning.BackUpNeeds;
import fr.appui.planning.DayToCover;
import fr.appui.planning.FairShare;
import fr.appui.planning.RotaProblem;
import fr.appui.planning.Volunteer;
import fr.appui.planning.Weights;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/**
 * The back-up rung, once the first is settled: the same blocks over the dates that need one. Nothing binds a back-up's dates
 * together but the sharing, so the second stage always has an answer.
 */
final class BackUpRung {

    private final RotaProblem problem;
    private final SortedMap<LocalDate, PhysicianId> first;
    private final BackUpNeeds needs;
    private final CpModel model = new CpModel();
    private final Blocks blocks;
    private final LinearExprBuilder total = LinearExpr.newBuilder();

    BackUpRung(RotaProblem problem, SortedMap<LocalDate, PhysicianId> first) {
        this.problem = problem;
        this.first = first;
        this.needs = BackUpNeeds.of(problem, first);
        this.blocks = new Blocks(model, needs.days(), problem.volunteers(), new ByNeeds(needs));
        needs.days().forEach(day -> model.addExactlyOne(Blocks.literals(blocks.covering(day.date()))));
        addSteadiness();
        addEstablishments();
        addSharing();
    }

    boolean isEmpty() {
        return needs.days().isEmpty();
    }

    CpModel model() {
        return model;
    }

    Blocks blocks() {
        return blocks;
    }

    LinearExprBuilder total() {
        return total;
    }

    /** What the dates left without a back-up cost, whoever holds the others. */
    long missing() {
        return (long) weights().missing() * needs.missing().size();
    }

    private void addSteadiness() {
        blocks.all().forEach(block -> total.addTerm(block.chosen(), weights().handOver()));
        total.add(-(long) weights().handOver() * Blocks.stretches(needs.days()).size());
    }

    private void addEstablishments() {
        for (DaysHeld block : blocks.all()) {
            long shared = block.days().stream()
                    .filter(day -> sharesEstablishment(block.physician(), day))
                    .count();
            total.addTerm(block.chosen(), shared * weights().sameEstablishment());
        }
    }

    private boolean sharesEstablishment(Volunteer backUp, DayToCover day) {
        PhysicianId holder = first.get(day.date());
        return holder != null
                && problem.volunteer(holder)
                        .filter(one -> one.establishment().equals(backUp.establishment()))
                        .isPresent();
    }

    private void addSharing() {
        FairShare share = needs.share();
        for (Volunteer volunteer : problem.volunteers()) {
            LinearExprBuilder held =
                    Blocks.sum(blocks.of(volunteer.id()), block -> block.days().size());
            for (int step = share.step(); step < needs.days().size(); step += share.step()) {
                IntVar excess = model.newIntVar(0, needs.days().size() - step, "");
                model.addGreaterOrEqual(
                        LinearExpr.newBuilder().add(excess).addTerm(held, -1).build(), -step);
                total.addTerm(excess, share.weight());
            }
        }
        total.add(-share.unavoidable());
    }

    private Weights.BackUp weights() {
        return problem.settings().weights().backUp();
    }

    private record ByNeeds(BackUpNeeds needs) implements Blocks.Admission {
        @Override
        public boolean mayHold(Volunteer physician, DayToCover day) {
            return needs.candidates(day.date()).contains(physician);
        }

        @Override
        public boolean mayHoldTogether(Volunteer physician, List<DayToCover> run) {
            return true;
        }
    }
}
