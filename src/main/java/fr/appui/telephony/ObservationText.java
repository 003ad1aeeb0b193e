package fr.appui.telephony;

import fr.appui.directory.PhoneNumber;
import fr.appui.dispatch.Observation;
import fr.appui.dispatch.Observation.Arrived;
import fr.appui.dispatch.Observation.AttemptFinished;
import fr.appui.dispatch.Observation.KeyPressed;
import fr.appui.dispatch.Observation.NoKey;
import fr.appui.dispatch.Observation.NumberKeyed;
import fr.appui.dispatch.Observation.PutThroughFinished;
import fr.appui.dispatch.Observation.Waited;
import fr.appui.trace.AttemptResult;
import fr.appui.trace.Origin;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** What the dialplan reports: a word and its fields (extensions-command.conf). Numbers are whatever the operator sent. */
final class ObservationText {

    private ObservationText() {}

    /** @throws IllegalArgumentException when it is none of the dialplan's */
    static Observation read(String text) {
        List<String> fields = Wire.parse(text);
        try {
            return read(fields.getFirst(), fields);
        } catch (IndexOutOfBoundsException | NoSuchElementException cut) {
            throw new IllegalArgumentException("observation of a call: cut short", cut);
        }
    }

    private static Optional<String> optional(List<String> fields, int place) {
        return fields.size() > place
                ? Optional.of(fields.get(place)).filter(field -> !field.isEmpty())
                : Optional.empty();
    }

    private static Observation read(String kind, List<String> fields) {
        return switch (kind) {
            case "arrived" ->
                new Arrived(
                        fields.get(1),
                        Origin.valueOf(fields.get(2)),
                        PhoneNumber.tryParse(fields.get(3)),
                        optional(fields, 4),
                        optional(fields, 5).map(Integer::valueOf).orElse(0));
            case "key" -> new KeyPressed(fields.get(1).charAt(0));
            case "no-key" -> new NoKey();
            case "attempt" ->
                new AttemptFinished(
                        Integer.parseInt(fields.get(1)),
                        AttemptResult.valueOf(fields.get(2)),
                        Integer.parseInt(fields.get(3)),
                        optional(fields, 4).map(AttemptResult::valueOf));
            case "waited" -> new Waited();
            case "put-through" -> new PutThroughFinished(fields.get(1).equals("1"), Integer.parseInt(fields.get(2)));
            case "number" -> new NumberKeyed(PhoneNumber.tryParse(fields.get(1)));
            default -> throw new IllegalArgumentException("observation of a call: unknown word");
        };
    }
}
