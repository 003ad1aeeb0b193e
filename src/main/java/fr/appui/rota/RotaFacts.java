package fr.appui.rota;

import fr.appui.calendar.DutyCalendar;
import fr.appui.calendar.DutyWindow;
import fr.appui.calendar.Perimeter;
import fr.appui.calendar.Quarter;
import fr.appui.directory.ContactNumber;
import fr.appui.directory.Dialling;
import fr.appui.directory.HolidayZone;
import fr.appui.directory.Joining;
import fr.appui.directory.LocalRules;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.SupportLine;
import fr.appui.directory.TerritoryCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that a snapshot is made from, as it was read from storage.
 *
 * @param from first date whose duties were read; {@code to} the last
 */
public record RotaFacts(
        Instant takenAt, LocalDate from, LocalDate to, List<TerritoryFacts> territories, List<Reachable> physicians) {

    public static final RotaFacts NONE =
            new RotaFacts(Instant.EPOCH, LocalDate.EPOCH, LocalDate.EPOCH, List.of(), List.of());

    /** Mobiles that one physician alone answers. A landline may be a switchboard, whoever gave it. */
    Set<PhoneNumber> ownNumbers() {
        Map<PhoneNumber, Long> holders = physicians.stream()
                .flatMap(reachable -> reachable.everyNumber().distinct())
                .filter(PhoneNumber::isMobile)
                .collect(Collectors.groupingBy(number -> number, Collectors.counting()));
        return holders.entrySet().stream()
                .filter(holder -> holder.getValue() == 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    Set<PhoneNumber> lines() {
        return territories.stream()
                .flatMap(territory -> territory.line().stream())
                .map(SupportLine::number)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * @param joining of its line to another's, planned or begun
     * @param rules what it decides of its own service
     */
    public record TerritoryFacts(
            TerritoryCode code,
            Clockwork clockwork,
            Optional<SupportLine> line,
            List<PublishedRota> rotas,
            List<Substitution> substitutions,
            Optional<Joining> joining,
            LocalRules rules) {

        public TerritoryFacts {
            // a snapshot file written by an earlier version has neither
            joining = joining == null ? Optional.empty() : joining;
            rules = rules == null ? LocalRules.NONE : rules;
            rotas = List.copyOf(rotas);
            substitutions = List.copyOf(substitutions);
        }

        public TerritoryFacts(
                TerritoryCode code,
                Clockwork clockwork,
                Optional<SupportLine> line,
                List<PublishedRota> rotas,
                List<Substitution> substitutions) {
            this(code, clockwork, line, rotas, substitutions, Optional.empty(), LocalRules.NONE);
        }

        Dialling dialling() {
            return line.map(known -> known.settings().dialling()).orElse(Dialling.OF_THE_SITE);
        }

        /** Whoever may be on duty by what is written. */
        Stream<PhysicianId> named() {
            return Stream.concat(
                    rotas.stream().flatMap(rota -> rota.duties().stream()).map(Duty::physician),
                    substitutions.stream().flatMap(act -> act.physician().stream()));
        }

        /** @param window one of this territory's */
        public DutyDay day(DutyWindow window) {
            return day(window, substitutions);
        }

        /** @param acts those that may concern it */
        DutyDay day(DutyWindow window, List<Substitution> acts) {
            Quarter quarter = Quarter.of(window.date());
            return new DutyDay(
                    window,
                    clockwork.zone(),
                    rotas.stream()
                            .filter(rota -> rota.quarter().equals(quarter))
                            .findFirst(),
                    acts);
        }
    }

    /** What a territory's windows follow from. */
    public record Clockwork(ZoneId zone, HolidayZone holidays, List<Perimeter> perimeters) {
        public Clockwork {
            perimeters = List.copyOf(perimeters);
        }

        public DutyCalendar calendar() {
            return new DutyCalendar(zone, holidays, perimeters);
        }
    }

    /**
     * From when to when somebody is rung after the others, half-open.
     *
     * @param unconfirmed since they did not confirm that they are there; otherwise they are held elsewhere
     */
    public record Busy(Instant from, Instant until, boolean unconfirmed) {
        boolean includes(Instant t) {
            return !t.isBefore(from) && t.isBefore(until);
        }
    }

    /**
     * Where a physician answers.
     *
     * @param duringDuties by the date of the duty, in place of the usual numbers
     * @param busy when they are rung after the others
     */
    public record Reachable(
            PhysicianId physician,
            List<ContactNumber> numbers,
            Map<LocalDate, PhoneNumber> duringDuties,
            List<Busy> busy) {
        public Reachable {
            numbers = List.copyOf(numbers);
            // a snapshot file written by an earlier version has none
            duringDuties = duringDuties == null ? Map.of() : Map.copyOf(duringDuties);
            busy = busy == null ? List.of() : List.copyOf(busy);
        }

        public Reachable(PhysicianId physician, List<ContactNumber> numbers) {
            this(physician, numbers, Map.of(), List.of());
        }

        Stream<PhoneNumber> everyNumber() {
            return Stream.concat(numbers.stream().map(ContactNumber::number), duringDuties.values().stream());
        }

        Optional<Busy> busyAt(Instant t) {
            return busy.stream().filter(spell -> spell.includes(t)).findFirst();
        }

        List<ContactNumber> numbersFor(LocalDate duty) {
            PhoneNumber given = duringDuties.get(duty);
            return given == null ? numbers : List.of(ContactNumber.always(given));
        }
    }

    public RotaFacts {
        territories = List.copyOf(territories);
        physicians = List.copyOf(physicians);
    }

    public Optional<TerritoryFacts> territory(TerritoryCode code) {
        return territories.stream()
                .filter(territory -> territory.code().equals(code))
                .findFirst();
    }

    /** Whether facts read later say the same of the same dates. */
    boolean confirmedBy(RotaFacts later) {
        return from.equals(later.from)
                && to.equals(later.to)
                && territories.equals(later.territories)
                && physicians.equals(later.physicians);
    }
}
