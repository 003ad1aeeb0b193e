package fr.appui.planning.life;

import fr.appui.calendar.DutyWindow;
import fr.appui.calendar.Quarter;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.french.FrenchDate;
import fr.appui.planning.Assignment;
import fr.appui.planning.DateRange;
import fr.appui.planning.RotaProblem;
import fr.appui.rota.DutyDay;
import fr.appui.rota.DutyLocks;
import fr.appui.rota.PublishedRotas;
import fr.appui.rota.Slot;
import fr.appui.rota.Substitution;
import fr.appui.rota.Substitution.Act;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** The coordinator's hand on a published duty, and the undoing of any act: each a new traced act, nothing is erased. */
@ApplicationScoped
@Transactional
public class OverrideDesk {

    private final RotaReader reader;
    private final PublishedRotas rotas;
    private final DutyLocks locks;
    private final SlotWriter slots;
    private final QuotaRelief relief;
    private final DutyTeller teller;
    private final PlanningActs acts;
    private final WrittenNames names;

    OverrideDesk(
            RotaReader reader,
            PublishedRotas rotas,
            DutyLocks locks,
            SlotWriter slots,
            QuotaRelief relief,
            DutyTeller teller,
            PlanningActs acts,
            WrittenNames names) {
        this.reader = reader;
        this.rotas = rotas;
        this.locks = locks;
        this.slots = slots;
        this.relief = relief;
        this.teller = teller;
        this.acts = acts;
        this.names = names;
    }

    public Edited override(TerritoryCode territory, Edit edit, Act act) {
        locks.hold(territory, edit.physician().stream().toList());
        Optional<DutyWindow> window = reader.window(territory, edit.date());
        Optional<Edited> senseless =
                window.map(found -> senseless(territory, found, edit, act)).orElseGet(() -> Optional.of(noWindow()));
        return senseless
                .or(() -> met(territory, edit))
                .orElseGet(() -> checked(territory, edit, window.orElseThrow(), act));
    }

    /** Gives a slot back to who held it before its latest act: an act like another, under the same rules. */
    public Edited undo(TerritoryCode territory, Edit edit, Act act) {
        Set<PhysicianId> named = reader.named(territory, edit.date());
        locks.hold(territory, named);
        Optional<DutyDay> day =
                rotas.days(territory, edit.date(), edit.date()).stream().findFirst();
        if (day.isEmpty()) {
            return noWindow();
        }
        DutyWindow window = day.get().window();
        Instant from = act.at().isAfter(window.start()) ? act.at() : window.start();
        return senseless(territory, window, edit, act)
                .or(() -> met(territory, edit))
                .orElseGet(() -> Undoing.of(day.get(), edit.rung(), from)
                        .filter(undoing ->
                                named.containsAll(undoing.holder().stream().toList()))
                        .map(undoing -> undo(territory, undoing, edit, window, act))
                        .orElseGet(() -> new Edited.Senseless(
                                "date", "aucun acte n’a changé cette astreinte ; il n’y a rien à annuler")));
    }

    private Edited undo(TerritoryCode territory, Undoing undoing, Edit edit, DutyWindow window, Act act) {
        Substitution undone = undoing.undone();
        Optional<Substitution.Effect> effect = stillToCome(undone.effect(), window, act.at());
        if (effect.isEmpty()) {
            return new Edited.Senseless("date", "cet acte n’a plus d’effet à venir ; il n’y a rien à annuler");
        }
        Optional<RuleBreach> breach = breach(territory, edit, undoing.holder(), effect.get(), act);
        if (breach.isPresent()) {
            return new Edited.Refused(breach.get());
        }
        slots.write(new Substitution(undoing.id(), undone.slot(), undone.kind(), undoing.holder(), effect.get(), act));
        String holder = undoing.holder().map(names::of).orElse("personne");
        return told(territory, edit.date(), PlanningAct.Kind.ACT_UNDONE, "l’astreinte revient à " + holder, act);
    }

