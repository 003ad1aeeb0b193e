package fr.appui.rota.store;

import fr.appui.rota.DutyNumbers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

@ApplicationScoped
@Transactional
class StoredDutyNumbers implements DutyNumbers {

    private final Event<RotaChanged> changed;

    StoredDutyNumbers(Event<RotaChanged> changed) {
        this.changed = changed;
    }

    @Override
    public void use(DutyNumber number, Instant at) {
        DutyNumberRow.Key key = DutyNumberRow.keyOf(number);
        DutyNumberRow row = DutyNumberRow.<DutyNumberRow>findByIdOptional(key).orElseGet(() -> {
            var fresh = new DutyNumberRow();
            fresh.key = key;
            return fresh;
        });
        row.number = number.number().e164();
        row.changedAt = at;
        row.persist();
        changed.fire(new RotaChanged());
    }

    @Override
    public List<DutyNumber> between(LocalDate from, LocalDate to) {
        return DutyNumberRow.<DutyNumberRow>list("key.date between ?1 and ?2", from, to).stream()
                .map(DutyNumberRow::toDutyNumber)
                .toList();
    }
}
