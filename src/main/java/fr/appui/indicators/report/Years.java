package fr.appui.indicators.report;

import fr.appui.calendar.DutyCalendar;
import fr.appui.calendar.DutyCalendars;
import fr.appui.directory.Directory;
import fr.appui.directory.Partners;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryChanges;
import fr.appui.directory.TerritoryCode;
import fr.appui.indicators.CallTallies;
import fr.appui.indicators.CallTallies.Place;
import fr.appui.indicators.CallTally;
import fr.appui.indicators.DaySpan;
import fr.appui.indicators.HeldWindow;
import fr.appui.indicators.KnownPhysicians;
import fr.appui.indicators.Lens;
import fr.appui.rota.BusySpells;
import fr.appui.rota.BusySpells.Reason;
import fr.appui.rota.Coverage;
import fr.appui.rota.DutyDay;
import fr.appui.rota.PublishedRotas;
import fr.appui.rota.Substitution;
import fr.appui.trace.Nomenclature;
import fr.appui.trace.NomenclatureShelf;
import fr.appui.trace.Nomenclatures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Gathers what a territory's year is reported from. */
@ApplicationScoped
public class Years {

    private final Directory directory;
    private final TerritoryChanges territoryChanges;
    private final DutyCalendars calendars;
    private final PublishedRotas rotas;
    private final CallTallies tallies;
    private final NomenclatureShelf nomenclatures;
    private final DifficultyLog difficulties;
    private final Ledger ledger;
    private final Instance<Derogations> derogations;
    private final BusySpells spells;
    private final Survey survey;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters") // every source a report draws on
    Years(
            Directory directory,
            TerritoryChanges territoryChanges,
            DutyCalendars calendars,
            PublishedRotas rotas,
            CallTallies tallies,
            NomenclatureShelf nomenclatures,
            DifficultyLog difficulties,
            Ledger ledger,
            Instance<Derogations> derogations,
            BusySpells spells,
            Survey survey,
            Clock clock) {
        this.directory = directory;
        this.territoryChanges = territoryChanges;
        this.calendars = calendars;
        this.rotas = rotas;
        this.tallies = tallies;
        this.nomenclatures = nomenclatures;
        this.difficulties = difficulties;
        this.ledger = ledger;
        this.derogations = derogations;
        this.spells = spells;
        this.survey = survey;
        this.clock = clock;
    }

    /** The period so far, or the whole of a past one; empty when the territory is not known. */
    public Optional<TerritoryYear> of(TerritoryCode code, Period period) {
        return of(code, period, volunteers());
    }

    /** As {@link #of(TerritoryCode, Period)}, for lists: who volunteers was read once. */
    public Optional<TerritoryYear> of(TerritoryCode code, Period period, KnownPhysicians volunteers) {
        return of(code, period, volunteers, true);
    }

    /** As {@link #of}, without reading a call: for lists and for pay. */
    public Optional<TerritoryYear> withoutCalls(TerritoryCode code, Period period) {
        return withoutCalls(code, period, volunteers());
    }

    /** As {@link #withoutCalls(TerritoryCode, Period)}, for lists: who volunteers was read once. */
    public Optional<TerritoryYear> withoutCalls(TerritoryCode code, Period period, KnownPhysicians volunteers) {
        return of(code, period, volunteers, false);
    }

    /** For lists of calls: nothing else of the period is gathered. Empty when the territory is not known. */
    Optional<Place> calls(TerritoryCode code, Period period) {
        return directory
                .territory(code)
                .flatMap(known -> calendars
                        .of(code)
                        .map(hours -> new Place(
                                code,
                                lens(known, hours, period),
                                new DaySpan(period.first(), period.until(clock.instant(), known.timeZone())))));
    }

    private Optional<TerritoryYear> of(TerritoryCode code, Period period, KnownPhysicians volunteers, boolean counted) {
        Optional<Territory> territory = directory.territory(code);
        return territory.flatMap(
                known -> of(code, period, period.until(clock.instant(), known.timeZone()), volunteers, counted));
    }

    /** @param until the last day counted */
    @SuppressWarnings("TooManyParameters") // what a gathering is asked for
    Optional<TerritoryYear> of(
            TerritoryCode code, Period period, LocalDate until, KnownPhysicians volunteers, boolean counted) {
        Optional<Partners> partners = directory.partners(code);
        Optional<DutyCalendar> calendar = calendars.of(code);
        return partners.flatMap(
                known -> calendar.map(hours -> gather(known, hours, period, until, volunteers, counted)));
    }

