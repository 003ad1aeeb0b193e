package fr.appui.planning.life;

import fr.appui.calendar.Quarter;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.Assignment;
import fr.appui.planning.RotaProblem;
import fr.appui.planning.Surroundings;
import fr.appui.rota.Substitution.Act;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
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
        return place(territory, quarter, Placing.of(edit), act);
    }

    /** All the dates, or none where a rule stands in the way of the whole. */
    public Edited place(TerritoryCode territory, Quarter quarter, Placing placing, Act act) {
        Optional<RotaProblem> problem = reader.problem(territory, quarter);
        Optional<LocalDate> unpromised = placing.dates().stream()
                .filter(date -> problem.flatMap(found -> found.day(date)).isEmpty())
                .findFirst();
        if (unpromised.isPresent()) {
            return new Edited.Senseless(
                    "date",
                    "le territoire n'a pas de plage à cette date ; vérifier le trimestre et le périmètre agréé");
        }
        Draft before = open(territory, quarter, act);
        Assignment others = before.fixed();
        for (LocalDate date : placing.dates()) {
            others = others.without(placing.rung(), date);
        }
        Surroundings around = problem.orElseThrow().surroundings().keeping(others);
        return check(before, placing, problem.orElseThrow().with(around), act);
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
        drafts.keep(after);
        acts.record(new PlanningAct(
                after.territory(),
                PlanningAct.Kind.DRAFT_EDITED,
                placing.dates().first().toString(),
                sentence(before, after),
                act));
        return new Edited.Done(reader.view(after.territory(), after.quarter()).orElseThrow());
    }

    private String sentence(Draft before, Draft after) {
        List<String> changes = RotaDifference.between(before.duties(), after.duties(), names::of)
                .sentences();
        return changes.isEmpty() ? "Date fixée." : String.join(" ; ", changes) + ".";
    }
}
