package fr.appui.planning.life;

import fr.appui.calendar.Quarter;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.Assignment;
import fr.appui.planning.RotaProblem;
import fr.appui.planning.Surroundings;
import fr.appui.rota.Substitution.Act;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Work on drafts: begun, edited date by date under every rule, given up. */
@ApplicationScoped
@Transactional
public class DraftDesk {

    private final RotaReader reader;
    private final DraftBook drafts;
    private final QuotaRelief relief;
    private final PlanningActs acts;
    private final Names names;

    DraftDesk(RotaReader reader, DraftBook drafts, QuotaRelief relief, PlanningActs acts, Names names) {
        this.reader = reader;
        this.drafts = drafts;
        this.relief = relief;
        this.acts = acts;
        this.names = names;
    }

    /** The draft there is, or one that begins with what is held. */
    public Draft open(TerritoryCode territory, Quarter quarter, Act act) {
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
        drafts.keep(draft);
        acts.record(new PlanningAct(
                draft.territory(),
                kind,
                draft.quarter().toString(),
                draft.duties().first().size() + " dates au " + draft.quarter().label() + ".",
                act));
    }

    public Edited edit(TerritoryCode territory, Quarter quarter, Edit edit, Act act) {
        Optional<RotaProblem> problem = reader.problem(territory, quarter);
        if (problem.isEmpty() || problem.get().day(edit.date()).isEmpty()) {
            return new Edited.Senseless(
                    "date",
                    "le territoire n'a pas de plage à cette date ; vérifier le trimestre et le périmètre agréé");
        }
        Draft before = open(territory, quarter, act);
        Draft after = edit.physician()
                .map(physician -> before.placing(edit.rung(), edit.date(), physician))
                .orElseGet(() -> before.freeing(edit.rung(), edit.date()));
        Assignment others = before.fixed().without(edit.rung(), edit.date());
        Surroundings around = problem.get().surroundings().keeping(others);
        return check(before, after, problem.get().with(around), edit, act);
    }

    public boolean discard(TerritoryCode territory, Quarter quarter, Act act) {
        boolean there = drafts.of(territory, quarter).isPresent();
        if (there) {
            drafts.discard(territory, quarter);
            acts.record(new PlanningAct(
                    territory,
                    PlanningAct.Kind.DRAFT_DISCARDED,
                    quarter.toString(),
                    "Brouillon du " + quarter.label() + ".",
                    act));
        }
        return there;
    }

    private Edited check(Draft before, Draft after, RotaProblem problem, Edit edit, Act act) {
        Optional<RuleBreach> breach = RuleCheck.breach(before.duties(), after.duties(), problem);
        if (breach.isPresent() && edit.derogation() && QuotaRelief.wouldHelp(breach.get())) {
            RotaProblem relieved = relief.grant(breach.get(), after.duties(), problem, act);
            breach = RuleCheck.breach(before.duties(), after.duties(), relieved);
        }
        if (breach.isPresent()) {
            return new Edited.Refused(breach.get());
        }
        drafts.keep(after);
        acts.record(new PlanningAct(
                after.territory(),
                PlanningAct.Kind.DRAFT_EDITED,
                edit.date().toString(),
                sentence(before, after),
                act));
        return new Edited.Done(reader.view(after.territory(), after.quarter()).orElseThrow());
    }

    private String sentence(Draft before, Draft after) {
        return RotaDifference.between(before.duties(), after.duties(), names::of).changes().stream()
                .map(RotaDifference.Change::sentence)
                .findFirst()
                .orElse("Date fixée.");
    }
}