    @SuppressWarnings("TooManyParameters") // what a gathering is asked for
    private TerritoryYear gather(
            Partners partners,
            DutyCalendar calendar,
            Period period,
            LocalDate until,
            KnownPhysicians volunteers,
            boolean counted) {
        TerritoryCode code = partners.territory().code();
        Lens lens = lens(partners.territory(), calendar, period);
        List<DutyDay> days = days(code, period.first(), until);
        return new TerritoryYear(
                period,
                until,
                partners,
                territoryChanges.of(code, period.first(), period.last()),
                calendar,
                lens,
                counted ? tallies.of(code, lens, new DaySpan(period.first(), until)) : new CallTally(),
                days.stream().map(day -> HeldWindow.of(code, day)).toList(),
                days.stream()
                        .flatMap(day -> HeldWindow.backUps(code, day).stream())
                        .toList(),
                volunteers,
                Optional.of(acts(code, period, days)),
                difficulties.of(code, period.year()).stream()
                        .filter(entry -> !entry.date().isBefore(period.first())
                                && !entry.date().isAfter(period.last()))
                        .toList(),
                ledger.entries(code, period.year()),
                survey.tally(code, period.first(), until));
    }

    /** Dates, both included, of which somebody holds not every hour. */
    public List<LocalDate> gaps(TerritoryCode code, LocalDate from, LocalDate to) {
        return Coverage.gaps(rotas.days(code, from, to)).stream()
                .map(gap -> gap.window().date())
                .distinct()
                .toList();
    }

    /** Whether anybody held a duty then. */
    public boolean isHeld(TerritoryCode code, Period period) {
        return rotas.days(code, period.first(), period.last()).stream()
                .map(day -> HeldWindow.of(code, day))
                .anyMatch(duty -> !duty.holds().isEmpty());
    }

    private Lens lens(Territory territory, DutyCalendar calendar, Period period) {
        Nomenclatures all = nomenclatures.all();
        Nomenclature current =
                all.inForce(period.last()).orElseGet(() -> all.versions().getFirst());
        LocalDate lastNightBefore = period.first().minusDays(1);
        return new Lens(territory.timeZone(), calendar.windows(lastNightBefore, period.last()), all, current);
    }

    private List<DutyDay> days(TerritoryCode code, LocalDate first, LocalDate until) {
        return until.isBefore(first) ? List.of() : rotas.days(code, first, until);
    }

    public KnownPhysicians volunteers() {
        return new KnownPhysicians(directory.physicians(), directory.establishments());
    }

    private List<RotaAct> acts(TerritoryCode code, Period period, List<DutyDay> days) {
        Stream<RotaAct> substitutions = rotas.substitutions(code, period.first(), period.last()).stream()
                .filter(act -> act.act().isAPersons())
                .map(act -> act(code, act));
        Stream<RotaAct> permitted =
                derogations.stream().flatMap(known -> known.of(code, period.first(), period.last()).stream());
        return Stream.of(substitutions, permitted, unconfirmed(days))
                .flatMap(acts -> acts)
                .toList();
    }

    /** Who was rung after the others since they had not confirmed that they were there; the duty stayed theirs. */
    private Stream<RotaAct> unconfirmed(List<DutyDay> days) {
        if (days.isEmpty()) {
            return Stream.of();
        }
        Instant from = days.getFirst().window().start();
        Instant to = days.getLast().window().end();
        return spells.between(from, to).stream()
                .filter(spell -> spell.reason() == Reason.NOT_CONFIRMED)
                .flatMap(spell -> days.stream()
                        .filter(day -> day.window().contains(spell.from()) && isNamed(spell.physician(), day)))
                .map(day -> day.window().date())
                .map(date -> new RotaAct(
                        date,
                        RotaAct.Kind.UNCONFIRMED,
                        date,
                        "Les autres médecins sont appelés d’abord ; l’astreinte et son forfait ne changent pas."));
    }

    private static boolean isNamed(PhysicianId physician, DutyDay day) {
        return day.stretches().stream()
                .flatMap(stretch -> stretch.ladder().stream())
                .anyMatch(
                        holding -> holding.physician().filter(physician::equals).isPresent());
    }

    private RotaAct act(TerritoryCode code, Substitution substitution) {
        RotaAct.Kind kind = switch (substitution.kind()) {
            case HISTORY -> RotaAct.Kind.HISTORY;
            case OVERRIDE -> RotaAct.Kind.OVERRIDE;
            case SWAP -> RotaAct.Kind.SWAP;
        };
        ZoneId zone = directory.zoneOf(code);
        return new RotaAct(
                LocalDate.ofInstant(substitution.act().at(), zone),
                kind,
                substitution.slot().date(),
                substitution.act().reason());
    }
}
