package fr.appui.telephony;

import fr.appui.outreach.LineAnswer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the dialplan states of a line that was checked (extensions-outreach.conf). */
final class LineAnswers {

    static final String CONFIRMED = "line-confirmed";
    static final String UNCONFIRMED = "line-unconfirmed";

    private LineAnswers() {}

    static Optional<LineAnswer> in(CelRecord record) {
        List<String> fields = record.stated().map(Wire::parse).orElse(List.of());
        if (fields.size() != 2 || !List.of(CONFIRMED, UNCONFIRMED).contains(fields.getFirst())) {
            return Optional.empty();
        }
        return Optional.of(
                new LineAnswer(UUID.fromString(fields.get(1)), fields.getFirst().equals(CONFIRMED)));
    }
}
