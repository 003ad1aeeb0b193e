package fr.appui.rota.store;

import fr.appui.calendar.DutyCalendars;
import fr.appui.calendar.Perimeter;
import fr.appui.calendar.Quarter;
import fr.appui.directory.Dialling;
import fr.appui.directory.Directory;
import fr.appui.directory.Joining;
import fr.appui.directory.Joinings;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Reach;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.rota.BusySpells;
import fr.appui.rota.BusySpells.BusySpell;
import fr.appui.rota.BusySpells.Reason;
import fr.appui.rota.DutyDay;
import fr.appui.rota.DutyNumbers;
import fr.appui.rota.DutyNumbers.DutyNumber;
import fr.appui.rota.PublishedRota;
import fr.appui.rota.PublishedRotas;
import fr.appui.rota.RotaFacts;
import fr.appui.rota.RotasRead;
import fr.appui.rota.Substitution;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

@ApplicationScoped
@Transactional
class StoredRotas implements PublishedRotas {

    private static final Logger LOG = Logger.getLogger(StoredRotas.class);

    private final Directory directory;
    private final DutyCalendars calendars;
    private final DutyNumbers numbers;
    private final BusySpells busy;
    private final Dialling site;
    private final Joinings joinings;
    private final Event<RotaChanged> changed;

    /** So that each is told once, and not at every reading. */
    private final Set<String> unreadable = ConcurrentHashMap.newKeySet();

    StoredRotas(
            Directory directory,
            DutyCalendars calendars,
            DutyNumbers numbers,
            BusySpells busy,
            Dialling site,
            Joinings joinings,
            Event<RotaChanged> changed) {
        this.directory = directory;
        this.calendars = calendars;
        this.numbers = numbers;
        this.busy = busy;
        this.site = site;
        this.joinings = joinings;
        this.changed = changed;
    }

    /** Two publications at one moment: the unique key lets one through, the other fails and is asked for again. */
    @Override
    public Publication publish(PublishedRota rota) {
        int inForce = inForceRow(rota.territory(), rota.quarter())
                .map(row -> row.version)
                .orElse(0);
        if (rota.version() != inForce + 1) {
            return new Publication.OutOfDate(inForce);
        }
        PublicationRow.of(rota).persist();
        changed.fire(new RotaChanged());
        return new Publication.Published(rota);
    }

    @Override
    public Optional<PublishedRota> inForce(TerritoryCode territory, Quarter quarter) {
        return inForceRow(territory, quarter).map(PublicationRow::toRota);
    }

    private static Optional<PublicationRow> inForceRow(TerritoryCode territory, Quarter quarter) {
        return PublicationRow.inForce(Whose.of(territory), List.of(quarter)).stream()
                .findFirst();
    }

    @Override
    public Optional<PublishedRota> version(TerritoryCode territory, Quarter quarter, int version) {
        return PublicationRow.find(territory, quarter, version).map(PublicationRow::toRota);
    }

    @Override
    public List<PublishedRota> versions(TerritoryCode territory, Quarter quarter) {
        return PublicationRow.latestFirst(territory, quarter).stream()
                .map(PublicationRow::withoutDuties)
                .toList();
    }

    @Override
    public void record(Substitution substitution) {
        if (SubstitutionRow.findById(substitution.id().toString()) == null) {
            SubstitutionRow.of(substitution).persist();
            changed.fire(new RotaChanged());
        }
    }

    @Override
    public List<Substitution> substitutions(TerritoryCode territory, LocalDate from, LocalDate to) {
        return SubstitutionRow.between(Whose.of(territory), from, to).stream()
                .map(SubstitutionRow::toSubstitution)
                .toList();
    }

    @Override
    public List<DutyDay> days(TerritoryCode code, LocalDate from, LocalDate to) {
        return read(Reach.of(code), from, to).days(code, from, to);
    }

    @Override
    public RotasRead read(Reach within, LocalDate from, LocalDate to) {
        return new RotasRead(from, to, territories(within, from, to));
    }

    @Override
    public Set<TerritoryCode> territoriesNaming(Set<PhysicianId> physicians, LocalDate from, LocalDate to) {
        if (physicians.isEmpty()) {
            return Set.of();
        }
        List<String> ids = physicians.stream().map(PhysicianId::toString).toList();
        return Stream.concat(
                        PublicationRow.territoriesNaming(ids, from, to).stream(),
                        SubstitutionRow.territoriesNaming(ids, from, to).stream())
                .map(TerritoryCode::new)
                .collect(Collectors.toSet());
    }

    @Override
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public RotaFacts facts(Instant takenAt, LocalDate from, LocalDate to, RotaFacts before) {
        return new RotaFacts(
                takenAt,
                from,
                to,
                territories(from, to, before),
                read("the physicians", () -> reachable(from, to), Optional.of(before.physicians()))
                        .orElseThrow());
    }

