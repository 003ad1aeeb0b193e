package fr.appui.planning.life;

import static java.util.stream.Collectors.toSet;

import fr.appui.calendar.DutyCalendars;
import fr.appui.calendar.Quarter;
import fr.appui.directory.Directory;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Reach;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.rota.Duty;
import fr.appui.rota.DutyDay;
import fr.appui.rota.PublishedRota;
import fr.appui.rota.PublishedRotas;
import fr.appui.rota.RotaFacts;
import fr.appui.rota.RotasRead;
import fr.appui.rota.Substitution;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** No snapshot is taken of it: nobody is called. */
class InMemoryRotas implements PublishedRotas {

    private static final Comparator<Substitution> AS_RECORDED = Comparator.comparing(
                    (Substitution one) -> one.act().at())
            .thenComparing(one -> one.id().toString());
    private static final Comparator<Duty> BY_DATE_AND_RUNG =
            Comparator.comparing(Duty::date).thenComparing(Duty::rung);

    private final Directory directory;
    private final DutyCalendars calendars;
    private final List<PublishedRota> published = new ArrayList<>();
    private final List<Substitution> acts = new ArrayList<>();

    InMemoryRotas(Directory directory, DutyCalendars calendars) {
        this.directory = directory;
        this.calendars = calendars;
    }

    @Override
    public Publication publish(PublishedRota rota) {
        int inForce = inForce(rota.territory(), rota.quarter())
                .map(PublishedRota::version)
                .orElse(0);
        if (rota.version() != inForce + 1) {
            return new Publication.OutOfDate(inForce);
        }
        published.add(with(rota, rota.duties().stream().sorted(BY_DATE_AND_RUNG).toList()));
        return new Publication.Published(rota);
    }

    @Override
    public Optional<PublishedRota> inForce(TerritoryCode territory, Quarter quarter) {
        return latestFirst(territory, quarter).findFirst();
    }

    @Override
    public Optional<PublishedRota> version(TerritoryCode territory, Quarter quarter, int version) {
        return latestFirst(territory, quarter)
                .filter(rota -> rota.version() == version)
                .findFirst();
    }

    @Override
    public List<PublishedRota> versions(TerritoryCode territory, Quarter quarter) {
        return latestFirst(territory, quarter)
                .map(rota -> with(rota, List.of()))
                .toList();
    }

    @Override
    public void record(Substitution substitution) {
        if (acts.stream().noneMatch(act -> act.id().equals(substitution.id()))) {
            acts.add(substitution);
        }
    }

    @Override
    public List<Substitution> substitutions(TerritoryCode territory, LocalDate from, LocalDate to) {
        return acts.stream()
                .filter(act -> act.slot().territory().equals(territory)
                        && within(act.slot().date(), from, to))
                .sorted(AS_RECORDED)
                .toList();
    }

    @Override
    public List<DutyDay> days(TerritoryCode code, LocalDate from, LocalDate to) {
        return read(Reach.of(code), from, to).days(code, from, to);
    }

    @Override
    public RotasRead read(Reach within, LocalDate from, LocalDate to) {
        return new RotasRead(
                from,
                to,
                directory.territories(within).stream()
                        .map(territory -> facts(territory, from, to))
                        .toList());
    }

    @Override
    public Set<TerritoryCode> territoriesNaming(Set<PhysicianId> physicians, LocalDate from, LocalDate to) {
        Stream<TerritoryCode> byRotas = published.stream()
                .filter(rota -> rota.duties().stream()
                        .anyMatch(duty -> physicians.contains(duty.physician()) && within(duty.date(), from, to)))
                .map(PublishedRota::territory);
        Stream<TerritoryCode> byActs = acts.stream()
                .filter(act -> act.physician().filter(physicians::contains).isPresent()
                        && within(act.slot().date(), from, to))
                .map(act -> act.slot().territory());
        return Stream.concat(byRotas, byActs).collect(toSet());
    }

    @Override
    public RotaFacts facts(Instant takenAt, LocalDate from, LocalDate to, RotaFacts before) {
        return new RotaFacts(
                takenAt,
                from,
                to,
                directory.territories().stream()
                        .map(territory -> facts(territory, from, to))
                        .toList(),
                directory.physicians().stream()
                        .map(physician -> new RotaFacts.Reachable(physician.id(), physician.numbers()))
                        .toList());
    }

    private RotaFacts.TerritoryFacts facts(Territory territory, LocalDate from, LocalDate to) {
        return new RotaFacts.TerritoryFacts(
                territory.code(),
                new RotaFacts.Clockwork(
                        territory.timeZone(), territory.holidayZone(), calendars.perimeters(territory.code())),
                territory.line(),
                Stream.iterate(Quarter.of(from), quarter -> !quarter.first().isAfter(to), Quarter::next)
                        .flatMap(quarter -> inForce(territory.code(), quarter).stream())
                        .toList(),
                substitutions(territory.code(), from, to));
    }

    private Stream<PublishedRota> latestFirst(TerritoryCode territory, Quarter quarter) {
        return published.reversed().stream()
                .filter(rota ->
                        rota.territory().equals(territory) && rota.quarter().equals(quarter));
    }

    private static PublishedRota with(PublishedRota rota, List<Duty> duties) {
        return new PublishedRota(rota.territory(), rota.quarter(), rota.version(), rota.publisher(), duties);
    }

    private static boolean within(LocalDate date, LocalDate from, LocalDate to) {
        return !date.isBefore(from) && !date.isAfter(to);
    }
}
