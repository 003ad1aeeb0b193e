package fr.appui.indicators.kit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.calendar.PerimeterHours;
import fr.appui.indicators.IndicatorsSettings;
import fr.appui.rota.JoinedLines;
import fr.appui.rota.Nights;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class KitsTest {

    /** Its number stays on every wall: it can still be posted, with the hours in which it is answered. */
    @Test
    void aNumberThatAnotherLineAnswersKeepsItsPoster() {
        IndicatorsSettings settings = new SmallRyeConfigBuilder()
                .withMapping(IndicatorsSettings.class)
                .build()
                .getConfigMapping(IndicatorsSettings.class);
        var kits = new Kits(
                JoinedLines.directory(),
                JoinedLines.calendars(),
                JoinedLines.joinings(),
                settings,
                Clock.fixed(Nights.at(14, 12, 0), Nights.PARIS));
        assertThat(kits.of(JoinedLines.OWN))
                .hasValueSatisfying(answer -> assertThat(answer)
                        .isInstanceOfSatisfying(Kits.Answer.Ready.class, ready -> {
                            assertThat(ready.notice().number()).isEqualTo(Nights.JOINED.number());
                            assertThat(ready.notice().hours()).isEqualTo(PerimeterHours.extended());
                        }));
    }
}