    /** All in a few questions, however many there are; where one cannot be read, each by itself, so that it spoils no other's. */
    private List<RotaFacts.TerritoryFacts> territories(LocalDate from, LocalDate to, RotaFacts before) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                List<RotaFacts.TerritoryFacts> read = territories(Reach.EVERYWHERE, from, to);
                unreadable.removeIf(what -> what.startsWith("territory "));
                return read;
            });
        } catch (IllegalArgumentException | DateTimeException | NullPointerException ofOne) {
            return directory.territoryCodes().stream()
                    .flatMap(code ->
                            read("territory " + code, () -> facts(code, from, to), before.territory(code)).stream())
                    .toList();
        }
    }

    private List<RotaFacts.TerritoryFacts> territories(Reach within, LocalDate from, LocalDate to) {
        var whose = new Whose(within);
        Map<TerritoryCode, List<Perimeter>> perimeters = calendars.perimeters(within);
        Map<TerritoryCode, Joining> joined = joinings.all();
        Map<TerritoryCode, List<PublishedRota>> inForce = PublicationRow.inForce(whose, quarters(from, to)).stream()
                .map(PublicationRow::toRota)
                .collect(Collectors.groupingBy(PublishedRota::territory));
        Map<TerritoryCode, List<Substitution>> acts = SubstitutionRow.between(whose, from, to).stream()
                .map(SubstitutionRow::toSubstitution)
                .collect(Collectors.groupingBy(act -> act.slot().territory()));
        return directory.territories(within).stream()
                .map(territory -> facts(
                        territory,
                        perimeters.getOrDefault(territory.code(), List.of()),
                        inForce.getOrDefault(territory.code(), List.of()),
                        acts.getOrDefault(territory.code(), List.of()),
                        Optional.ofNullable(joined.get(territory.code()))))
                .toList();
    }

    /** Each in a transaction of its own: what cannot be read spoils no other's. */
    private <T> Optional<T> read(String what, Callable<T> reading, Optional<T> before) {
        try {
            T read = QuarkusTransaction.requiringNew().call(reading);
            unreadable.remove(what);
            return Optional.of(read);
        } catch (IllegalArgumentException | DateTimeException | NullPointerException illegal) {
            if (unreadable.add(what)) {
                LOG.errorf("%s cannot be read from storage and stays as it was: %s", what, illegal);
            }
            return before;
        }
    }

    /** Well before the date begins anywhere. */
    private static Instant startOf(LocalDate date) {
        return date.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private List<RotaFacts.Reachable> reachable(LocalDate from, LocalDate to) {
        Map<PhysicianId, Map<LocalDate, PhoneNumber>> given = numbers.between(from, to).stream()
                .collect(Collectors.groupingBy(
                        DutyNumber::physician, Collectors.toMap(DutyNumber::date, DutyNumber::number)));
        Map<PhysicianId, List<RotaFacts.Busy>> spells = busy.between(startOf(from), startOf(to.plusDays(2))).stream()
                .collect(Collectors.groupingBy(
                        BusySpell::physician,
                        Collectors.mapping(
                                spell -> new RotaFacts.Busy(
                                        spell.from(), spell.until(), spell.reason() == Reason.NOT_CONFIRMED),
                                Collectors.toList())));
        return directory.numbers().entrySet().stream()
                .map(numbersOf -> new RotaFacts.Reachable(
                        numbersOf.getKey(),
                        numbersOf.getValue(),
                        given.getOrDefault(numbersOf.getKey(), Map.of()),
                        spells.getOrDefault(numbersOf.getKey(), List.of())))
                .toList();
    }

    private RotaFacts.TerritoryFacts facts(TerritoryCode code, LocalDate from, LocalDate to) {
        return territories(Reach.of(code), from, to).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("it was removed while it was read"));
    }

    private RotaFacts.TerritoryFacts facts(
            Territory territory,
            List<Perimeter> perimeters,
            List<PublishedRota> inForce,
            List<Substitution> acts,
            Optional<Joining> joining) {
        return new RotaFacts.TerritoryFacts(
                territory.code(),
                new RotaFacts.Clockwork(territory.timeZone(), territory.holidayZone(), perimeters),
                territory
                        .line()
                        .map(line -> line.withSettings(line.settings()
                                .withDialling(site.of(line.settings().dialling())))),
                inForce,
                acts,
                joining,
                territory.rules());
    }

    private static List<Quarter> quarters(LocalDate from, LocalDate to) {
        return Stream.iterate(Quarter.of(from), quarter -> !quarter.first().isAfter(to), Quarter::next)
                .toList();
    }
}
