package fr.appui.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KnownSettingsTest {

    private final KnownSettings known = new KnownSettings(List.of(
            "appui.home",
            "appui.outreach.kept",
            "appui.telephony.switches.*.secret",
            "appui.telephony.switches.*.ari.password"));

    @Test
    void aKeyOfASwitchIsKnownWhateverItsName() {
        assertThat(known.knows("appui.telephony.switches.lille.secret")).isTrue();
        assertThat(known.knows("appui.telephony.switches.\"lille.nord\".ari.password"))
                .isTrue();
        assertThat(known.knows("appui.telephony.switches.lille.sekret")).isFalse();
    }

    @Test
    void aListIsKnownByItsParts() {
        assertThat(known.knows("appui.outreach.kept[0]")).isTrue();
    }

    @Test
    void whatIsUnknownIsToldWithTheNearestKey() {
        assertThat(known.unknown(List.of("appui.outreach.kept", "appui.outreech.kept", "quarkus.any")))
                .containsExactly("appui.outreech.kept : réglage inconnu ; le plus proche est appui.outreach.kept");
    }
}
