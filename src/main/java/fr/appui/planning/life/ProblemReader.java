package fr.appui.planning.life;

import fr.appui.calendar.DutyCalendar;
import fr.appui.calendar.DutyCalendars;
import fr.appui.calendar.DutyWindow;
import fr.appui.calendar.PublicHolidays;
import fr.appui.calendar.Quarter;
import fr.appui.directory.Directory;
import fr.appui.directory.DirectoryLookup;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.Assignment;
import fr.appui.planning.DateRange;
import fr.appui.planning.DayToCover;
import fr.appui.planning.Derogation;
import fr.appui.planning.DutyRung;
import fr.appui.planning.HeldDuty;
import fr.appui.planning.PlanningSettings;
import fr.appui.planning.RotaProblem;
import fr.appui.planning.Surroundings;
import fr.appui.planning.Volunteer;
import fr.appui.planning.life.DerogationBook.Granted;
import fr.appui.rota.DutyDay;
import fr.appui.rota.PublishedRotas;
import fr.appui.rota.RotasInForce;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Gathers from every book what a rota is decided from. */
@ApplicationScoped
@Transactional
public class ProblemReader {

    private final DirectoryLookup directory;
    private final Function<TerritoryCode, Optional<DutyCalendar>> calendars;
    private final RotasInForce rotas;
    private final VolunteerReader volunteers;
    private final PastReader past;
    private final Function<TerritoryCode, PlanningSettings> settings;
    private final Function<Quarter, List<Granted>> derogations;

    @Inject
    ProblemReader(
            Directory directory,
            DutyCalendars calendars,
            PublishedRotas rotas,
            VolunteerReader volunteers,
            PastReader past,
            SettingsBook settings,
            DerogationBook derogations) {
        this(directory, calendars::of, rotas, volunteers, past, settings::of, derogations::in);
    }

    ProblemReader(
            DirectoryLookup directory,
            Function<TerritoryCode, Optional<DutyCalendar>> calendars,
            RotasInForce rotas,
            VolunteerReader volunteers,
            PastReader past,
            Function<TerritoryCode, PlanningSettings> settings,
            Function<Quarter, List<Granted>> derogations) {
        this.directory = directory;
        this.calendars = calendars;
        this.rotas = rotas;
        this.volunteers = volunteers;
        this.past = past;
        this.settings = settings;
        this.derogations = derogations;
    }

    /** Empty when the territory promises no hours on these dates. */
    public Optional<RotaProblem> of(TerritoryCode code, DateRange dates) {
        return forHardRules(code, dates)
                .map(problem ->
                        problem.with(problem.surroundings().remembering(past.before(code, Quarter.of(dates.from())))));
    }

    /** Without the past, which fairness alone remembers. */
    Optional<RotaProblem> forHardRules(TerritoryCode code, Quarter quarter) {
        return forHardRules(code, new DateRange(quarter.first(), quarter.last()));
    }

    private Optional<RotaProblem> forHardRules(TerritoryCode code, DateRange dates) {
        Territory territory = directory.territory(code).orElseThrow();
        List<DayToCover> days = days(territory, dates);
        if (days.isEmpty()) {
            return Optional.empty();
        }
        PlanningSettings chosen = settings.apply(code);
        var agreed = rotas.substitutions(code, dates.from(), dates.to());
        List<Volunteer> candidates = volunteers.of(code, dates, agreed);
        return Optional.of(
                new RotaProblem(code, days, candidates, chosen, surroundings(code, dates, candidates, chosen)));
    }

    public Optional<RotaProblem> of(TerritoryCode code, Quarter quarter) {
        return of(code, new DateRange(quarter.first(), quarter.last()));
    }

    static DayToCover toCover(DutyWindow window, Territory territory) {
        return new DayToCover(window, PublicHolidays.isHoliday(territory.holidayZone(), window.date()));
    }

    private List<DayToCover> days(Territory territory, DateRange dates) {
        DutyCalendar calendar = calendars.apply(territory.code()).orElseThrow();
        return calendar.windows(dates.from(), dates.to()).stream()
                .map(window -> toCover(window, territory))
                .toList();
    }

    private Surroundings surroundings(
            TerritoryCode code, DateRange dates, List<Volunteer> candidates, PlanningSettings chosen) {
        List<Derogation> granted = quarters(dates).stream()
                .flatMap(quarter -> derogations.apply(quarter).stream())
                .map(Granted::derogation)
                .toList();
        return new Surroundings(
                granted, heldAround(code, dates, candidates, chosen.daysAround()), List.of(), Assignment.EMPTY);
    }

    /**
     * The civil quarters whole, for the quota, and the days on either side that other rules look at; in the territories where
     * one of these volunteers may be on duty.
     */
    private List<HeldDuty> heldAround(TerritoryCode code, DateRange dates, List<Volunteer> candidates, int daysAround) {
        LocalDate from = Quarter.of(dates.from()).first().minusDays(daysAround);
        LocalDate to = Quarter.of(dates.to()).last().plusDays(daysAround);
        Set<PhysicianId> physicians = candidates.stream().map(Volunteer::id).collect(Collectors.toSet());
        var held = new ArrayList<HeldDuty>();
        for (TerritoryCode concerned : new TreeSet<>(rotas.territoriesNaming(physicians, from, to))) {
            Territory territory = directory.territory(concerned).orElseThrow();
            for (DutyDay day : rotas.days(concerned, from, to)) {
                boolean decided =
                        concerned.equals(code) && dates.contains(day.window().date());
                if (!decided) {
                    held.addAll(duties(day, territory));
                }
            }
        }
        return held;
    }

    private static List<HeldDuty> duties(DutyDay day, Territory territory) {
        DayToCover whole = toCover(day.window(), territory);
        var duties = new ArrayList<HeldDuty>();
        for (DutyRung rung : DutyRung.values()) {
            List<HeldPart> parts = HeldPart.of(day, rung);
            Optional<HeldPart> most = HeldRota.mainPart(parts);
            parts.stream()
                    .map(part -> new HeldDuty(
                            part.physician(),
                            whole.between(part.start(), part.end()),
                            rung,
                            territory.code(),
                            most.equals(Optional.of(part))))
                    .forEach(duties::add);
        }
        return duties;
    }

    private static List<Quarter> quarters(DateRange dates) {
        var quarters = new ArrayList<Quarter>();
        for (Quarter quarter = Quarter.of(dates.from());
                !quarter.first().isAfter(dates.to());
                quarter = quarter.next()) {
            quarters.add(quarter);
        }
        return quarters;
    }
}
