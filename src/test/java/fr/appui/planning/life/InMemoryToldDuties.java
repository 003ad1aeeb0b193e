package fr.appui.planning.life;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

final class InMemoryToldDuties implements ToldDuties {

    private static final Comparator<ToldDuty.Key> IN_ORDER = Comparator.comparing(
                    (ToldDuty.Key key) -> key.slot().date())
            .thenComparing(key -> key.slot().rung())
            .thenComparing(ToldDuty.Key::part);

    private final Map<ToldDuty.Key, ToldDuty> kept = new LinkedHashMap<>();

    @Override
    public List<ToldDuty> of(TerritoryCode territory, LocalDate from, LocalDate to) {
        return with(key -> key.slot().territory().equals(territory)
                && !key.slot().date().isBefore(from)
                && !key.slot().date().isAfter(to));
    }

    @Override
    public List<ToldDuty> of(PhysicianId physician, LocalDate from) {
        return with(
                key -> key.physician().equals(physician) && !key.slot().date().isBefore(from));
    }

    @Override
    public void keep(List<ToldDuty> told) {
        told.forEach(duty -> kept.put(duty.key(), duty));
    }

    private List<ToldDuty> with(Predicate<ToldDuty.Key> wanted) {
        return kept.values().stream()
                .filter(duty -> wanted.test(duty.key()))
                .sorted(Comparator.comparing(ToldDuty::key, IN_ORDER))
                .toList();
    }
}
