package fr.appui.planning.life;

import fr.appui.calendar.Quarter;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.Assignment;
import fr.appui.planning.FrenchDays;
import fr.appui.planning.RotaProblem;
import fr.appui.planning.Surroundings;
import fr.appui.rota.DutyLocks;
import fr.appui.rota.Substitution.Act;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Work on drafts: begun, edited date by date under every rule, given up. */
@ApplicationScoped
@Transactional
public class DraftDesk {

    private final RotaReader reader;
    private final DraftBook drafts;
    private final DutyLocks locks;
    private final QuotaRelief relief;
    private final PlanningActs acts;
    private final WrittenNames names;

    DraftDesk(
            RotaReader reader,
            DraftBook drafts,
            DutyLocks locks,
            QuotaRelief relief,
            PlanningActs acts,
            WrittenNames names) {
        this.reader = reader;
        this.drafts = drafts;
        this.locks = locks;
        this.relief = relief;
        this.acts = acts;
        this.names = names;
    }

    /** The draft there is, or one that begins with what is held. */
    public Draft open(TerritoryCode territory, Quarter quarter, Act act) {
        locks.hold(territory, Set.of());
        return drafts.of(territory, quarter).orElseGet(() -> {
            var origin = new Draft.Origin(Draft.Kind.MANUAL, act.author(), act.at());
            Draft draft = Draft.byHand(territory, quarter, reader.held(territory, quarter), origin);
            drafts.keep(draft);
            return draft;
        });
    }

    public Optional<Draft> draft(TerritoryCode territory, Quarter quarter) {
        return drafts.of(territory, quarter);
    }

    /** Replaces the draft by a whole rota; what the rules say of it shows in the view. */
    public void replace(Draft draft, PlanningAct.Kind kind, Act act) {
        locks.hold(draft.territory(), Set.of());
        keep(draft);
        acts.record(new PlanningAct(
                draft.territory(),
                kind,
                draft.quarter().toString(),
                draft.duties().first().size() + " dates au " + draft.quarter().label() + ".",
                act));
    }

    /**
     * Keeps what a search found. Dates that were fixed while it ran stay as they were fixed.
     *
     * @param from the first date that the search decided
     * @return the dates that are not as it found them
     */
    SortedSet<LocalDate> found(Draft found, LocalDate from, Act act) {
        locks.hold(found.territory(), Set.of());
        Assignment fixed = drafts.of(found.territory(), found.quarter())
                .map(Draft::fixed)
                .orElse(found.fixed())
                .from(from);
        Assignment whole = DutyRungs.joined(found.duties(), fixed);
        SortedSet<LocalDate> since = RotaDifference.between(found.duties(), whole, names::of).changes().stream()
                .map(RotaDifference.Change::date)
                .collect(Collectors.toCollection(TreeSet::new));
        Optional<Draft.Proof> proof = since.isEmpty() ? found.proof() : Optional.empty();
        replace(
                new Draft(found.territory(), found.quarter(), whole, fixed, found.origin(), proof),
                PlanningAct.Kind.DRAFT_GENERATED,
                act);
        return since;
    }

    /** What happened since the draft was made; empty without a draft. */
    public Optional<Rebase> outrun(TerritoryCode territory, Quarter quarter, Instant now) {
        return drafts.of(territory, quarter)
                .map(draft -> Rebase.of(
                        draft,
                        reader.heldAt(territory, quarter, draft.origin().at()),
                        reader.held(territory, quarter),
                        now,
                        names::of));
    }

    /** The draft takes over what happened since, where it can; where it decides otherwise, that is now known. */
    public Optional<Rebase> rebase(TerritoryCode territory, Quarter quarter, Act act) {
        locks.hold(territory, Set.of());
        Optional<Rebase> rebase = outrun(territory, quarter, act.at());
        rebase.ifPresent(known -> {
            keep(known.draft());
            acts.record(new PlanningAct(
                    territory,
                    PlanningAct.Kind.DRAFT_EDITED,
                    quarter.toString(),
                    known.isNothing() ? "Rien à reprendre." : String.join(" ; ", known.sentences()) + ".",
                    act));
        });
        return rebase;
    }

