package fr.appui.planning.life;

import fr.appui.calendar.DutyWindow;
import fr.appui.calendar.Quarter;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.Assignment;
import fr.appui.planning.DateRange;
import fr.appui.planning.DayToCover;
import fr.appui.planning.DutyRung;
import fr.appui.planning.RotaProblem;
import fr.appui.planning.Rule;
import fr.appui.planning.Verdict;
import fr.appui.planning.Violation;
import fr.appui.rota.Duty;
import fr.appui.rota.DutyDay;
import fr.appui.rota.DutyLocks;
import fr.appui.rota.PublishedRota;
import fr.appui.rota.PublishedRotas;
import fr.appui.rota.Slot;
import fr.appui.rota.Substitution;
import fr.appui.rota.Substitution.Act;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Makes a draft the rota in force, in one transaction: version, acts it supersedes, what each physician is told. */
@ApplicationScoped
@Transactional
public class PublicationDesk {

    private final RotaReader reader;
    private final DraftBook drafts;
    private final DraftDesk work;
    private final PublishedRotas rotas;
    private final DutyLocks locks;
    private final SlotWriter slots;
    private final DutyTeller teller;
    private final PlanningActs acts;
    private final WrittenNames names;

    PublicationDesk(
            RotaReader reader,
            DraftBook drafts,
            DraftDesk work,
            PublishedRotas rotas,
            DutyLocks locks,
            SlotWriter slots,
            DutyTeller teller,
            PlanningActs acts,
            WrittenNames names) {
        this.reader = reader;
        this.drafts = drafts;
        this.work = work;
        this.rotas = rotas;
        this.locks = locks;
        this.slots = slots;
        this.teller = teller;
        this.acts = acts;
        this.names = names;
    }

    /** What publishing the draft would change; empty without a draft. */
    public Optional<RotaDifference> difference(TerritoryCode territory, Quarter quarter) {
        return drafts.of(territory, quarter)
                .map(draft -> RotaDifference.between(reader.held(territory, quarter), draft.duties(), names::of));
    }

    /** Whom publishing the draft now would write to, and of which duties. */
    public Map<PhysicianId, List<ToldDuty>> told(TerritoryCode territory, Quarter quarter, Act act) {
        return drafts.of(territory, quarter)
                .flatMap(draft -> reader.problem(territory, quarter).map(problem -> promised(draft, problem)))
                .map(draft -> teller.wouldTell(territory, dates(quarter), asPublished(draft, act)))
                .orElse(Map.of());
    }

    /** Between two published versions; version 0 is the empty one. */
    public RotaDifference between(TerritoryCode territory, Quarter quarter, int before, int after) {
        return RotaDifference.between(
                published(territory, quarter, before), published(territory, quarter, after), names::of);
    }

    /** @param gapsAccepted whether a rota with holes may be published all the same: they stay visible, and alerted */
    public Publishing publish(TerritoryCode territory, Quarter quarter, boolean gapsAccepted, Act act) {
        return publish(territory, quarter, gapsAccepted, OptionalLong.empty(), act);
    }

    /** @param seen the stamp of what its author had read */
    public Publishing publish(
            TerritoryCode territory, Quarter quarter, boolean gapsAccepted, OptionalLong seen, Act act) {
        Optional<Set<PhysicianId>> drafted = reader.drafted(territory, quarter);
        if (drafted.isEmpty()) {
            return new Publishing.NoDraft();
        }
        locks.hold(territory, drafted.get());
        Optional<Draft> found = drafts.of(territory, quarter);
        if (found.isEmpty()) {
            return new Publishing.OutOfDate(reader.version(territory, quarter));
        }
        boolean read = seen.isEmpty() || drafts.revision(territory, quarter) <= seen.getAsLong();
        if (!read || !drafted.get().containsAll(found.get().physicians())) {
            return new Publishing.Changed();
        }
        Optional<Rebase> outrun = work.outrun(territory, quarter, act.at()).filter(rebase -> !rebase.isNothing());
        if (outrun.isPresent()) {
            return new Publishing.Outrun(outrun.get());
        }
        Optional<RotaProblem> promised = reader.problem(territory, quarter);
        if (promised.isEmpty()) {
            return new Publishing.NoHours();
        }
        RotaProblem problem = promised.get();
        Draft draft = promised(found.get(), problem);
        Optional<RuleBreach> breach = breach(draft, problem, gapsAccepted);
        if (breach.isPresent()) {
            return new Publishing.Refused(breach.get());
        }
        RotaDifference difference = RotaDifference.between(reader.held(territory, quarter), draft.duties(), names::of);
        List<String> past = begun(difference, problem, act);
        return past.isEmpty() || reader.version(territory, quarter) == 0
                ? publish(draft, difference, act)
                : new Publishing.RewritesThePast(String.join(" ; ", past));
    }

