package fr.appui.planning;

import fr.appui.directory.PhysicianId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Who holds which date, on each rung. Immutable; a date without a holder is simply absent. */
public record Assignment(SortedMap<LocalDate, PhysicianId> first, SortedMap<LocalDate, PhysicianId> backUp) {

    public static final Assignment EMPTY = new Assignment(new TreeMap<>(), new TreeMap<>());

    public Assignment {
        first = Collections.unmodifiableSortedMap(new TreeMap<>(first));
        backUp = Collections.unmodifiableSortedMap(new TreeMap<>(backUp));
    }

    public static Assignment ofFirst(Map<LocalDate, PhysicianId> holders) {
        return new Assignment(new TreeMap<>(holders), new TreeMap<>());
    }

    public SortedMap<LocalDate, PhysicianId> on(DutyRung rung) {
        return switch (rung) {
            case FIRST -> first;
            case BACK_UP -> backUp;
        };
    }

    public Optional<PhysicianId> holder(DutyRung rung, LocalDate date) {
        return Optional.ofNullable(on(rung).get(date));
    }

    public Assignment with(DutyRung rung, LocalDate date, PhysicianId physician) {
        return changed(rung, holders -> holders.put(date, physician));
    }

    public Assignment without(DutyRung rung, LocalDate date) {
        return changed(rung, holders -> holders.remove(date));
    }

    public Assignment withBackUps(Map<LocalDate, PhysicianId> others) {
        return new Assignment(first, new TreeMap<>(others));
    }

    /** What it says of this date and later ones. */
    public Assignment from(LocalDate date) {
        return new Assignment(first.tailMap(date), backUp.tailMap(date));
    }

    /** What it says of these dates. */
    public Assignment on(Collection<LocalDate> dates) {
        var some = new Assignment(first, backUp);
        for (DutyRung rung : DutyRung.values()) {
            for (LocalDate date : on(rung).keySet()) {
                some = dates.contains(date) ? some : some.without(rung, date);
            }
        }
        return some;
    }

    private Assignment changed(DutyRung rung, Consumer<SortedMap<LocalDate, PhysicianId>> change) {
        var holders = new TreeMap<>(on(rung));
        change.accept(holders);
        return switch (rung) {
            case FIRST -> new Assignment(holders, backUp);
            case BACK_UP -> new Assignment(first, holders);
        };
    }
}
