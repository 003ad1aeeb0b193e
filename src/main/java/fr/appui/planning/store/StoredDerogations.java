package fr.appui.planning.store;

import fr.appui.calendar.Quarter;
import fr.appui.planning.life.DerogationBook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

@ApplicationScoped
@Transactional
class StoredDerogations implements DerogationBook {

    @Override
    public void grant(Granted granted) {
        DerogationRow row = DerogationRow.of(granted.derogation()).orElseGet(DerogationRow::new);
        row.fill(granted);
        row.persist();
    }

    @Override
    public List<Granted> in(Quarter quarter) {
        return DerogationRow.in(quarter).stream().map(DerogationRow::toGranted).toList();
    }
}
