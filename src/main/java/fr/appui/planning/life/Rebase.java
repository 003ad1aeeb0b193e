package fr.appui.planning.life;

import fr.appui.directory.PhysicianId;
import fr.appui.planning.Assignment;
import fr.appui.planning.DutyRung;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What happened to the rota in force since a draft was made: acts and versions that publishing the draft as it is would undo.
 *
 * @param draft with what it can take over
 * @param taken where the draft left things as they were: it takes over what is held now
 * @param met where the draft decided otherwise, or the coordinator fixed the date: the draft's word stands
 */
public record Rebase(Draft draft, RotaDifference taken, RotaDifference met) {

    /** @param base what was held when the draft was made @param held what is held now */
    static Rebase of(Draft draft, Assignment base, Assignment held, Instant now, Function<PhysicianId, String> names) {
        var taken = new ArrayList<RotaDifference.Change>();
        var met = new ArrayList<RotaDifference.Change>();
        Assignment duties = draft.duties();
        for (RotaDifference.Change change :
                RotaDifference.between(base, held, names).changes()) {
            Optional<PhysicianId> own = duties.holder(change.rung(), change.date());
            if (own.equals(change.after())) {
                continue;
            }
            boolean untouched = own.equals(change.before())
                    && draft.fixed().holder(change.rung(), change.date()).isEmpty();
            if (untouched) {
                duties = moved(duties, change.rung(), change.date(), change.after());
            }
            (untouched ? taken : met).add(change);
        }
        return new Rebase(draft.onto(duties, now), new RotaDifference(taken), new RotaDifference(met));
    }

    /** Whether publishing the draft as it is would undo nothing of it. */
    public boolean isNothing() {
        return taken.changes().isEmpty() && met.changes().isEmpty();
    }

    /** In French: what the draft would take over, then what it would undo. */
    public List<String> sentences() {
        var sentences = new ArrayList<String>();
        taken.sentences().forEach(sentence -> sentences.add(sentence + " : à reprendre"));
        met.sentences().forEach(sentence -> sentences.add(sentence + " : le brouillon en décide autrement"));
        return sentences;
    }

    private static Assignment moved(Assignment duties, DutyRung rung, LocalDate date, Optional<PhysicianId> holder) {
        return holder.map(physician -> duties.with(rung, date, physician)).orElseGet(() -> duties.without(rung, date));
    }
}
