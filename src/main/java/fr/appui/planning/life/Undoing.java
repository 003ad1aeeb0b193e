package fr.appui.planning.life;

import fr.appui.directory.PhysicianId;
import fr.appui.planning.DutyRung;
import fr.appui.rota.DutyDay;
import fr.appui.rota.Substitution;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Giving a slot back to who held it before its latest act. What was undone already, and what undid it, count no more: undoing
 * again goes one act further back.
 *
 * @param undone the act that is to be undone
 * @param holder who held before it; empty where nobody did
 */
record Undoing(Substitution undone, Optional<PhysicianId> holder) {

    private static final Comparator<Substitution> EARLIEST_FIRST =
            Comparator.comparing((Substitution one) -> one.act().at()).thenComparing(Substitution::id);

    /** Empty when no act is left to undo. @param earliest the moment from which anything can be undone */
    static Optional<Undoing> of(DutyDay day, DutyRung rung, Instant earliest) {
        Set<UUID> undoings = day.substitutions().stream().map(Undoing::idOf).collect(Collectors.toSet());
        Set<UUID> recorded = day.substitutions().stream().map(Substitution::id).collect(Collectors.toSet());
        List<Substitution> standing = day.substitutions().stream()
                .filter(act -> !undoings.contains(act.id()) && !recorded.contains(idOf(act)))
                .toList();
        return standing.stream()
                .filter(act -> act.slot().rung() == HeldRota.number(rung))
                .max(EARLIEST_FIRST)
                .map(latest -> new Undoing(latest, holderWithout(latest, day, standing, earliest)));
    }

    /** One act is undone once: a second undoing of it would have the same identity. */
    UUID id() {
        return idOf(undone);
    }

    private static UUID idOf(Substitution undone) {
        return UUID.nameUUIDFromBytes(("undone " + undone.id()).getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<PhysicianId> holderWithout(
            Substitution undone, DutyDay day, List<Substitution> standing, Instant earliest) {
        Instant at = undone.effect().from().filter(earliest::isBefore).orElse(earliest);
        List<Substitution> others =
                standing.stream().filter(act -> !act.id().equals(undone.id())).toList();
        var without = new DutyDay(day.window(), day.zone(), day.rota(), others);
        return HeldPart.of(List.of(without)).stream()
                .filter(part -> part.rung() == undone.slot().rung())
                .filter(part -> !at.isBefore(part.start()) && at.isBefore(part.end()))
                .map(HeldPart::physician)
                .findFirst();
    }
}