    /** What stands in the way of this holder; a derogation that was asked for is granted. */
    private Optional<RuleBreach> breach(
            TerritoryCode territory, Edit edit, Optional<PhysicianId> holder, Substitution.Effect effect, Act act) {
        Quarter quarter = Quarter.of(edit.date());
        RotaProblem problem =
                during(effect, edit.date(), reader.problem(territory, quarter).orElseThrow());
        Assignment held = reader.held(territory, quarter);
        Assignment wanted = holder.map(physician -> held.with(edit.rung(), edit.date(), physician))
                .orElseGet(() -> held.without(edit.rung(), edit.date()));
        Optional<RuleBreach> breach = RuleCheck.breach(held, wanted, problem);
        if (breach.isPresent() && edit.derogation() && breach.get().isRelievable()) {
            relief.grant(breach.get(), wanted, problem, act);
            return Optional.empty();
        }
        return breach;
    }

    /** Who takes a part of a duty is on duty for that part. */
    private static RotaProblem during(Substitution.Effect effect, LocalDate date, RotaProblem problem) {
        DutyWindow window = problem.day(date).orElseThrow().window();
        return problem.sharing(
                date, effect.from().orElse(window.start()), effect.until().orElse(window.end()));
    }

    /** What of an effect is not over; what was held stays as it was. */
    private static Optional<Substitution.Effect> stillToCome(
            Substitution.Effect effect, DutyWindow window, Instant now) {
        Optional<Instant> from = effect.from()
                .filter(start -> start.isAfter(now))
                .or(() -> Optional.of(now).filter(window::contains));
        boolean over = effect.until().filter(end -> !end.isAfter(now)).isPresent();
        return over ? Optional.empty() : Optional.of(new Substitution.Effect(from, effect.until()));
    }

    private static Edited noWindow() {
        return new Edited.Senseless("date", "le territoire n’a pas de plage à cette date ; vérifier la date");
    }

    private Optional<Edited> senseless(TerritoryCode territory, DutyWindow window, Edit edit, Act act) {
        if (!window.end().isAfter(act.at())) {
            return Optional.of(new Edited.Senseless(
                    "date",
                    "cette astreinte est terminée ; elle ne change plus que par un constat de ce qui a eu lieu"));
        }
        if (edit.from().filter(from -> !window.contains(from)).isPresent()) {
            ZoneId zone = reader.zone(territory);
            return Optional.of(new Edited.Senseless(
                    "from",
                    "ce moment n’est pas dans la plage ; choisir du "
                            + FrenchDate.andTime(window.start().atZone(zone)) + " au "
                            + FrenchDate.andTime(window.end().atZone(zone))));
        }
        return Optional.empty();
    }

    private Optional<Edited> met(TerritoryCode territory, Edit edit) {
        return reader.changedSince(territory, Quarter.of(edit.date()), new TreeSet<>(Set.of(edit.date())), edit.seen())
                .map(DraftDesk::met);
    }

    private Edited checked(TerritoryCode territory, Edit edit, DutyWindow window, Act act) {
        Optional<RuleBreach> breach = breach(territory, edit, edit.physician(), effect(edit, window, act.at()), act);
        return breach.isPresent() ? new Edited.Refused(breach.get()) : apply(territory, edit, window, act);
    }

    private Edited apply(TerritoryCode territory, Edit edit, DutyWindow window, Act act) {
        slots.write(new Substitution(
                UUID.randomUUID(),
                new Slot(territory, edit.date(), HeldRota.number(edit.rung())),
                Substitution.Kind.OVERRIDE,
                edit.physician(),
                effect(edit, window, act.at()),
                act));
        String holder = edit.physician().map(names::of).orElse("plus personne");
        return told(
                territory,
                edit.date(),
                PlanningAct.Kind.DUTY_OVERRIDDEN,
                edit.rung().label() + " : " + holder,
                act);
    }

    /** What of a duty was already held stays as it was. */
    static Substitution.Effect effect(Edit edit, DutyWindow window, Instant now) {
        Optional<Instant> from = edit.from().or(() -> Optional.of(now).filter(window::contains));
        return new Substitution.Effect(from, Optional.empty());
    }

    private Edited told(TerritoryCode territory, LocalDate date, PlanningAct.Kind kind, String detail, Act act) {
        acts.record(new PlanningAct(territory, kind, date.toString(), detail + ".", act));
        teller.tell(territory, DateRange.on(date), kind.label() + " : " + act.reason());
        return new Edited.Done(reader.view(territory, Quarter.of(date)).orElseThrow());
    }
}
