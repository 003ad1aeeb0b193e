package fr.appui.planning.life;

import fr.appui.calendar.Quarter;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.french.WrittenValue;
import fr.appui.planning.Assignment;
import fr.appui.planning.Fairness;
import fr.appui.planning.RotaProblem;
import fr.appui.planning.Rule;
import fr.appui.planning.Tally;
import fr.appui.planning.Verdict;
import fr.appui.rota.DutyLocks;
import fr.appui.rota.PublishedRota;
import fr.appui.rota.PublishedRotas;
import fr.appui.rota.Substitution.Act;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.text.Collator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Drafts put aside and taken up again, versions, what is held: weighed by the same rules, compared two by two. */
@ApplicationScoped
@Transactional
public class ComparisonDesk {

    public static final int MOST_ASIDE = 8;
    private static final int LONGEST_NAME = 60;

    private final RotaReader reader;
    private final DraftBook drafts;
    private final DutyLocks locks;
    private final PublishedRotas rotas;
    private final PlanningActs acts;
    private final WrittenNames names;

    ComparisonDesk(
            RotaReader reader,
            DraftBook drafts,
            DutyLocks locks,
            PublishedRotas rotas,
            PlanningActs acts,
            WrittenNames names) {
        this.reader = reader;
        this.drafts = drafts;
        this.locks = locks;
        this.rotas = rotas;
        this.acts = acts;
        this.names = names;
    }

    public enum Kind {
        NOTHING,
        DRAFT,
        ASIDE,
        HELD,
        VERSION
    }

    /**
     * One rota of the quarter among others.
     *
     * @param key names it in an address
     * @param label in French
     * @param broken hard rules broken other than coverage
     * @param gaps dates without a physician
     * @param cost what the soft rules weigh; 0 is perfect
     */
    public record Candidate(String key, Kind kind, String label, Assignment duties, int broken, int gaps, long cost) {}

    public enum Putting {
        DONE,
        NO_DRAFT,
        NAME_REFUSED,
        /** Another draft stands under it, which somebody else may have put there. */
        NAME_TAKEN,
        TOO_MANY
    }

    /** From nothing to the latest version; empty when the territory promises no hours in that quarter. */
    public List<Candidate> all(TerritoryCode territory, Quarter quarter) {
        Optional<RotaProblem> problem = reader.problem(territory, quarter);
        if (problem.isEmpty()) {
            return List.of();
        }
        var all = new ArrayList<Candidate>();
        drafts.of(territory, quarter)
                .ifPresent(draft ->
                        all.add(weighed("brouillon", Kind.DRAFT, "Brouillon en cours", draft.duties(), problem.get())));
        drafts.aside(territory, quarter)
                .forEach(aside -> all.add(weighed(
                        "cote-" + aside.name(),
                        Kind.ASIDE,
                        "De côté : " + aside.name(),
                        aside.draft().duties(),
                        problem.get())));
        if (reader.version(territory, quarter) > 0) {
            all.add(weighed(
                    "tenu",
                    Kind.HELD,
                    "Ce qui est tenu, actes compris",
                    reader.held(territory, quarter),
                    problem.get()));
        }
        rotas.versions(territory, quarter).stream()
                .flatMap(known -> rotas.version(territory, quarter, known.version()).stream())
                .forEach(rota -> all.add(weighed(
                        "v" + rota.version(),
                        Kind.VERSION,
                        "Version " + rota.version(),
                        HeldRota.of(rota),
                        problem.get())));
        all.add(weighed("rien", Kind.NOTHING, "Rien", Assignment.EMPTY, problem.get()));
        return all;
    }

    /** Every version with its publisher, latest first, without its duties. */
    public List<PublishedRota> versions(TerritoryCode territory, Quarter quarter) {
        return rotas.versions(territory, quarter);
    }

    public RotaDifference difference(Candidate before, Candidate after) {
        return RotaDifference.between(before.duties(), after.duties(), names::of);
    }

    /** One physician's part in two rotas of the same quarter. */
    public record Share(PhysicianId physician, Part before, Part after) {

        public boolean isChanged() {
            return !before.equals(after);
        }
    }

    /** @param held of the first rung */
    public record Part(Tally held, int backUpDays) {

        static Part of(Fairness.Row row) {
            return new Part(row.now(), row.backUpDays());
        }
    }

