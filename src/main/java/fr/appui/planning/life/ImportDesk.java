package fr.appui.planning.life;

import fr.appui.calendar.Quarter;
import fr.appui.directory.Directory;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.Assignment;
import fr.appui.planning.RotaProblem;
import fr.appui.planning.Verdict;
import fr.appui.planning.Violation;
import fr.appui.planning.WishRules;
import fr.appui.planning.Wishes;
import fr.appui.planning.feed.Imported;
import fr.appui.planning.feed.LineProblem;
import fr.appui.planning.feed.RotaFile;
import fr.appui.planning.feed.Volunteers;
import fr.appui.planning.feed.WishFile;
import fr.appui.rota.DutyLocks;
import fr.appui.rota.Substitution.Act;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Files that a coordinator brings. A file with one problem writes nothing at all; trying it first writes nothing either. */
@ApplicationScoped
@Transactional
public class ImportDesk {

    private final Directory directory;
    private final WishDesk wishes;
    private final RotaReader reader;
    private final DraftDesk drafts;
    private final DutyLocks locks;
    private final PlanningActs acts;

    ImportDesk(
            Directory directory,
            WishDesk wishes,
            RotaReader reader,
            DraftDesk drafts,
            DutyLocks locks,
            PlanningActs acts) {
        this.directory = directory;
        this.wishes = wishes;
        this.reader = reader;
        this.drafts = drafts;
        this.locks = locks;
        this.acts = acts;
    }

    /**
     * @param lines understood
     * @param written whether they were kept
     * @param violations what the rules say of an imported rota: shown, a draft may break them
     */
    public record Result(int lines, boolean written, List<LineProblem> problems, List<Violation> violations) {}

    /** In no transaction: whose turn it is to change wishes reads them first in one of its own. */
    @Transactional(TxType.NOT_SUPPORTED)
    public Result wishes(TerritoryCode territory, byte[] file, boolean trial, Act act) {
        Imported<WishFile.Line> read = WishFile.read(file, volunteers(territory));
        Set<PhysicianId> physicians =
                read.values().stream().map(WishFile.Line::physician).collect(Collectors.toSet());
        return wishes.changeTogether(
                physicians, asked -> imported(territory, read, asked, trial, act), Result::written);
    }

    private Result imported(
            TerritoryCode territory,
            Imported<WishFile.Line> read,
            Map<PhysicianId, Wishes> asked,
            boolean trial,
            Act act) {
        var problems = new ArrayList<>(read.problems());
        for (WishFile.Line line : read.values()) {
            Wishes before = Objects.requireNonNull(asked.get(line.physician()));
            Wishes after = line.wish().addedTo(before);
            WishRules.check(before, after)
                    .ifPresentOrElse(
                            refusal -> problems.add(new LineProblem(line.number(), "souhait", refusal.message())),
                            () -> asked.put(line.physician(), after));
        }
        boolean writes = problems.isEmpty() && !trial;
        if (writes) {
            acts.record(new PlanningAct(
                    territory,
                    PlanningAct.Kind.WISHES_IMPORTED,
                    territory.value(),
                    read.values().size() + " lignes.",
                    act));
        }
        return new Result(read.values().size(), writes, problems, List.of());
    }

    /** Every imported duty counts as decided by the coordinator. */
    public Result rota(TerritoryCode territory, Quarter quarter, byte[] file, boolean trial, Act act) {
        locks.hold(territory, Set.of());
        Imported<RotaFile.Line> read = RotaFile.read(file, quarter, volunteers(territory));
        Optional<RotaProblem> problem = reader.problem(territory, quarter);
        List<LineProblem> problems = new ArrayList<>(read.problems());
        read.values().stream()
                .filter(line -> problem.flatMap(found -> found.day(line.date())).isEmpty())
                .map(line -> new LineProblem(
                        line.number(),
                        "date",
                        "le territoire n’a pas de plage à cette date ; vérifier le périmètre agréé"))
                .forEach(problems::add);
        Assignment duties = RotaFile.assignment(read.values());
        boolean writes = problems.isEmpty() && !trial;
        if (writes) {
            keep(territory, quarter, duties, act);
        }
        List<Violation> violations =
                problem.map(found -> Verdict.on(duties, found).hard()).orElse(List.of());
        return new Result(read.values().size(), writes, problems, violations);
    }

    private void keep(TerritoryCode territory, Quarter quarter, Assignment duties, Act act) {
        var origin = new Draft.Origin(Draft.Kind.IMPORTED, act.author(), act.at());
        drafts.replace(
                new Draft(territory, quarter, duties, duties, origin, Optional.empty()),
                PlanningAct.Kind.DRAFT_IMPORTED,
                act);
    }

    private Volunteers volunteers(TerritoryCode territory) {
        return new Volunteers(directory.physiciansOf(territory));
    }
}
