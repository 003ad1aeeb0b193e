package fr.appui.planning.life;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.Alternative.Move;
import fr.appui.planning.DateRange;
import fr.appui.planning.DutyRung;
import fr.appui.planning.FrenchDays;
import fr.appui.planning.SwapDecision.Takeover;
import fr.appui.rota.Slot;
import fr.appui.rota.Substitution;
import fr.appui.rota.Substitution.Act;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/** Writes moves of published duties: the substitutions, the history, and what physicians are told. */
@ApplicationScoped
@Transactional
class ActRecorder {

    private final SlotWriter slots;
    private final Sharing sharing;
    private final DutyTeller teller;
    private final PlanningActs acts;
    private final WrittenNames names;

    ActRecorder(SlotWriter slots, Sharing sharing, DutyTeller teller, PlanningActs acts, WrittenNames names) {
        this.slots = slots;
        this.sharing = sharing;
        this.teller = teller;
        this.acts = acts;
        this.names = names;
    }

    /** From now on for a duty that began: what was already held stays as it was, and so does what others hold of it. */
    void replace(TerritoryCode territory, List<Move> moves, Act act) {
        moves.forEach(move -> write(territory, move, Substitution.Kind.OVERRIDE, act.at(), act));
        tell(territory, moves, PlanningAct.Kind.DUTY_REPLACED, act);
    }

    void swap(TerritoryCode territory, List<Takeover> takeovers, Act act) {
        var moves = new ArrayList<Move>();
        for (Takeover takeover : takeovers) {
            var move = new Move(
                    takeover.date(), DutyRung.FIRST, Optional.of(takeover.giver()), Optional.of(takeover.taker()));
            write(territory, move, Substitution.Kind.SWAP, takeover.from(), act);
            moves.add(move);
        }
        tell(territory, moves, PlanningAct.Kind.SWAP_ACCEPTED, act);
    }

    private void write(TerritoryCode territory, Move move, Substitution.Kind kind, Instant from, Act act) {
        for (Substitution.Effect effect : sharing.effects(territory, move.date(), move.rung(), move.from(), from)) {
            slots.write(new Substitution(
                    UUID.randomUUID(),
                    new Slot(territory, move.date(), HeldRota.number(move.rung())),
                    kind,
                    move.to(),
                    effect,
                    act));
        }
    }

    private void tell(TerritoryCode territory, List<Move> moves, PlanningAct.Kind kind, Act act) {
        var dates = new TreeSet<LocalDate>(moves.stream().map(Move::date).toList());
        acts.record(new PlanningAct(territory, kind, dates.first().toString(), sentence(moves), act));
        teller.tell(territory, new DateRange(dates.first(), dates.last()), kind.label() + " : " + act.reason());
    }

    private String sentence(List<Move> moves) {
        return FrenchDays.join(moves.stream()
                        .map(move -> FrenchDays.on(move.date()) + ", " + name(move.from()) + " laisse le "
                                + move.rung().label() + " à " + name(move.to()))
                        .toList())
                + ".";
    }

    private String name(Optional<PhysicianId> physician) {
        return physician.map(names::of).orElse("personne");
    }
}
