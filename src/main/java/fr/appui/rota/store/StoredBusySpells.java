package fr.appui.rota.store;

import fr.appui.directory.PhysicianId;
import fr.appui.rota.BusySpells;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

@ApplicationScoped
@Transactional
class StoredBusySpells implements BusySpells {

    private static final Sort BY_BEGINNING = Sort.by("key.begunAt", "key.physicianId");

    private final Event<RotaChanged> changed;

    StoredBusySpells(Event<RotaChanged> changed) {
        this.changed = changed;
    }

    @Override
    public void begin(BusySpell spell) {
        var row = new BusyRow();
        row.key = new BusyRow.Key(spell.physician().toString(), stored(spell.from()));
        row.endsAt = stored(spell.until());
        row.persist();
        changed.fire(new RotaChanged());
    }

    /** One that began at that very moment never was. */
    @Override
    public void end(PhysicianId physician, Instant at) {
        Instant end = stored(at);
        for (BusyRow row : BusyRow.<BusyRow>list("key.physicianId = ?1 and endsAt > ?2", physician.toString(), end)) {
            if (row.key.begunAt().isBefore(end)) {
                row.endsAt = end;
            } else {
                row.delete();
            }
        }
        changed.fire(new RotaChanged());
    }

    @Override
    public List<BusySpell> between(Instant from, Instant to) {
        return BusyRow.<BusyRow>list("endsAt > ?1 and key.begunAt < ?2", BY_BEGINNING, from, to).stream()
                .map(BusyRow::toSpell)
                .toList();
    }

    private static Instant stored(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS);
    }
}
