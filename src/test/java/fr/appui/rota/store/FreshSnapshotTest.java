package fr.appui.rota.store;

import static fr.appui.rota.Nights.at;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A node that was only restarted waits for no database before it takes calls. */
class FreshSnapshotTest {

    @Test
    void whatIsOlderThanARestartIsReadAgainFirst() {
        assertThat(RotaInMemory.isFresh(at(14, 12, 0), at(14, 12, 0))).isTrue();
        assertThat(RotaInMemory.isFresh(at(14, 12, 0), at(14, 12, 1))).isTrue();
        assertThat(RotaInMemory.isFresh(at(14, 12, 0), at(14, 12, 2))).isFalse();
        assertThat(RotaInMemory.isFresh(at(14, 12, 1), at(14, 12, 0))).isFalse();
    }
}
