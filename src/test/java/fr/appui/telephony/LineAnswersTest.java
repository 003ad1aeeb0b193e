package fr.appui.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.outreach.LineAnswer;
import fr.appui.outreach.LineAnswer.Outcome;
import fr.appui.trace.AttemptResult;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LineAnswersTest {

    private static final UUID CHECK = new UUID(0, 1);

    @Test
    void whoWasNotRungDidNotFailToAnswer() {
        assertThat(outcome("line-confirmed|" + CHECK)).contains(Outcome.CONFIRMED);
        assertThat(outcome("line-unconfirmed|" + CHECK)).contains(Outcome.UNCONFIRMED);
        assertThat(outcome("line-no-room|" + CHECK)).contains(Outcome.NO_ROOM);
    }

    /** Each way in which ringing ends, as calls have it. */
    @ParameterizedTest
    @EnumSource(AttemptResult.class)
    void whatWasOursOrTheOperatorsIsNotThePhysicians(AttemptResult result) {
        boolean physicians = !Set.of(AttemptResult.OPERATOR, AttemptResult.NO_TRUNK, AttemptResult.FORBIDDEN)
                .contains(result);
        assertThat(told("line-unconfirmed|" + CHECK + "|" + result + "|21"))
                .contains(
                        new LineAnswer(CHECK, physicians ? Outcome.UNCONFIRMED : Outcome.FAILED, Optional.of(result)));
    }

    @Test
    void aResultThatIsNotKnownLeavesItUnconfirmed() {
        assertThat(told("line-unconfirmed|" + CHECK + "|SOMETHING|0"))
                .contains(new LineAnswer(CHECK, Outcome.UNCONFIRMED, Optional.empty()));
    }

    @Test
    void whatElseIsStatedIsNone() {
        assertThat(told("ringing|1")).isEmpty();
        assertThat(told("line-confirmed")).isEmpty();
    }

    private static Optional<Outcome> outcome(String fact) {
        return told(fact).map(LineAnswer::outcome);
    }

    private static Optional<LineAnswer> told(String fact) {
        return LineAnswers.in(
                new CelRecord(CelRecord.SEEN, Instant.EPOCH, "9.1", "9.1", "{\"extra\":\"" + fact + "\"}"));
    }
}
