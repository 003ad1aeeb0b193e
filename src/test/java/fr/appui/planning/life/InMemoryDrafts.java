package fr.appui.planning.life;

import fr.appui.calendar.Quarter;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.Assignment;
import fr.appui.planning.DutyRung;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class InMemoryDrafts implements DraftBook {

    private record Key(TerritoryCode territory, Quarter quarter, String name) {}

    private final Map<Key, Draft> underWork = new HashMap<>();
    private final Map<Key, Aside> aside = new HashMap<>();

    @Override
    public Optional<Draft> of(TerritoryCode territory, Quarter quarter) {
        return Optional.ofNullable(underWork.get(new Key(territory, quarter, "")));
    }

    @Override
    public void keep(Draft draft) {
        underWork.put(new Key(draft.territory(), draft.quarter(), ""), asKept(draft));
    }

    @Override
    public void discard(TerritoryCode territory, Quarter quarter) {
        underWork.remove(new Key(territory, quarter, ""));
    }

    @Override
    public List<Aside> aside(TerritoryCode territory, Quarter quarter) {
        return aside.entrySet().stream()
                .filter(one -> one.getKey().territory().equals(territory)
                        && one.getKey().quarter().equals(quarter))
                .sorted(Comparator.comparing(one -> one.getKey().name()))
                .map(Map.Entry::getValue)
                .toList();
    }

    @Override
    public void putAside(Draft draft, String name) {
        aside.put(new Key(draft.territory(), draft.quarter(), Folded.of(name)), new Aside(name, asKept(draft)));
    }

    @Override
    public boolean dropAside(TerritoryCode territory, Quarter quarter, String name) {
        return aside.remove(new Key(territory, quarter, Folded.of(name))) != null;
    }

    /** What is fixed is a mark on a duty. */
    private static Draft asKept(Draft draft) {
        Assignment fixed = draft.fixed();
        for (DutyRung rung : DutyRung.values()) {
            for (var duty : draft.fixed().on(rung).entrySet()) {
                boolean held = draft.duties().holder(rung, duty.getKey()).equals(Optional.of(duty.getValue()));
                fixed = held ? fixed : fixed.without(rung, duty.getKey());
            }
        }
        return new Draft(draft.territory(), draft.quarter(), draft.duties(), fixed, draft.origin(), draft.proof());
    }
}
