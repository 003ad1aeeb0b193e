package fr.appui.planning.life;

import fr.appui.calendar.DutyCalendar;
import fr.appui.calendar.DutyCalendars;
import fr.appui.calendar.DutyWindow;
import fr.appui.calendar.PublicHolidays;
import fr.appui.calendar.Quarter;
import fr.appui.directory.Directory;
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
import fr.appui.rota.DutyDay;
import fr.appui.rota.PublishedRotas;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Gathers from every book what a rota is decided from. */
@ApplicationScoped
@Transactional
public class ProblemReader {

    private final Directory directory;
    private final DutyCalendars calendars;
    private final PublishedRotas rotas;
    private final VolunteerReader volunteers;
    private final PastReader past;
    private final SettingsBook settings;
    private final DerogationBook derogations;

    ProblemReader(
            Directory directory,
            DutyCalendars calendars,
            PublishedRotas rotas,
            VolunteerReader volunteers,
            PastReader past,
            SettingsBook settings,
            DerogationBook derogations) {
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
        Territory territory = directory.territory(code).orElseThrow();
        List<DayToCover> days = days(territory, dates);
        if (days.isEmpty()) {
            return Optional.empty();
        }
        PlanningSettings chosen = settings.of(code);
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
        DutyCalendar calendar = calendars.of(territory.code()).orElseThrow();
        return calendar.windows(dates.from(), dates.to()).stream()
                .map(window -> toCover(window, territory))
                .toList();
    }

    private Surroundings surroundings(
            TerritoryCode code, DateRange dates, List<Volunteer> candidates, PlanningSettings chosen) {
        List<Derogation> granted = quarters(dates).stream()
                .flatMap(quarter -> derogations.in(quarter).stream())
                .map(DerogationBook.Granted::derogation)
                .toList();
        return new Surroundings(
                granted,
                heldAround(code, dates, candidates, chosen.daysAround()),
                past.before(code, Quarter.of(dates.from())),
                Assignment.EMPTY);
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
            Optional<HeldPart> most = HeldRota.mainPart(day, rung);
            HeldPart.of(day, rung).stream()
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
