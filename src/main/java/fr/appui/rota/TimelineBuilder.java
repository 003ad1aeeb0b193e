package fr.appui.rota;

import fr.appui.calendar.DutyCalendar;
import fr.appui.calendar.DutyWindow;
import fr.appui.directory.ContactNumber;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.UsableHours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Works out a territory's {@link Timeline}: windows, split where people change, where a number's hours begin or end, and where
 * somebody becomes busy or free.
 */
final class TimelineBuilder {

    private final RotaFacts.TerritoryFacts territory;
    private final DutyCalendar calendar;
    private final Map<PhysicianId, RotaFacts.Reachable> numbers;
    private final Predicate<PhoneNumber> rung;
    private final TreeMap<Instant, OnDuty> answers = new TreeMap<>();

    /** @param rung whether this territory may ring a physician's number */
    TimelineBuilder(
            RotaFacts.TerritoryFacts territory,
            Map<PhysicianId, RotaFacts.Reachable> numbers,
            Predicate<PhoneNumber> rung) {
        this.territory = territory;
        this.calendar = territory.clockwork().calendar();
        this.numbers = numbers;
        this.rung = rung;
    }

    /** @param from first date whose window the timeline knows; what ran over from the date before is left to the calendar */
    Timeline build(LocalDate from, LocalDate to) {
        List<DutyWindow> windows = calendar.windows(from, to);
        windows.forEach(this::addWindow);
        closeBetween(windows);
        return timeline(windows);
    }

    private void addWindow(DutyWindow window) {
        for (DutyDay.Stretch stretch : territory.day(window).stretches()) {
            for (Instant start : starts(stretch, window.date())) {
                answers.put(start, open(window, stretch, start));
            }
        }
    }

    private OnDuty.Open open(DutyWindow window, DutyDay.Stretch stretch, Instant at) {
        List<Rung> rungs = rungs(stretch, at, window.date());
        Function<PhysicianId, Optional<RotaFacts.Busy>> busy =
                physician -> Optional.ofNullable(numbers.get(physician)).flatMap(known -> known.busyAt(at));
        return new OnDuty.Open(
                window,
                Precedence.inOrderOfRinging(
                        rungs, physician -> busy.apply(physician).isPresent()),
                stretch.reason() + Precedence.whyInThatOrder(rungs, busy));
    }

    private void closeBetween(List<DutyWindow> windows) {
        for (int i = 0; i + 1 < windows.size(); i++) {
            answers.putIfAbsent(windows.get(i).end(), new OnDuty.Closed(Optional.of(windows.get(i + 1))));
        }
    }

    private Timeline timeline(List<DutyWindow> windows) {
        OnDuty[] inOrder = answers.values().toArray(OnDuty[]::new);
        Stream<Instant> end =
                windows.stream().skip(Math.max(windows.size() - 1, 0)).map(DutyWindow::end);
        long[] starts = Stream.concat(answers.keySet().stream(), end)
                .mapToLong(Instant::toEpochMilli)
                .toArray();
        return new Timeline(calendar, starts, inOrder);
    }

    private TreeSet<Instant> starts(DutyDay.Stretch stretch, LocalDate duty) {
        var starts = new TreeSet<>(List.of(stretch.start()));
        Stream<Instant> ofNumbers = stretch.ladder().stream()
                .flatMap(holding -> numbersOf(holding, duty).stream())
                .flatMap(contact -> contact.hours().stream())
                .flatMap(hours -> changesOf(hours, stretch));
        Stream<Instant> ofPeople = stretch.ladder().stream()
                .flatMap(holding -> holding.physician().map(numbers::get).stream())
                .flatMap(reachable -> reachable.busy().stream())
                .flatMap(busy -> Stream.of(busy.from(), busy.until()));
        Stream.concat(ofNumbers, ofPeople)
                .filter(change -> change.isAfter(stretch.start()) && change.isBefore(stretch.end()))
                .forEach(starts::add);
        return starts;
    }

    private Stream<Instant> changesOf(UsableHours hours, DutyDay.Stretch stretch) {
        return hours.changes(
                LocalDate.ofInstant(stretch.start(), calendar.zone()),
                LocalDate.ofInstant(stretch.end(), calendar.zone()),
                calendar.zone());
    }

    private List<Rung> rungs(DutyDay.Stretch stretch, Instant at, LocalDate duty) {
        LocalDateTime local = LocalDateTime.ofInstant(at, calendar.zone());
        var rungs = new ArrayList<Rung>();
        for (Holding holding : stretch.ladder()) {
            List<PhoneNumber> usable = ContactNumber.usableAt(local, numbersOf(holding, duty));
            if (!usable.isEmpty()) {
                rungs.add(new Rung(holding.rung(), holding.physician().orElseThrow(), usable));
            }
        }
        return rungs;
    }

    private List<ContactNumber> numbersOf(Holding holding, LocalDate duty) {
        return holding.physician()
                .map(numbers::get)
                .map(reachable -> reachable.numbersFor(duty).stream()
                        .filter(contact -> rung.test(contact.number()))
                        .toList())
                .orElse(List.of());
    }
}
