package fr.appui.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.trace.CallEvent;
import fr.appui.trace.CallId;
import fr.appui.trace.CallStory;
import fr.appui.trace.Calls;
import fr.appui.trace.Ending;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForwardedTelephonesTest {

    private static final CallId CALL = new CallId("lab-a-1.1");
    private static final Instant OVER = Calls.NIGHT.plusSeconds(60);

    @Test
    void nobodyWritesIntoACallThatIsOver() {
        CallEvent.Received received = Calls.received(CALL, Calls.NIGHT);
        CallStory underWay = CallStory.of(List.of(received));
        CallStory over = CallStory.of(List.of(received, new CallEvent.Ended(CALL, OVER, Ending.ANSWERED, 16)));

        assertThat(ForwardedTelephones.mayRingNow(underWay, OVER.plusSeconds(300)))
                .isTrue();
        assertThat(ForwardedTelephones.mayRingNow(over, OVER.plusSeconds(5)))
                .as("the other switch tells of it a moment later")
                .isTrue();
        assertThat(ForwardedTelephones.mayRingNow(over, OVER.plusSeconds(61))).isFalse();
    }
}
