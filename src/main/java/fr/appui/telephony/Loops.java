package fr.appui.telephony;

import fr.appui.directory.PhoneNumber;
import fr.appui.directory.TerritoryCode;
import fr.appui.outreach.LoopedBack;
import fr.appui.trace.CallId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What the dialplan states of a telephone that came back to this switch and that no attempt tells of: another switch rings it, this one does
 * and nothing told which, or it is a line that callers are put through to.
 */
final class Loops {

    static final String LOOPED = "looped";

    private Loops() {}

    static Optional<LoopedBack> in(
            CelRecord record, BiFunction<PhoneNumber, Instant, Optional<TerritoryCode>> territories) {
        List<String> fields = record.stated().map(Wire::parse).orElse(List.of());
        if (fields.size() != 3 || !fields.getFirst().equals(LOOPED)) {
            return Optional.empty();
        }
        return Optional.of(new LoopedBack(
                CallId.tryParse(fields.get(1)),
                PhoneNumber.tryParse(fields.get(2)).flatMap(line -> territories.apply(line, record.at()))));
    }
}
