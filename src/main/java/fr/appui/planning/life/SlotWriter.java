package fr.appui.planning.life;

import fr.appui.directory.PhysicianId;
import fr.appui.rota.DutyDay;
import fr.appui.rota.PublishedRotas;
import fr.appui.rota.Slot;
import fr.appui.rota.Substitution;
import fr.appui.rota.Substitution.Act;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Writes acts on published duties, each after those that stand on its slot, and reads back what it changed. */
@ApplicationScoped
class SlotWriter {

    private final PublishedRotas rotas;

    SlotWriter(PublishedRotas rotas) {
        this.rotas = rotas;
    }

    /** Nobody is told of a change that changed nothing: the whole act is then taken back. */
    void write(Substitution wanted) {
        append(wanted);
        Slot slot = wanted.slot();
        DutyDay day = rotas.days(slot.territory(), slot.date(), slot.date()).getFirst();
        Instant at = wanted.effect().from().orElse(day.window().start());
        Optional<PhysicianId> holder = HeldPart.of(List.of(day)).stream()
                .filter(part -> part.rung() == slot.rung())
                .filter(part -> !at.isBefore(part.start()) && at.isBefore(part.end()))
                .map(HeldPart::physician)
                .findFirst();
        if (!holder.equals(wanted.physician())) {
            throw new IllegalStateException("an act on " + slot.territory() + " " + slot.date() + " changed nothing");
        }
    }

    /** An act that waited for another to end was decided after it, whatever its author's clock said. */
    void append(Substitution wanted) {
        Slot slot = wanted.slot();
        rotas.record(after(rotas.substitutions(slot.territory(), slot.date(), slot.date()), wanted));
    }

    static Substitution after(List<Substitution> standing, Substitution wanted) {
        Instant asked = wanted.act().at().truncatedTo(ChronoUnit.MILLIS);
        Instant at = standing.stream()
                .filter(act -> act.slot().equals(wanted.slot()))
                .map(act -> act.act().at().plusMillis(1))
                .filter(next -> next.isAfter(asked))
                .max(Instant::compareTo)
                .orElse(asked);
        return new Substitution(
                wanted.id(),
                wanted.slot(),
                wanted.kind(),
                wanted.physician(),
                wanted.effect(),
                new Act(wanted.act().author(), wanted.act().reason(), at));
    }
}
