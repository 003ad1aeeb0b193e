package fr.appui.planning.life;

import fr.appui.planning.Alternative.Move;
import fr.appui.planning.Assignment;
import fr.appui.planning.DutyRung;

/** Moves of duties from hand to hand. */
final class DutyRungs {

    private DutyRungs() {}

    static Assignment moved(Assignment assignment, Move move) {
        return move.to()
                .map(taker -> assignment.with(move.rung(), move.date(), taker))
                .orElseGet(() -> assignment.without(move.rung(), move.date()));
    }

    static Assignment joined(Assignment one, Assignment other) {
        Assignment joined = one;
        for (DutyRung rung : DutyRung.values()) {
            for (var duty : other.on(rung).entrySet()) {
                joined = joined.with(rung, duty.getKey(), duty.getValue());
            }
        }
        return joined;
    }
}
