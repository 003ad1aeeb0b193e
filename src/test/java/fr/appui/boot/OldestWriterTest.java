package fr.appui.boot;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.versions.KeptVersion;
import fr.appui.versions.Pom;
import fr.appui.versions.Version;
import org.junit.jupiter.api.Test;

class OldestWriterTest {

    @Test
    void theVersionBeforeThisOneMayWriteBesideIt() {
        assertThat(OldestWriter.BESIDE_THIS)
                .isEqualTo(KeptVersion.before(Version.parse(Pom.version()))
                        .version()
                        .toString());
    }

    @Test
    void versionsAreComparedByTheirNumbers() {
        assertThat(OldestWriter.isOlder("0.9.0", "0.10.0")).isTrue();
        assertThat(OldestWriter.isOlder("0.10.0", "0.9.0")).isFalse();
        assertThat(OldestWriter.isOlder("0.2.0", "0.2.0")).isFalse();
    }

    @Test
    void aSnapshotIsTheVersionThatItWillBe() {
        assertThat(OldestWriter.isOlder("0.2.0-SNAPSHOT", "0.2.0")).isFalse();
    }
}
