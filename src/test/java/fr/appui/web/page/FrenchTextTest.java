package fr.appui.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class FrenchTextTest {

    /** On a Sunday « 8 h 30 – 8 h 30 » would be no time at all. */
    @Test
    void anEndOnTheNextDayIsSaidToBe() {
        assertThat(FrenchText.timeAfter(at("2026-11-16T08:30"), at("2026-11-15T08:30")))
                .isEqualTo("8\u00a0h\u00a030 le\u00a0lendemain");
        assertThat(FrenchText.timeAfter(at("2026-11-16T22:00"), at("2026-11-16T18:00")))
                .isEqualTo("22\u00a0h");
    }

    private static ZonedDateTime at(String local) {
        return java.time.LocalDateTime.parse(local).atZone(ZoneId.of("Europe/Paris"));
    }
}
