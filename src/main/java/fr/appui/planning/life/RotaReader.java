package fr.appui.planning.life;

import fr.appui.calendar.DutyCalendars;
import fr.appui.calendar.DutyWindow;
import fr.appui.calendar.Quarter;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.Assignment;
import fr.appui.planning.DateRange;
import fr.appui.planning.DutyRung;
import fr.appui.planning.Fairness;
import fr.appui.planning.NoBackUp;
import fr.appui.planning.RotaProblem;
import fr.appui.rota.Duty;
import fr.appui.rota.DutyDay;
import fr.appui.rota.PublishedRota;
import fr.appui.rota.PublishedRotas;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads where a quarter's rota stands. */
@ApplicationScoped
@Transactional
public class RotaReader {

    private final ProblemReader problems;
    private final PublishedRotas rotas;
    private final DraftBook drafts;
    private final DutyCalendars calendars;
    private final Clock clock;

    RotaReader(ProblemReader problems, PublishedRotas rotas, DraftBook drafts, DutyCalendars calendars, Clock clock) {
        this.problems = problems;
        this.rotas = rotas;
        this.drafts = drafts;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** Where a rota stands, what it is decided from and how it shares the load, of one reading. */
    public record Whole(RotaView view, RotaProblem problem, Fairness fairness) {}

    /** Empty when the territory promises no hours in that quarter. */
    public Optional<RotaView> view(TerritoryCode territory, Quarter quarter) {
        return problem(territory, quarter).map(problem -> view(problem, quarter));
    }

    /** Empty when the territory promises no hours in that quarter. */
    public Optional<Whole> whole(TerritoryCode territory, Quarter quarter) {
        return problem(territory, quarter).map(problem -> {
            RotaView view = view(problem, quarter);
            return new Whole(view, problem, Fairness.of(view.duties(), problem));
        });
    }

    private RotaView view(RotaProblem problem, Quarter quarter) {
        TerritoryCode territory = problem.territory();
        List<DutyDay> days = days(territory, quarter);
        return RotaView.of(
                problem,
                quarter,
                version(territory, quarter),
                stamp(territory, quarter),
                drafts.of(territory, quarter),
                HeldPart.of(days),
                HeldRota.of(days),
                !days.getLast().window().end().isAfter(clock.instant()));
    }

    /** With what the draft has fixed, which its own wishes no longer stand against. */
    Optional<RotaProblem> problem(TerritoryCode territory, Quarter quarter) {
        Assignment fixed = drafts.of(territory, quarter).map(Draft::fixed).orElse(Assignment.EMPTY);
        return problems.of(territory, quarter)
                .map(problem -> problem.with(problem.surroundings().keeping(fixed)));
    }

    Optional<RotaProblem> problem(TerritoryCode territory, DateRange dates) {
        return problems.of(territory, dates);
    }

    /** Each date's main holder, all acts counted. */
    Assignment held(TerritoryCode territory, Quarter quarter) {
        return HeldRota.of(days(territory, quarter));
    }

    Assignment held(TerritoryCode territory, DateRange dates) {
        return HeldRota.of(rotas.days(territory, dates.from(), dates.to()));
    }

    /** Who holds what is still to come of a date: all of it, before it begins. */
    public Optional<PhysicianId> holderAhead(TerritoryCode territory, LocalDate date, DutyRung rung) {
        return rotas.days(territory, date, date).stream()
                .flatMap(day -> HeldRota.holderFrom(day, rung, clock.instant()).stream())
                .findFirst();
    }

    /** How the draft, or what is held, shares the load. Empty when the territory promises no hours in that quarter. */
    public Optional<Fairness> fairness(TerritoryCode territory, Quarter quarter) {
        return problem(territory, quarter)
                .map(problem -> Fairness.of(
                        drafts.of(territory, quarter).map(Draft::duties).orElseGet(() -> held(territory, quarter)),
                        problem));
    }

    Optional<DutyWindow> window(TerritoryCode territory, LocalDate date) {
        return calendars.of(territory).flatMap(calendar -> calendar.window(date));
    }

    /** Said where the quarter before had a back-up rung and this rota has none. */
    public Optional<String> withoutBackUp(RotaProblem problem, Quarter quarter, Assignment rota) {
        return rota.backUp().isEmpty()
                ? NoBackUp.told(problem, rota, held(problem.territory(), quarter.previous()))
                : Optional.empty();
    }

    ZoneId zone(TerritoryCode territory) {
        return calendars.of(territory).orElseThrow().zone();
    }

    /** As {@link RotaView#isPublished}, of what is true now. */
    boolean isPublished(TerritoryCode territory, Quarter quarter) {
        return RotaView.isPublished(version(territory, quarter), drafts.of(territory, quarter));
    }

    /** A time of day within a date's duty: one before the duty begins is meant on the morning after. */
    public Instant moment(TerritoryCode territory, LocalDate date, LocalTime time) {
        ZonedDateTime same = date.atTime(time).atZone(zone(territory));
        boolean early = window(territory, date)
                .filter(duty -> same.toInstant().isBefore(duty.start()))
                .isPresent();
        return (early ? same.plusDays(1) : same).toInstant();
    }

    int version(TerritoryCode territory, Quarter quarter) {
        return rotas.inForce(territory, quarter).map(PublishedRota::version).orElse(0);
    }

    /** What was held at a moment, by the version and the acts there were then. */
    Assignment heldAt(TerritoryCode territory, Quarter quarter, Instant moment) {
        Optional<PublishedRota> version = rotas.versions(territory, quarter).stream()
                .filter(rota -> !rota.publisher().at().isAfter(moment))
                .findFirst()
                .flatMap(rota -> rotas.version(territory, quarter, rota.version()));
        return HeldRota.of(days(territory, quarter).stream()
                .map(day -> new DutyDay(
                        day.window(),
                        day.zone(),
                        version,
                        day.substitutions().stream()
                                .filter(act -> !act.act().at().isAfter(moment))
                                .toList()))
                .toList());
    }

    /** Of these dates, the first that changed after what somebody read. */
    Optional<LocalDate> changedSince(
            TerritoryCode territory, Quarter quarter, SortedSet<LocalDate> dates, OptionalLong seen) {
        if (seen.isEmpty()) {
            return Optional.empty();
        }
        Set<LocalDate> changed = drafts.of(territory, quarter).isPresent()
                ? drafts.changedSince(territory, quarter, seen.getAsLong())
                : actedSince(territory, quarter, dates, Instant.ofEpochMilli(seen.getAsLong()));
        return dates.stream().filter(changed::contains).findFirst();
    }

    private Set<LocalDate> actedSince(
            TerritoryCode territory, Quarter quarter, SortedSet<LocalDate> dates, Instant seen) {
        boolean published = rotas.inForce(territory, quarter)
                .filter(rota ->
                        rota.publisher().at().truncatedTo(ChronoUnit.MILLIS).isAfter(seen))
                .isPresent();
        return published
                ? dates
                : rotas.substitutions(territory, dates.first(), dates.last()).stream()
                        .filter(act -> act.act().at().isAfter(seen))
                        .map(act -> act.slot().date())
                        .collect(Collectors.toSet());
    }

    /** Those who may come to hold a date by an act on it or by undoing one. In a transaction of its own, before any wait. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Set<PhysicianId> named(TerritoryCode territory, LocalDate date) {
        return rotas.days(territory, date, date).stream()
                .flatMap(day -> Stream.concat(
                        day.rota().stream()
                                .flatMap(rota -> rota.duties().stream())
                                .filter(duty -> duty.date().equals(date))
                                .map(Duty::physician),
                        day.substitutions().stream().flatMap(act -> act.physician().stream())))
                .collect(Collectors.toSet());
    }

    /** Those whom the draft puts on duty; empty without a draft. In a transaction of its own, before any wait. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Optional<Set<PhysicianId>> drafted(TerritoryCode territory, Quarter quarter) {
        return drafts.of(territory, quarter).map(Draft::physicians);
    }

    private long stamp(TerritoryCode territory, Quarter quarter) {
        Stream<Instant> published = rotas.inForce(territory, quarter).stream()
                .map(rota -> rota.publisher().at());
        Stream<Instant> acts = rotas.substitutions(territory, quarter.first(), quarter.last()).stream()
                .map(act -> act.act().at());
        return Stream.concat(published, acts)
                .map(Instant::toEpochMilli)
                .reduce(drafts.revision(territory, quarter), Math::max);
    }

    List<DutyDay> days(TerritoryCode territory, Quarter quarter) {
        return rotas.days(territory, quarter.first(), quarter.last());
    }
}
