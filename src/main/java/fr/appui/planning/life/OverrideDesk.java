package fr.appui.planning.life;

import fr.appui.calendar.DutyWindow;
import fr.appui.calendar.Quarter;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.Assignment;
import fr.appui.planning.DateRange;
import fr.appui.planning.DutyRung;
import fr.appui.planning.RotaProblem;
import fr.appui.rota.DutyDay;
import fr.appui.rota.PublishedRotas;
import fr.appui.rota.Slot;
import fr.appui.rota.Substitution;
import fr.appui.rota.Substitution.Act;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** The coordinator's hand on a published duty, and the undoing of any act: each a new traced act, nothing is erased. */
@ApplicationScoped
@Transactional
public class OverrideDesk {

    private final RotaReader reader;
    private final PublishedRotas rotas;
    private final QuotaRelief relief;
    private final DutyTeller teller;
    private final PlanningActs acts;
    private final Names names;

    OverrideDesk(
            RotaReader reader,
            PublishedRotas rotas,
            QuotaRelief relief,
            DutyTeller teller,
            PlanningActs acts,
            Names names) {
        this.reader = reader;
        this.rotas = rotas;
        this.relief = relief;
        this.teller = teller;
        this.acts = acts;
        this.names = names;
    }

    public Edited override(TerritoryCode territory, Edit edit, Act act) {
        Optional<DutyWindow> window = reader.window(territory, edit.date());
        Optional<Edited> senseless =
                window.map(found -> senseless(found, edit, act)).orElseGet(() -> Optional.of(noWindow()));
        return senseless.orElseGet(() -> checked(territory, edit, window.orElseThrow(), act));
    }

    /** Gives a slot back to who held it before its latest act: an act like another, under the same rules. */
    public Edited undo(TerritoryCode territory, LocalDate date, DutyRung rung, Act act) {
        Optional<DutyDay> day = rotas.days(territory, date, date).stream().findFirst();
        if (day.isEmpty()) {
            return noWindow();
        }
        DutyWindow window = day.get().window();
        Instant from = act.at().isAfter(window.start()) ? act.at() : window.start();
        var edit = new Edit(date, rung, Optional.empty(), Optional.empty(), false);
        return senseless(window, edit, act)
                .orElseGet(() -> Undoing.of(day.get(), rung, from)
                        .map(undoing -> undo(territory, undoing, window, act))
                        .orElseGet(() -> new Edited.Senseless(
                                "date", "aucun acte n'a changé cette astreinte ; il n'y a rien à annuler")));
    }

    private Edited undo(TerritoryCode territory, Undoing undoing, DutyWindow window, Act act) {
        Substitution undone = undoing.undone();
        DutyRung rung = HeldRota.rung(undone.slot().rung()).orElseThrow();
        LocalDate date = undone.slot().date();
        Optional<Substitution.Effect> effect = stillToCome(undone.effect(), window, act.at());
        if (effect.isEmpty()) {
            return new Edited.Senseless("date", "cet acte n'a plus d'effet à venir ; il n'y a rien à annuler");
        }
        Quarter quarter = Quarter.of(date);
        Assignment held = reader.held(territory, quarter);
        Assignment wanted =
                undoing.holder().map(holder -> held.with(rung, date, holder)).orElseGet(() -> held.without(rung, date));
        Optional<RuleBreach> breach = RuleCheck.breach(
                held, wanted, reader.problem(territory, quarter).orElseThrow());
        if (breach.isPresent()) {
            return new Edited.Refused(breach.get());
        }
        rotas.record(new Substitution(undoing.id(), undone.slot(), undone.kind(), undoing.holder(), effect.get(), act));
        String holder = undoing.holder().map(names::of).orElse("personne");
        return told(territory, date, PlanningAct.Kind.ACT_UNDONE, "l'astreinte revient à " + holder, act);
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
        return new Edited.Senseless("date", "le territoire n'a pas de plage à cette date ; vérifier la date");
    }

    private static Optional<Edited> senseless(DutyWindow window, Edit edit, Act act) {
        if (!window.end().isAfter(act.at())) {
            return Optional.of(new Edited.Senseless(
                    "date",
                    "cette astreinte est terminée ; elle ne change plus que par un constat de ce qui a eu lieu"));
        }
        if (edit.from().filter(from -> !window.contains(from)).isPresent()) {
            return Optional.of(new Edited.Senseless(
                    "from",
                    "ce moment n'est pas dans la plage ; choisir entre " + window.start() + " et " + window.end()));
        }
        return Optional.empty();
    }

    private Edited checked(TerritoryCode territory, Edit edit, DutyWindow window, Act act) {
        Quarter quarter = Quarter.of(edit.date());
        RotaProblem problem = reader.problem(territory, quarter).orElseThrow();
        Assignment held = reader.held(territory, quarter);
        Assignment wanted = edit.physician()
                .map(physician -> held.with(edit.rung(), edit.date(), physician))
                .orElseGet(() -> held.without(edit.rung(), edit.date()));
        Optional<RuleBreach> breach = RuleCheck.breach(held, wanted, problem);
        if (breach.isPresent() && edit.derogation() && breach.get().isRelievable()) {
            relief.grant(breach.get(), wanted, problem, act);
            breach = Optional.empty();
        }
        if (breach.isPresent()) {
            return new Edited.Refused(breach.get());
        }
        return apply(territory, edit, window, act);
    }

    private Edited apply(TerritoryCode territory, Edit edit, DutyWindow window, Act act) {
        rotas.record(new Substitution(
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
