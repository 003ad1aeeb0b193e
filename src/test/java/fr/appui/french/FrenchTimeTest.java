package fr.appui.french;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrenchTimeTest {

    @ParameterizedTest
    @CsvSource({"08:30, 8 h 30", "18:00, 18 h", "18:05, 18 h 05", "00:00, minuit", "00:19, 0 h 19", "12:00, 12 h"})
    void aTimeOfDayIsWrittenAsOneSaysIt(LocalTime time, String said) {
        assertThat(FrenchTime.of(time)).isEqualTo(said.replace(' ', '\u00a0'));
    }

    /** 361 hours that are ten duties of 14 h 30 and more are not 361 hours once each was cut short. */
    @ParameterizedTest
    @CsvSource({"PT14H30M, 14 h 30", "PT361H, 361 h", "PT375H30M, 375 h 30", "PT3H59M30S, 4 h", "PT5M, 0 h 05"})
    void hoursHeldAreToTheMinute(Duration held, String said) {
        assertThat(FrenchDuration.hours(held)).isEqualTo(said.replace(' ', '\u00a0'));
    }
}
