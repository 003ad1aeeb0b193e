package fr.appui.directory.store;

import fr.appui.directory.Joining;
import fr.appui.directory.Joinings;
import fr.appui.directory.TerritoryCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.stream.Collectors;

@ApplicationScoped
@Transactional
class StoredJoinings implements Joinings {

    @Override
    public Map<TerritoryCode, Joining> all() {
        return JoiningRow.<JoiningRow>listAll().stream()
                .map(JoiningRow::toJoining)
                .collect(Collectors.toUnmodifiableMap(Joining::territory, joining -> joining));
    }

    @Override
    public void save(Joining joining) {
        JoiningRow.of(joining).persist();
    }

    @Override
    public void remove(TerritoryCode territory) {
        JoiningRow.deleteById(territory.value());
    }
}