    /** By physician, in the order of the volunteers; empty when the territory promises no hours in that quarter. */
    public List<Share> shares(TerritoryCode territory, Quarter quarter, Candidate before, Candidate after) {
        return reader.problem(territory, quarter)
                .map(problem -> shares(Fairness.of(before.duties(), problem), Fairness.of(after.duties(), problem)))
                .orElse(List.of());
    }

    static List<Share> shares(Fairness before, Fairness after) {
        Map<PhysicianId, Fairness.Row> then =
                after.rows().stream().collect(Collectors.toMap(Fairness.Row::physician, Function.identity()));
        return before.rows().stream()
                .flatMap(row -> Stream.ofNullable(then.get(row.physician()))
                        .map(other -> new Share(row.physician(), Part.of(row), Part.of(other))))
                .toList();
    }

    /** Keeps the draft under work under a name too; work goes on. */
    public Putting putAside(TerritoryCode territory, Quarter quarter, String name, Act act) {
        String tidy = WrittenValue.of(name);
        if (tidy.isEmpty() || tidy.length() > LONGEST_NAME || isTheDesksOwn(tidy)) {
            return Putting.NAME_REFUSED;
        }
        locks.hold(territory, Set.of());
        Optional<Draft> draft = drafts.of(territory, quarter);
        if (draft.isEmpty()) {
            return Putting.NO_DRAFT;
        }
        List<DraftBook.Aside> aside = drafts.aside(territory, quarter).stream()
                .filter(one -> !isTheDesksOwn(one.name()))
                .toList();
        Optional<Draft> there = aside.stream()
                .filter(one -> isOneName(one.name(), tidy))
                .map(DraftBook.Aside::draft)
                .findFirst();
        if (there.isPresent()) {
            return there.equals(draft) ? Putting.DONE : Putting.NAME_TAKEN;
        }
        if (aside.size() >= MOST_ASIDE) {
            return Putting.TOO_MANY;
        }
        drafts.putAside(draft.get(), tidy);
        record(territory, PlanningAct.Kind.DRAFT_PUT_ASIDE, quarter, tidy, act);
        return Putting.DONE;
    }

    private static boolean isTheDesksOwn(String name) {
        return isOneName(name, DraftBook.BEFORE) || isOneName(name, DraftBook.GIVEN_UP);
    }

    /** As storage has it, whatever the accents and capitals. */
    private static boolean isOneName(String name, String other) {
        var alike = Collator.getInstance(Locale.FRENCH);
        alike.setStrength(Collator.PRIMARY);
        return alike.compare(name, other) == 0;
    }

    /** It becomes the draft under work, whose place can be taken back, and stays aside. @return whether there was one of that name */
    public boolean takeUp(TerritoryCode territory, Quarter quarter, String name, Act act) {
        locks.hold(territory, Set.of());
        Optional<Draft> found = drafts.aside(territory, quarter).stream()
                .filter(aside -> aside.name().equals(name))
                .map(DraftBook.Aside::draft)
                .findFirst();
        found.ifPresent(draft -> {
            drafts.of(territory, quarter).ifPresent(before -> drafts.putAside(before, DraftBook.BEFORE));
            drafts.keep(draft);
            record(territory, PlanningAct.Kind.DRAFT_TAKEN_UP, quarter, name, act);
        });
        return found.isPresent();
    }

    /** @return whether there was one of that name */
    public boolean drop(TerritoryCode territory, Quarter quarter, String name, Act act) {
        locks.hold(territory, Set.of());
        boolean dropped = drafts.dropAside(territory, quarter, name);
        if (dropped) {
            record(territory, PlanningAct.Kind.DRAFT_DISCARDED, quarter, name, act);
        }
        return dropped;
    }

    private void record(TerritoryCode territory, PlanningAct.Kind kind, Quarter quarter, String name, Act act) {
        acts.record(new PlanningAct(
                territory, kind, quarter.toString(), "Brouillon « " + name + " » du " + quarter.label() + ".", act));
    }

    private static Candidate weighed(String key, Kind kind, String label, Assignment duties, RotaProblem problem) {
        Verdict verdict = Verdict.on(duties, problem);
        int gaps = verdict.of(Rule.COVERAGE).stream()
                .mapToInt(violation -> violation.dates().size())
                .sum();
        int broken = verdict.hard().size() - verdict.of(Rule.COVERAGE).size();
        return new Candidate(key, kind, label, duties, broken, gaps, verdict.cost());
    }
}
