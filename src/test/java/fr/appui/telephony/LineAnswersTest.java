package fr.appui.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.outreach.LineAnswer;
import fr.appui.outreach.LineAnswer.Outcome;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LineAnswersTest {

    private static final UUID CHECK = new UUID(0, 1);

    @Test
    void whoWasNotRungDidNotFailToAnswer() {
        assertThat(told("line-confirmed|" + CHECK)).contains(new LineAnswer(CHECK, Outcome.CONFIRMED));
        assertThat(told("line-unconfirmed|" + CHECK)).contains(new LineAnswer(CHECK, Outcome.UNCONFIRMED));
        assertThat(told("line-no-room|" + CHECK)).contains(new LineAnswer(CHECK, Outcome.NO_ROOM));
    }

    @Test
    void whatElseIsStatedIsNone() {
        assertThat(told("ringing|1")).isEmpty();
        assertThat(told("line-confirmed")).isEmpty();
    }

    private static Optional<LineAnswer> told(String fact) {
        return LineAnswers.in(
                new CelRecord(CelRecord.SEEN, Instant.EPOCH, "9.1", "9.1", "{\"extra\":\"" + fact + "\"}"));
    }
}
