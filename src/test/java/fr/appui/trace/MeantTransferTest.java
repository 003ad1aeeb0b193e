package fr.appui.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A SAMU says when it transferred, no more: never another's call is taken for its own because it came near. */
class MeantTransferTest {

    private static final Instant AT = Instant.parse("2026-11-14T21:00:00Z");

    @Test
    void aloneWithinThreeMinutesItIsMeant() {
        assertThat(meant(0, 170)).contains(call(170));
        assertThat(meant(0, -170)).contains(call(-170));
        assertThat(meant(0, 190)).isEmpty();
        assertThat(meant(0)).isEmpty();
    }

    @Test
    void ofTwoTheOneWithinTenSecondsIsMeant() {
        assertThat(meant(0, 5, 60)).contains(call(5));
        assertThat(meant(60, 5, 60)).contains(call(60));
    }

    @Test
    void ofTwoThatMayBeMeantNoneIs() {
        assertThat(meant(30, 0, 60)).isEmpty();
        assertThat(meant(4, 0, 8)).isEmpty();
        assertThat(meant(0, 0, 8)).as("that very instant").contains(call(0));
    }

    private static Optional<CallId> meant(long seconds, long... received) {
        List<MeantTransfer.Received> known = Arrays.stream(received)
                .mapToObj(one -> new MeantTransfer.Received(call(one), AT.plusSeconds(one)))
                .toList();
        return MeantTransfer.of(known, AT.plusSeconds(seconds));
    }

    private static CallId call(long seconds) {
        return new CallId("call-" + (1000 + seconds));
    }
}
