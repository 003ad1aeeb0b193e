package fr.appui.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ReachTest {

    private static final TerritoryCode OISE = new TerritoryCode("HDF-OISE");
    private static final TerritoryCode AISNE = new TerritoryCode("HDF-AISNE");

    @Test
    void includesWhatItNamesAndEverywhereAll() {
        assertThat(Reach.of(OISE).includes(OISE)).isTrue();
        assertThat(Reach.of(OISE).includes(AISNE)).isFalse();
        assertThat(Reach.EVERYWHERE.includes(AISNE)).isTrue();
        assertThat(Reach.NOWHERE.includes(AISNE)).isFalse();
    }

    @Test
    void twoTogetherReachAsFarAsEither() {
        assertThat(Reach.of(OISE).and(Reach.of(AISNE))).isEqualTo(Reach.of(Set.of(OISE, AISNE)));
        assertThat(Reach.NOWHERE.and(Reach.of(OISE))).isEqualTo(Reach.of(OISE));
        assertThat(Reach.of(OISE).and(Reach.EVERYWHERE)).isEqualTo(Reach.EVERYWHERE);
        assertThat(Reach.EVERYWHERE.and(Reach.of(OISE))).isEqualTo(Reach.EVERYWHERE);
    }
}
