package fr.appui.web.regulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Whoever tries instant after instant is stopped; whoever works is not, nor anybody else. */
class NotingPaceTest {

    private static final Instant START = Instant.parse("2026-11-14T21:00:00Z");

    private final NotingPace pace = new NotingPace();

    @Test
    void anHourHasSoManyForEachAuthor() {
        for (int one = 0; one < NotingPace.MOST; one++) {
            assertThat(pace.allows("samu-60", START.plusSeconds(one))).isTrue();
        }
        assertThat(pace.allows("samu-60", START.plusSeconds(NotingPace.MOST))).isFalse();
        assertThat(pace.allows("samu-80", START.plusSeconds(NotingPace.MOST))).isTrue();
        Instant later = START.plus(Duration.ofHours(1)).plusMillis(1);
        assertThat(pace.allows("samu-60", later)).as("the first is an hour old").isTrue();
        assertThat(pace.allows("samu-60", later)).isFalse();
    }
}
