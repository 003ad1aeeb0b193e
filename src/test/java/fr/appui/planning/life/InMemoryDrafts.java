package fr.appui.planning.life;

import fr.appui.calendar.Quarter;
import fr.appui.directory.Reach;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.Assignment;
import fr.appui.planning.DutyRung;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

final class InMemoryDrafts implements DraftBook {

    private record Key(TerritoryCode territory, Quarter quarter, String name) {}

    private final Map<Key, Draft> underWork = new HashMap<>();
    private final Map<Key, Aside> aside = new HashMap<>();
    private final Map<Key, Long> revisions = new HashMap<>();
    private final Map<Key, Map<LocalDate, Long>> changes = new HashMap<>();

    @Override
    public Optional<Draft> of(TerritoryCode territory, Quarter quarter) {
        return Optional.ofNullable(underWork.get(new Key(territory, quarter, "")));
    }

    @Override
    public List<Draft> of(Reach within, List<Quarter> quarters) {
        return underWork.values().stream()
                .filter(draft -> quarters.contains(draft.quarter())
                        && within.only()
                                .map(only -> only.contains(draft.territory()))
                                .orElse(true))
                .toList();
    }

    @Override
    public void keep(Draft draft) {
        var key = new Key(draft.territory(), draft.quarter(), "");
        long revision = revisions.merge(key, 1L, Long::sum);
        Draft kept = asKept(draft);
        Draft before = underWork.put(key, kept);
        Map<LocalDate, Long> changed = changes.computeIfAbsent(key, one -> new HashMap<>());
        for (DutyRung rung : DutyRung.values()) {
            draft.quarter()
                    .first()
                    .datesUntil(draft.quarter().last().plusDays(1))
                    .filter(date -> before == null
                            ? draft.origin().kind() != Draft.Kind.MANUAL
                            : !before.duties()
                                            .holder(rung, date)
                                            .equals(kept.duties().holder(rung, date))
                                    || !before.fixed()
                                            .holder(rung, date)
                                            .equals(kept.fixed().holder(rung, date)))
                    .forEach(date -> changed.put(date, revision));
        }
    }

    @Override
    public long revision(TerritoryCode territory, Quarter quarter) {
        var key = new Key(territory, quarter, "");
        return underWork.containsKey(key) ? revisions.getOrDefault(key, 0L) : 0;
    }

    @Override
    public Set<LocalDate> changedSince(TerritoryCode territory, Quarter quarter, long revision) {
        return changes.getOrDefault(new Key(territory, quarter, ""), Map.of()).entrySet().stream()
                .filter(change -> change.getValue() > revision)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    @Override
    public void discard(TerritoryCode territory, Quarter quarter) {
        underWork.remove(new Key(territory, quarter, ""));
        changes.remove(new Key(territory, quarter, ""));
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
