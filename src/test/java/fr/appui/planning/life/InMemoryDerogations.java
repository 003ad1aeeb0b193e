package fr.appui.planning.life;

import fr.appui.calendar.Quarter;
import fr.appui.directory.PhysicianId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

final class InMemoryDerogations implements DerogationBook {

    private record Key(PhysicianId physician, Quarter quarter) {}

    private final Map<Key, Granted> kept = new LinkedHashMap<>();

    @Override
    public void grant(Granted granted) {
        kept.put(new Key(granted.derogation().physician(), granted.derogation().quarter()), granted);
    }

    @Override
    public List<Granted> in(Quarter quarter) {
        return kept.values().stream()
                .filter(granted -> granted.derogation().quarter().equals(quarter))
                .toList();
    }
}
