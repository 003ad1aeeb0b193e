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
import java.util.function.Predicate;

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
        var key = new BusyRow.Key(spell.physician().toString(), stored(spell.from()));
        BusyRow row = BusyRow.<BusyRow>findByIdOptional(key).orElseGet(BusyRow::new);
        row.key = key;
        row.endsAt = stored(spell.until());
        row.reason = spell.reason().name();
        row.persist();
        changed.fire(new RotaChanged());
    }

    @Override
    public void end(PhysicianId physician, Instant at) {
        end(physician, reason -> true, at);
    }

    @Override
    public void end(PhysicianId physician, Reason reason, Instant at) {
        end(physician, reason::equals, at);
    }

    /** One that began at that very moment never was. */
    private void end(PhysicianId physician, Predicate<Reason> reasons, Instant at) {
        Instant end = stored(at);
        for (BusyRow row : BusyRow.<BusyRow>list("key.physicianId = ?1 and endsAt > ?2", physician.toString(), end)) {
            if (!reasons.test(row.why())) {
                continue;
            }
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
