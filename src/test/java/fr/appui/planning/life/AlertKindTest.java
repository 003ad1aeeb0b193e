package fr.appui.planning.life;

import static fr.appui.planning.life.Alert.Kind.UNCOVERED_IN_30_DAYS;
import static fr.appui.planning.life.Alert.Kind.UNCOVERED_IN_7_DAYS;
import static fr.appui.planning.life.Alert.Kind.UNCOVERED_TOMORROW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long ahead of an uncovered window each alert is raised, on both sides of each boundary. */
class AlertKindTest {

    private static final Duration ONE_SECOND = Duration.ofSeconds(1);

    @Test
    void anUncoveredWindowIsAlertedOneSevenAndThirtyDaysAhead() {
        assertThat(Alert.Kind.uncoveredIn(Duration.ofDays(30).plus(ONE_SECOND))).isEmpty();
        assertThat(Alert.Kind.uncoveredIn(Duration.ofDays(30))).contains(UNCOVERED_IN_30_DAYS);
        assertThat(Alert.Kind.uncoveredIn(Duration.ofDays(7).plus(ONE_SECOND))).contains(UNCOVERED_IN_30_DAYS);
        assertThat(Alert.Kind.uncoveredIn(Duration.ofDays(7))).contains(UNCOVERED_IN_7_DAYS);
        assertThat(Alert.Kind.uncoveredIn(Duration.ofDays(1).plus(ONE_SECOND))).contains(UNCOVERED_IN_7_DAYS);
        assertThat(Alert.Kind.uncoveredIn(Duration.ofDays(1))).contains(UNCOVERED_TOMORROW);
    }

    @Test
    void aWindowThatHasBegunWithoutAnybodyIsTheMostUrgent() {
        assertThat(Alert.Kind.uncoveredIn(Duration.ofHours(-2))).contains(UNCOVERED_TOMORROW);
    }
}
