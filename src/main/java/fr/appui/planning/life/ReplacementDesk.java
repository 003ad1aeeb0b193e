package fr.appui.planning.life;

import fr.appui.calendar.Quarter;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.french.FrenchDate;
import fr.appui.planning.Alternative.Move;
import fr.appui.planning.Assignment;
import fr.appui.planning.DateRange;
import fr.appui.planning.DutyRung;
import fr.appui.planning.FrenchDays;
import fr.appui.planning.Repair;
import fr.appui.planning.Replacement;
import fr.appui.planning.RotaEngine;
import fr.appui.planning.SearchLimits;
import fr.appui.rota.DutyLocks;
import fr.appui.rota.Substitution.Act;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Replaces a physician who withdraws: what could be done, least change first, then what was chosen. */
@ApplicationScoped
public class ReplacementDesk {

    private static final SearchLimits LIMITS = new SearchLimits(1, 10, Duration.ofSeconds(30));

    private final ProblemReader problems;
    private final RotaReader reader;
    private final RotaEngine engine;
    private final MoveCheck check;
    private final Sharing sharing;
    private final DutyLocks locks;
    private final ActRecorder recorder;
    private final Clock clock;

    ReplacementDesk(
            ProblemReader problems,
            RotaReader reader,
            RotaEngine engine,
            MoveCheck check,
            Sharing sharing,
            DutyLocks locks,
            ActRecorder recorder,
            Clock clock) {
        this.check = check;
        this.problems = problems;
        this.reader = reader;
        this.engine = engine;
        this.sharing = sharing;
        this.locks = locks;
        this.recorder = recorder;
        this.clock = clock;
    }

    /** Reads, then searches outside any transaction: a search lasts seconds. Empty when nothing is to cover. */
    public Optional<Repair> propose(TerritoryCode territory, Withdrawal withdrawal) {
        DateRange dates = ahead(territory, withdrawal);
        Assignment held = reader.held(territory, dates);
        return problems.of(territory, dates)
                .map(problem -> problem.withdrawing(withdrawal.physician(), withdrawal.dates()))
                .map(problem -> engine.repair(problem, held, LIMITS));
    }

    /** Who can be asked for one date, tonight's for instance, and how loaded they are. Empty without a plage that date. */
    public Optional<Replacement> candidates(TerritoryCode territory, LocalDate date, DutyRung rung) {
        return reader.problem(territory, Quarter.of(date))
                .filter(problem -> problem.day(date).isPresent())
                .map(problem -> Replacement.on(date, rung, heldAhead(territory, date), problem));
    }

    /**
     * What must change hands for somebody to take a rung of a date; a back-up who steps in leaves the back-up rung.
     *
     * @param giver who holds it; empty where nobody does
     */
    public List<Move> stepIn(
            TerritoryCode territory, LocalDate date, DutyRung rung, Optional<PhysicianId> giver, PhysicianId taker) {
        Optional<PhysicianId> backUp = reader.holderAhead(territory, date, DutyRung.BACK_UP);
        var moves = new ArrayList<Move>();
        moves.add(new Move(date, rung, giver, Optional.of(taker)));
        if (backUp.equals(Optional.of(taker))) {
            moves.add(new Move(date, DutyRung.BACK_UP, backUp, Optional.empty()));
        }
        return moves;
    }

    /** Of a duty that changed hands, whoever holds the rest of it is the one to replace, not whoever held most of it. */
    private Assignment heldAhead(TerritoryCode territory, LocalDate date) {
        Assignment held = reader.held(territory, Quarter.of(date));
        for (DutyRung rung : DutyRung.values()) {
            Assignment others = held.without(rung, date);
            held = reader.holderAhead(territory, date, rung)
                    .map(holder -> others.with(rung, date, holder))
                    .orElse(others);
        }
        return held;
    }

    /** Whether the duty of that date has begun and is not over. */
    public boolean underWay(TerritoryCode territory, LocalDate date) {
        return reader.window(territory, date)
                .filter(window -> window.contains(clock.instant()))
                .isPresent();
    }

    /** Those who take were asked and agreed; every rule that does not yield to consent is checked again. */
    @Transactional
    public Edited apply(TerritoryCode territory, List<Move> moves, Act act) {
        locks.hold(territory, moves.stream().flatMap(move -> move.to().stream()).toList());
        Optional<Edited> stale = stale(territory, moves);
        if (stale.isPresent()) {
            return stale.get();
        }
        Optional<RuleBreach> breach = check.breach(territory, moves);
        if (breach.isPresent()) {
            return new Edited.Refused(breach.get());
        }
        recorder.replace(territory, moves, act);
        return new Edited.Done(
                reader.view(territory, Quarter.of(moves.getFirst().date())).orElseThrow());
    }

    private Optional<Edited> stale(TerritoryCode territory, List<Move> moves) {
        return moves.stream()
                .flatMap(move -> senseless(territory, move).stream())
                .findFirst();
    }

    private Optional<Edited> senseless(TerritoryCode territory, Move move) {
        if (!isAhead(territory, move.date())) {
            return Optional.of(new Edited.Senseless(
                    "moves.date", FrenchDays.on(move.date()) + " n’est pas une astreinte à venir"));
        }
        boolean holds = move.from()
                .map(giver -> sharing.holds(territory, move.date(), move.rung(), giver, clock.instant()))
                .orElseGet(() ->
                        reader.holderAhead(territory, move.date(), move.rung()).isEmpty());
        return holds
                ? Optional.empty()
                : Optional.of(new Edited.Senseless(
                        "moves.from",
                        "l’astreinte du " + FrenchDate.of(move.date())
                                + " a changé de main entre-temps ; demander d’autres propositions"));
    }

    private DateRange ahead(TerritoryCode territory, Withdrawal withdrawal) {
        LocalDate quarterStart = Quarter.of(withdrawal.first()).first();
        LocalDate firstAhead = quarterStart
                .datesUntil(withdrawal.first())
                .filter(date -> isAhead(territory, date))
                .findFirst()
                .orElse(withdrawal.first());
        return new DateRange(firstAhead, Quarter.of(withdrawal.last()).last());
    }

    private boolean isAhead(TerritoryCode territory, LocalDate date) {
        return reader.window(territory, date)
                .filter(window -> window.end().isAfter(clock.instant()))
                .isPresent();
    }
}