    private Publishing publish(Draft draft, RotaDifference difference, Act act) {
        PublishedRota rota = next(draft, act);
        int next = rota.version();
        return switch (rotas.publish(rota)) {
            case PublishedRotas.Publication.OutOfDate outOfDate -> new Publishing.OutOfDate(outOfDate.versionInForce());
            case PublishedRotas.Publication.Published published -> {
                superseding(draft, reader.held(draft.territory(), draft.quarter()), next, act)
                        .forEach(slots::append);
                drafts.discard(draft.territory(), draft.quarter());
                record(draft, difference, next, act);
                yield new Publishing.Published(next, difference);
            }
        };
    }

    private PublishedRota next(Draft draft, Act act) {
        return new PublishedRota(
                draft.territory(),
                draft.quarter(),
                reader.version(draft.territory(), draft.quarter()) + 1,
                new PublishedRota.Publisher(act.author(), act.at()),
                duties(draft.duties()));
    }

    /** An earlier swap or override would stand above the new version: where they differ, the version is made to win. */
    private List<Substitution> superseding(Draft draft, Assignment held, int version, Act act) {
        var why = new Act(act.author(), "Version " + version + " du planning.", act.at());
        return RotaDifference.between(held, draft.duties(), names::of).changes().stream()
                .map(change -> new Substitution(
                        UUID.randomUUID(),
                        new Slot(draft.territory(), change.date(), HeldRota.number(change.rung())),
                        Substitution.Kind.OVERRIDE,
                        change.after(),
                        Substitution.Effect.wholeDuty(),
                        why))
                .toList();
    }

    /** The days of its quarter as {@link #publish} leaves them. */
    private List<DutyDay> asPublished(Draft draft, Act act) {
        PublishedRota rota = next(draft, act);
        List<DutyDay> days = reader.days(draft.territory(), draft.quarter()).stream()
                .map(day -> new DutyDay(day.window(), day.zone(), Optional.of(rota), day.substitutions()))
                .toList();
        List<Substitution> above = superseding(draft, HeldRota.of(days), rota.version(), act);
        return days.stream()
                .map(day -> new DutyDay(
                        day.window(),
                        day.zone(),
                        day.rota(),
                        Stream.concat(
                                        day.substitutions().stream(),
                                        above.stream().map(one -> SlotWriter.after(day.substitutions(), one)))
                                .toList()))
                .toList();
    }

    private void record(Draft draft, RotaDifference difference, int version, Act act) {
        Quarter quarter = draft.quarter();
        String title = "Planning du " + quarter.label() + ", version " + version;
        acts.record(new PlanningAct(
                draft.territory(),
                PlanningAct.Kind.ROTA_PUBLISHED,
                quarter.toString(),
                title + " : " + difference.changes().size() + " changements.",
                act));
        teller.tell(draft.territory(), dates(quarter), title + ", vient d’être publié. Voici ce qui change pour vous.");
    }

    private static DateRange dates(Quarter quarter) {
        return new DateRange(quarter.first(), quarter.last());
    }

    /** A draft may be older than the day on which the hours end: nobody is on duty where nothing is promised. */
    private static Draft promised(Draft draft, RotaProblem problem) {
        List<LocalDate> dates = problem.days().stream().map(DayToCover::date).toList();
        return new Draft(
                draft.territory(),
                draft.quarter(),
                draft.duties().on(dates),
                draft.fixed().on(dates),
                draft.origin(),
                draft.proof());
    }

    private static Optional<RuleBreach> breach(Draft draft, RotaProblem problem, boolean gapsAccepted) {
        List<Violation> hard = Verdict.on(draft.duties(), problem).hard().stream()
                .filter(violation -> !gapsAccepted || violation.rule() != Rule.COVERAGE)
                .toList();
        return hard.isEmpty() ? Optional.empty() : Optional.of(new RuleBreach(hard));
    }

    private static List<String> begun(RotaDifference difference, RotaProblem problem, Act act) {
        return difference.changes().stream()
                .filter(change -> problem.day(change.date())
                        .map(day -> begun(day.window(), act))
                        .orElse(true))
                .map(RotaDifference.Change::sentence)
                .toList();
    }

    private static boolean begun(DutyWindow window, Act act) {
        return !window.start().isAfter(act.at());
    }

    private static List<Duty> duties(Assignment assignment) {
        var duties = new ArrayList<Duty>();
        for (DutyRung rung : DutyRung.values()) {
            assignment
                    .on(rung)
                    .forEach((date, physician) -> duties.add(new Duty(date, HeldRota.number(rung), physician)));
        }
        return duties;
    }

    private Assignment published(TerritoryCode territory, Quarter quarter, int version) {
        return version == 0
                ? Assignment.EMPTY
                : rotas.version(territory, quarter, version).map(HeldRota::of).orElse(Assignment.EMPTY);
    }
}
