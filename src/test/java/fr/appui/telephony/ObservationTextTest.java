package fr.appui.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.appui.directory.PhoneNumber;
import fr.appui.dispatch.Observation.Arrived;
import fr.appui.dispatch.Observation.AttemptFinished;
import fr.appui.dispatch.Observation.KeyPressed;
import fr.appui.dispatch.Observation.NoKey;
import fr.appui.dispatch.Observation.NumberKeyed;
import fr.appui.dispatch.Observation.PutThroughFinished;
import fr.appui.trace.AttemptResult;
import fr.appui.trace.Origin;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObservationTextTest {

    @Test
    void readsWhatTheDialplanReports() {
        assertThat(ObservationText.read("arrived|0344000001|SAMU|0612000001"))
                .isEqualTo(new Arrived("0344000001", Origin.SAMU, Optional.of(new PhoneNumber("+33612000001"))));
        assertThat(ObservationText.read("key|9")).isEqualTo(new KeyPressed('9'));
        assertThat(ObservationText.read("no-key")).isEqualTo(new NoKey());
        assertThat(ObservationText.read("attempt|2|NOT_CONFIRMED|16"))
                .isEqualTo(new AttemptFinished(2, AttemptResult.NOT_CONFIRMED, 16));
        assertThat(ObservationText.read("put-through|0|17")).isEqualTo(new PutThroughFinished(false, 17));
        assertThat(ObservationText.read("number|0612345678"))
                .isEqualTo(new NumberKeyed(Optional.of(new PhoneNumber("+33612345678"))));
    }

    @Test
    void aWithheldOrImpossibleNumberIsNone() {
        assertThat(ObservationText.read("arrived|0344000001|PUBLIC|"))
                .isEqualTo(new Arrived("0344000001", Origin.PUBLIC, Optional.empty()));
        assertThat(ObservationText.read("arrived||PUBLIC|++33"))
                .isEqualTo(new Arrived("", Origin.PUBLIC, Optional.empty()));
        assertThat(ObservationText.read("number|")).isEqualTo(new NumberKeyed(Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "arrived",
                "arrived|1|MOON|2",
                "attempt|x|BUSY|1",
                "attempt|1|HAPPY|1",
                "key",
                "key|"
            })
    void whatTheDialplanNeverReportsIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ObservationText.read(text));
    }
}
