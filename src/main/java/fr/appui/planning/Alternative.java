package fr.appui.planning;

import fr.appui.directory.PhysicianId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * One way to repair a rota, shown before it is applied.
 *
 * @param moves by date
 * @param verdict what the rules say of the result
 * @param explanation in French: who takes what, with the effect on their load and on the sharing
 */
public record Alternative(Assignment result, List<Move> moves, Verdict verdict, List<String> explanation) {

    /** @param from empty where nobody held the duty @param to empty where nobody will */
    public record Move(LocalDate date, DutyRung rung, Optional<PhysicianId> from, Optional<PhysicianId> to) {}

    public Alternative {
        moves = List.copyOf(moves);
        explanation = List.copyOf(explanation);
    }

    public static Alternative between(Assignment before, Assignment after, RotaProblem problem) {
        Verdict verdict = Verdict.on(after, problem);
        List<Move> moves = moves(before, after);
        return new Alternative(after, moves, verdict, new RepairExplanation(problem, before, after).lines(moves));
    }

    /** How many first-rung duties change hands. */
    public int changes() {
        return (int)
                moves.stream().filter(move -> move.rung() == DutyRung.FIRST).count();
    }

    private static List<Move> moves(Assignment before, Assignment after) {
        var moves = new ArrayList<Move>();
        for (DutyRung rung : DutyRung.values()) {
            var dates = new TreeSet<>(before.on(rung).keySet());
            dates.addAll(after.on(rung).keySet());
            for (LocalDate date : dates) {
                Optional<PhysicianId> from = before.holder(rung, date);
                Optional<PhysicianId> to = after.holder(rung, date);
                if (!from.equals(to)) {
                    moves.add(new Move(date, rung, from, to));
                }
            }
        }
        return moves;
    }
}
