package fr.appui.planning.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

interface TurnsContract extends Books {

    @Test
    default void aTurnIsTakenByOneUntilTheNextIsDue() {
        String name = "essai." + UUID.randomUUID();
        assertThat(turns().take(name, NOW, NOW.plusSeconds(30))).isTrue();
        assertThat(turns().take(name, NOW, NOW.plusSeconds(30))).isFalse();
        assertThat(turns().take(name, NOW.plusMillis(29_999), NOW.plusSeconds(60)))
                .isFalse();
        assertThat(turns().take("essai." + UUID.randomUUID(), NOW, NOW.plusSeconds(30)))
                .as("another piece of work")
                .isTrue();
        assertThat(turns().take(name, NOW.plusSeconds(30), NOW.plusSeconds(60))).isTrue();
        assertThat(turns().take(name, NOW.plusSeconds(31), NOW.plusSeconds(61))).isFalse();
    }
}
