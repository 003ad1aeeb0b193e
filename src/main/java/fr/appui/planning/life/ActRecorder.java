package fr.appui.planning.life;

import fr.appui.calendar.DutyWindow;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.Alternative.Move;
import fr.appui.planning.DateRange;
import fr.appui.planning.DutyRung;
import fr.appui.planning.FrenchDays;
import fr.appui.planning.SwapDecision.Takeover;
import fr.appui.rota.DutyDay;
import fr.appui.rota.PublishedRotas;
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

    private final PublishedRotas rotas;
    private final RotaReader reader;
    private final DutyTeller teller;
    private final PlanningActs acts;
    private final Names names;

    ActRecorder(PublishedRotas rotas, RotaReader reader, DutyTeller teller, PlanningActs acts, Names names) {
        this.rotas = rotas;
        this.reader = reader;
        this.teller = teller;
        this.acts = acts;
        this.names = names;
    }

    /** From now on for a duty that began: what was already held stays as it was. */
    void replace(TerritoryCode territory, List<Move> moves, Act act) {
        for (Move move : moves) {
            DutyWindow window = reader.window(territory, move.date()).orElseThrow();
            Optional<Instant> moment = Optional.of(act.at()).filter(window::contains);
            write(territory, move, Substitution.Kind.OVERRIDE, moment, act);
        }
        tell(territory, moves, PlanningAct.Kind.DUTY_REPLACED, act);
    }

    void swap(TerritoryCode territory, List<Takeover> takeovers, Act act) {
        var moves = new ArrayList<Move>();
        for (Takeover takeover : takeovers) {
            var move = new Move(
                    takeover.date(), DutyRung.FIRST, Optional.of(takeover.giver()), Optional.of(takeover.taker()));
            DutyWindow window = reader.window(territory, takeover.date()).orElseThrow();
            Optional<Instant> moment = Optional.of(takeover.from()).filter(from -> from.isAfter(window.start()));
            write(territory, move, Substitution.Kind.SWAP, moment, act);
            moves.add(move);
        }
        tell(territory, moves, PlanningAct.Kind.SWAP_ACCEPTED, act);
    }

    private void write(TerritoryCode territory, Move move, Substitution.Kind kind, Optional<Instant> from, Act act) {
        rotas.record(new Substitution(
                UUID.randomUUID(),
                new Slot(territory, move.date(), HeldRota.number(move.rung())),
                kind,
                move.to(),
                new Substitution.Effect(from, Optional.empty()),
                act));
        requireHeld(territory, move, from);
    }

    /** Nobody is told of a change that changed nothing: the whole act is taken back. */
    private void requireHeld(TerritoryCode territory, Move move, Optional<Instant> from) {
        DutyDay day = rotas.days(territory, move.date(), move.date()).getFirst();
        Instant at = from.orElse(day.window().start());
        Optional<PhysicianId> holder = HeldPart.of(List.of(day)).stream()
                .filter(part -> part.rung() == HeldRota.number(move.rung()))
                .filter(part -> !at.isBefore(part.start()) && at.isBefore(part.end()))
                .map(HeldPart::physician)
                .findFirst();
        if (!holder.equals(move.to())) {
            throw new IllegalStateException("an act on " + territory + " " + move.date() + " changed nothing");
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
