package fr.appui.telephony;

import fr.appui.outreach.LineAnswer;
import fr.appui.outreach.LineAnswer.Outcome;
import fr.appui.trace.AttemptResult;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** What the dialplan states of a line that was checked (extensions-outreach.conf). */
final class LineAnswers {

    static final String CONFIRMED = "line-confirmed";
    static final String UNCONFIRMED = "line-unconfirmed";
    static final String NO_ROOM = "line-no-room";

    private static final Set<AttemptResult> NOT_THE_PHYSICIANS =
            EnumSet.of(AttemptResult.FORBIDDEN, AttemptResult.OPERATOR, AttemptResult.NO_TRUNK);

    private LineAnswers() {}

    /** What was not accepted comes with its result and cause; an « appel d’essai », and a dialplan of before, tell neither. */
    static Optional<LineAnswer> in(CelRecord record) {
        List<String> fields = record.stated().map(Wire::parse).orElse(List.of());
        if (fields.size() != 2 && fields.size() != 4) {
            return Optional.empty();
        }
        Optional<AttemptResult> result = fields.stream().skip(2).findFirst().flatMap(LineAnswers::result);
        return outcome(fields.getFirst(), result)
                .map(outcome -> new LineAnswer(UUID.fromString(fields.get(1)), outcome, result));
    }

    private static Optional<Outcome> outcome(String fact, Optional<AttemptResult> result) {
        return switch (fact) {
            case CONFIRMED -> Optional.of(Outcome.CONFIRMED);
            case UNCONFIRMED ->
                Optional.of(
                        result.filter(NOT_THE_PHYSICIANS::contains).isPresent() ? Outcome.FAILED : Outcome.UNCONFIRMED);
            case NO_ROOM -> Optional.of(Outcome.NO_ROOM);
            default -> Optional.empty();
        };
    }

    private static Optional<AttemptResult> result(String name) {
        return Stream.of(AttemptResult.values())
                .filter(result -> result.name().equals(name))
                .findFirst();
    }
}