    /** All the dates, or none where a rule stands in the way of the whole. */
    public Edited place(TerritoryCode territory, Quarter quarter, Placing placing, Act act) {
        locks.hold(territory, placing.physician().stream().toList());
        Optional<LocalDate> met = reader.changedSince(territory, quarter, placing.dates(), placing.seen());
        if (met.isPresent()) {
            return met(met.get());
        }
        Optional<RotaProblem> problem = reader.problem(territory, quarter);
        Optional<LocalDate> unpromised = placing.dates().stream()
                .filter(date -> problem.flatMap(found -> found.day(date)).isEmpty())
                .findFirst();
        if (unpromised.isPresent()) {
            return new Edited.Senseless(
                    "date",
                    "le territoire n’a pas de plage à cette date ; vérifier le trimestre et le périmètre agréé");
        }
        Draft before = open(territory, quarter, act);
        Assignment others = before.fixed();
        for (LocalDate date : placing.dates()) {
            others = others.without(placing.rung(), date);
        }
        Surroundings around = problem.orElseThrow().surroundings().keeping(others);
        return check(before, placing, problem.orElseThrow().with(around), act);
    }

    /** Where two decided on one date, the second is told. */
    static Edited met(LocalDate date) {
        return new Edited.Met(FrenchDays.on(date) + " : cette date a changé depuis que vous l’avez lue ; relire le"
                + " planning, puis refaire la modification si elle vaut encore");
    }

    public boolean discard(TerritoryCode territory, Quarter quarter, Act act) {
        locks.hold(territory, Set.of());
        Optional<Draft> there = drafts.of(territory, quarter);
        there.ifPresent(draft -> {
            drafts.putAside(draft, DraftBook.GIVEN_UP);
            drafts.discard(territory, quarter);
            acts.record(new PlanningAct(
                    territory,
                    PlanningAct.Kind.DRAFT_DISCARDED,
                    quarter.toString(),
                    "Brouillon du " + quarter.label() + ".",
                    act));
        });
        return there.isPresent();
    }

    /**
     * Takes back the last change of the draft, or the giving up of it. What it replaces is kept in its place: undoing twice
     * does the change again.
     *
     * @param seen the {@link RotaView#stamp} of what its author had read: what came since is somebody else's to take back
     * @return whether there was something to take back
     */
    public boolean undo(TerritoryCode territory, Quarter quarter, OptionalLong seen, Act act) {
        locks.hold(territory, Set.of());
        if (seen.isPresent() && drafts.revision(territory, quarter) > seen.getAsLong()) {
            return false;
        }
        Optional<Draft> now = drafts.of(territory, quarter);
        String name = now.isPresent() ? DraftBook.BEFORE : DraftBook.GIVEN_UP;
        Optional<Draft> before = drafts.aside(territory, quarter).stream()
                .filter(aside -> aside.name().equals(name))
                .map(DraftBook.Aside::draft)
                .findFirst();
        before.ifPresent(draft -> {
            keep(draft);
            acts.record(new PlanningAct(
                    territory,
                    PlanningAct.Kind.DRAFT_TAKEN_UP,
                    quarter.toString(),
                    now.map(undone -> sentence(undone, draft)).orElse("Brouillon du " + quarter.label() + "."),
                    act));
        });
        return before.isPresent();
    }

    private Edited check(Draft before, Placing placing, RotaProblem problem, Act act) {
        Draft after = placing.on(before);
        Optional<RuleBreach> breach = RuleCheck.breach(before.duties(), after.duties(), problem);
        if (breach.isPresent() && placing.derogation() && breach.get().isRelievable()) {
            RotaProblem relieved = relief.grant(breach.get(), after.duties(), problem, act);
            breach = RuleCheck.breach(before.duties(), after.duties(), relieved);
        }
        if (breach.isPresent()) {
            return new Edited.Refused(breach.get());
        }
        keep(after);
        acts.record(new PlanningAct(
                after.territory(),
                PlanningAct.Kind.DRAFT_EDITED,
                placing.dates().first().toString(),
                sentence(before, after),
                act));
        return new Edited.Done(reader.view(after.territory(), after.quarter()).orElseThrow());
    }

    /** What it replaces can be taken up again. */
    private void keep(Draft draft) {
        drafts.of(draft.territory(), draft.quarter()).ifPresent(before -> drafts.putAside(before, DraftBook.BEFORE));
        drafts.keep(draft);
    }

    private String sentence(Draft before, Draft after) {
        List<String> changes = RotaDifference.between(before.duties(), after.duties(), names::of)
                .sentences();
        return changes.isEmpty() ? "Date fixée." : String.join(" ; ", changes) + ".";
    }
}
