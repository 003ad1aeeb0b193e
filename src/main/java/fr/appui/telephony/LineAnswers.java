package fr.appui.telephony;

import fr.appui.outreach.LineAnswer;
import fr.appui.outreach.LineAnswer.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the dialplan states of a line that was checked (extensions-outreach.conf). */
final class LineAnswers {

    static final String CONFIRMED = "line-confirmed";
    static final String UNCONFIRMED = "line-unconfirmed";
    static final String NO_ROOM = "line-no-room";

    private static final Map<String, Outcome> OUTCOMES =
            Map.of(CONFIRMED, Outcome.CONFIRMED, UNCONFIRMED, Outcome.UNCONFIRMED, NO_ROOM, Outcome.NO_ROOM);

    private LineAnswers() {}

    static Optional<LineAnswer> in(CelRecord record) {
        List<String> fields = record.stated().map(Wire::parse).orElse(List.of());
        return fields.size() != 2
                ? Optional.empty()
                : Optional.ofNullable(OUTCOMES.get(fields.getFirst()))
                        .map(outcome -> new LineAnswer(UUID.fromString(fields.get(1)), outcome));
    }
}
