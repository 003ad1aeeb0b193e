package fr.appui.planning.life;

import static java.util.stream.Collectors.groupingBy;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.rota.Slot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What physicians must hear: the difference between what they were told and what they hold. Telling it twice tells nothing. */
record Telling(List<ToldDuty> changes) {

    static Telling between(TerritoryCode territory, List<ToldDuty> told, List<HeldPart> held, Instant now) {
        Map<ToldDuty.Key, HeldPart> actual = keyed(territory, held);
        Map<ToldDuty.Key, ToldDuty> known =
                told.stream().collect(Collectors.toMap(ToldDuty::key, duty -> duty, (a, b) -> a, LinkedHashMap::new));
        var changes = new ArrayList<ToldDuty>();
        actual.forEach((key, part) -> {
            ToldDuty before = known.get(key);
            if (before == null) {
                changes.add(ToldDuty.first(key, part, now));
            } else if (!before.says(part)) {
                changes.add(before.again(part, now));
            }
        });
        known.values().stream()
                .filter(duty -> !duty.cancelled() && !actual.containsKey(duty.key()))
                .map(duty -> duty.takenAway(now))
                .forEach(changes::add);
        return new Telling(changes);
    }

    Telling only(Predicate<ToldDuty> concerned) {
        return new Telling(changes.stream().filter(concerned).toList());
    }

    /** By physician, what concerns duties that are not over. */
    Map<PhysicianId, List<ToldDuty>> toTell(Instant now) {
        return changes.stream()
                .filter(duty -> duty.end().isAfter(now))
                .collect(groupingBy(duty -> duty.key().physician(), TreeMap::new, Collectors.toList()));
    }

    private static Map<ToldDuty.Key, HeldPart> keyed(TerritoryCode territory, List<HeldPart> held) {
        record Holder(Slot slot, PhysicianId physician) {}
        var parts = new HashMap<Holder, Integer>();
        var keyed = new LinkedHashMap<ToldDuty.Key, HeldPart>();
        for (HeldPart part : held) {
            var slot = new Slot(territory, part.date(), part.rung());
            int number = parts.merge(new Holder(slot, part.physician()), 1, Integer::sum) - 1;
            keyed.put(new ToldDuty.Key(slot, part.physician(), number), part);
        }
        return keyed;
    }
}
