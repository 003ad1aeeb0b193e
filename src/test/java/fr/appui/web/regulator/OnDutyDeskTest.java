package fr.appui.web.regulator;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.LineSettings;
import fr.appui.directory.PhoneNumber;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OnDutyDeskTest {

    @Test
    void aRegulatorIsToldThatTheirCallGoesToTheFallbackAndNeverBackToASamu() {
        assertThat(whenNobodyAnswers(PhoneNumber.parse("03 44 00 99 88")))
                .contains("passe l’appel au 03 44 00 99 88", "ne revient pas au SAMU", "garde l’appel")
                .doesNotContain("passe l’appel au SAMU");
    }

    @Test
    void aFallbackThatIsTheSamuIsNoneForARegulator() {
        assertThat(whenNobodyAnswers(new PhoneNumber("15")))
                .startsWith("Si personne ne décroche, rappeler")
                .doesNotContain("passe l’appel au");
    }

    private static String whenNobodyAnswers(PhoneNumber fallback) {
        return OnDutyDesk.whenNobodyAnswers(new LineSettings(
                true, List.of(Duration.ofSeconds(20)), Optional.empty(), false, Optional.of(fallback)));
    }
}
