package fr.appui.web.replacements;

import fr.appui.directory.PhysicianId;
import fr.appui.french.InvalidInput;
import fr.appui.french.WrittenDate;
import fr.appui.planning.Alternative.Move;
import fr.appui.planning.DutyRung;
import java.util.List;
import java.util.Optional;

/** A move of a duty as a hidden field of a form carries it: date, rung, giver and taker. */
final class MoveText {

    private static final int PARTS = 4;

    private MoveText() {}

    static String write(Move move) {
        return String.join(
                " ",
                List.of(
                        move.date().toString(),
                        move.rung().name(),
                        move.from().map(PhysicianId::toString).orElse("-"),
                        move.to().map(PhysicianId::toString).orElse("-")));
    }

    /** @throws InvalidInput in French, for what this class did not write */
    static Move read(String text) {
        String[] parts = text.split(" ", -1);
        try {
            if (parts.length == PARTS) {
                return new Move(
                        WrittenDate.read(parts[0]), DutyRung.valueOf(parts[1]), person(parts[2]), person(parts[3]));
            }
        } catch (IllegalArgumentException unreadable) {
            // told below
        }
        throw new InvalidInput("solution : elle n’est plus lisible ; demander d’autres propositions");
    }

    private static Optional<PhysicianId> person(String text) {
        return text.equals("-") ? Optional.empty() : Optional.of(PhysicianId.parse(text));
    }
}
