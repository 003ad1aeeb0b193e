package fr.appui.rota;

import fr.appui.calendar.DutyCalendar;
import fr.appui.calendar.Quarter;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.rota.RotaFacts.TerritoryFacts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rotas of some territories over some dates, read at once: answers of these alone, and asks storage nothing more. */
public final class RotasRead implements RotasInForce {

    private final LocalDate from;
    private final LocalDate to;
    private final Map<TerritoryCode, TerritoryFacts> territories;
    private @Nullable Map<PhysicianId, List<Slot>> named;
    private final Map<TerritoryCode, NavigableMap<LocalDate, DutyDay>> days = new ConcurrentHashMap<>();

    /** @param from first date that was read; {@code to} the last */
    public RotasRead(LocalDate from, LocalDate to, List<TerritoryFacts> territories) {
        this.from = from;
        this.to = to;
        this.territories = territories.stream().collect(Collectors.toMap(TerritoryFacts::code, Function.identity()));
    }

    public Optional<DutyCalendar> calendar(TerritoryCode territory) {
        return of(territory).map(known -> known.clockwork().calendar()).findFirst();
    }

    @Override
    public Optional<PublishedRota> inForce(TerritoryCode territory, Quarter quarter) {
        require(quarter.first(), quarter.first());
        return of(territory)
                .flatMap(known -> known.rotas().stream())
                .filter(rota -> rota.quarter().equals(quarter))
                .findFirst();
    }

    @Override
    public List<Substitution> substitutions(TerritoryCode territory, LocalDate first, LocalDate last) {
        require(first, last);
        return of(territory)
                .flatMap(known -> known.substitutions().stream())
                .filter(act -> within(act.slot().date(), first, last))
                .toList();
    }

    @Override
    public List<DutyDay> days(TerritoryCode territory, LocalDate first, LocalDate last) {
        require(first, last);
        return of(territory)
                .flatMap(
                        known -> days
                                .computeIfAbsent(territory, one -> all(known))
                                .subMap(first, true, last, true)
                                .values()
                                .stream())
                .toList();
    }

    private NavigableMap<LocalDate, DutyDay> all(TerritoryFacts known) {
        Map<LocalDate, List<Substitution>> acts = known.substitutions().stream()
                .collect(Collectors.groupingBy(act -> act.slot().date()));
        var all = new TreeMap<LocalDate, DutyDay>();
        known.clockwork()
                .calendar()
                .windows(from, to)
                .forEach(window ->
                        all.put(window.date(), known.day(window, acts.getOrDefault(window.date(), List.of()))));
        return all;
    }

    /** Among the territories that were read, by the versions in force. */
    @Override
    public Set<TerritoryCode> territoriesNaming(Set<PhysicianId> physicians, LocalDate first, LocalDate last) {
        require(first, last);
        return physicians.stream()
                .flatMap(physician -> named().getOrDefault(physician, List.of()).stream())
                .filter(slot -> within(slot.date(), first, last))
                .map(Slot::territory)
                .collect(Collectors.toSet());
    }

    private Map<PhysicianId, List<Slot>> named() {
        Map<PhysicianId, List<Slot>> known = named;
        if (known == null) {
            known = territories.values().stream()
                    .flatMap(RotasRead::named)
                    .collect(Collectors.groupingBy(
                            Named::physician, Collectors.mapping(Named::slot, Collectors.toList())));
            named = known;
        }
        return known;
    }

    private static Stream<Named> named(TerritoryFacts known) {
        return Stream.concat(
                known.rotas().stream()
                        .flatMap(rota -> rota.duties().stream())
                        .map(duty -> new Named(duty.physician(), new Slot(known.code(), duty.date(), duty.rung()))),
                known.substitutions().stream()
                        .flatMap(act -> act.physician().stream().map(physician -> new Named(physician, act.slot()))));
    }

    private record Named(PhysicianId physician, Slot slot) {}

    private Stream<TerritoryFacts> of(TerritoryCode territory) {
        return Optional.ofNullable(territories.get(territory)).stream();
    }

    /** Dates that were not read are no dates without duties. */
    private void require(LocalDate first, LocalDate last) {
        if (first.isBefore(from) || last.isAfter(to)) {
            throw new IllegalStateException(first + " to " + last + " was not read, but " + from + " to " + to);
        }
    }

    private static boolean within(LocalDate date, LocalDate first, LocalDate last) {
        return !date.isBefore(first) && !date.isAfter(last);
    }
}
