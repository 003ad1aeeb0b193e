package fr.appui.indicators.report;

import fr.appui.calendar.DutyCalendar;
import fr.appui.calendar.DutyCalendars;
import fr.appui.directory.Directory;
import fr.appui.directory.Partners;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.indicators.CallTally;
import fr.appui.indicators.CountedCalls;
import fr.appui.indicators.HeldDuty;
import fr.appui.indicators.Lens;
import fr.appui.indicators.Volunteers;
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
    private final DutyCalendars calendars;
    private final PublishedRotas rotas;
    private final CountedCalls calls;
    private final NomenclatureShelf nomenclatures;
    private final DifficultyLog difficulties;
    private final Ledger ledger;
    private final Instance<Derogations> derogations;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters") // every source a report draws on
    Years(
            Directory directory,
            DutyCalendars calendars,
            PublishedRotas rotas,
            CountedCalls calls,
            NomenclatureShelf nomenclatures,
            DifficultyLog difficulties,
            Ledger ledger,
            Instance<Derogations> derogations,
            Clock clock) {
        this.directory = directory;
        this.calendars = calendars;
        this.rotas = rotas;
        this.calls = calls;
        this.nomenclatures = nomenclatures;
        this.difficulties = difficulties;
        this.ledger = ledger;
        this.derogations = derogations;
        this.clock = clock;
    }

    /** The year so far, or the whole of a past one; empty when the territory is not known. */
    public Optional<TerritoryYear> of(TerritoryCode code, int year) {
        Optional<Partners> partners = directory.partners(code);
        Optional<DutyCalendar> calendar = calendars.of(code);
        return partners.flatMap(known -> calendar.map(hours -> gather(known, hours, year)));
    }

    private TerritoryYear gather(Partners partners, DutyCalendar calendar, int year) {
        TerritoryCode code = partners.territory().code();
        LocalDate until = coversUntil(partners.territory(), year);
        Lens lens = lens(partners.territory(), calendar, year);
        return new TerritoryYear(
                year,
                until,
                partners,
                calendar,
                lens,
                tally(partners.territory(), year, lens),
                duties(code, year, until),
                volunteers(),
                Optional.of(acts(code, year)),
                difficulties.of(code, year),
                ledger.entries(code, year));
    }

    /** Yesterday at the latest: a duty counts once its day has begun to belong to the past. */
    private LocalDate coversUntil(Territory territory, int year) {
        LocalDate yesterday =
                LocalDate.ofInstant(clock.instant(), territory.timeZone()).minusDays(1);
        LocalDate last = LocalDate.of(year, 12, 31);
        return yesterday.isBefore(last) ? yesterday : last;
    }

    Lens lens(Territory territory, DutyCalendar calendar, int year) {
        Nomenclatures all = nomenclatures.all();
        Nomenclature current = all.inForce(LocalDate.of(year, 12, 31))
                .orElseGet(() -> all.versions().getFirst());
        LocalDate lastNightOfTheYearBefore = LocalDate.of(year - 1, 12, 31);
        return new Lens(
                territory.timeZone(),
                calendar.windows(lastNightOfTheYearBefore, LocalDate.of(year, 12, 31)),
                all,
                current);
    }

    private CallTally tally(Territory territory, int year, Lens lens) {
        CallTally tally = new CallTally();
        calls.read(
                List.of(territory.code()),
                startOf(year, territory.timeZone()),
                startOf(year + 1, territory.timeZone()),
                call -> tally.add(call, lens));
        return tally;
    }

    public List<HeldDuty> duties(TerritoryCode code, int year, LocalDate until) {
        LocalDate first = LocalDate.of(year, 1, 1);
        return until.isBefore(first)
                ? List.of()
                : rotas.days(code, first, until).stream()
                        .map(day -> HeldDuty.of(code, day))
                        .toList();
    }

    public Volunteers volunteers() {
        return new Volunteers(directory.physicians(), directory.establishments());
    }

    private List<RotaAct> acts(TerritoryCode code, int year) {
        Stream<RotaAct> substitutions =
                rotas.substitutions(code, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)).stream()
                        .map(act -> act(code, act));
        return Stream.concat(
                        substitutions,
                        derogations.isResolvable() ? derogations.get().of(code, year).stream() : Stream.empty())
                .toList();
    }

    private RotaAct act(TerritoryCode code, Substitution substitution) {
        RotaAct.Kind kind = switch (substitution.kind()) {
            case HISTORY -> RotaAct.Kind.HISTORY;
            case OVERRIDE -> RotaAct.Kind.OVERRIDE;
            case SWAP -> RotaAct.Kind.SWAP;
        };
        ZoneId zone = directory.territory(code).map(Territory::timeZone).orElse(ZoneId.of("Europe/Paris"));
        return new RotaAct(
                LocalDate.ofInstant(substitution.act().at(), zone),
                kind,
                substitution.slot().date(),
                substitution.act().reason());
    }

    static Instant startOf(int year, ZoneId zone) {
        return LocalDate.of(year, 1, 1).atStartOfDay(zone).toInstant();
    }
}
