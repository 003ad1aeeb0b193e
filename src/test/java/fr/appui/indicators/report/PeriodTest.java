package fr.appui.indicators.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @ParameterizedTest
    @CsvSource({
        "2026, 2026, 2026-01-01, 2026-12-31, 2026, année 2026",
        "2026-Q1, 2026-Q1, 2026-01-01, 2026-03-31, T1 2026, 1er trimestre 2026",
        "2026-T3, 2026-Q3, 2026-07-01, 2026-09-30, T3 2026, 3e trimestre 2026",
        "2024-02, 2024-02, 2024-02-01, 2024-02-29, février 2024, février 2024",
        "2026-12, 2026-12, 2026-12-01, 2026-12-31, décembre 2026, décembre 2026"
    })
    void isWrittenAndReadBack(String text, String code, LocalDate first, LocalDate last, String label, String words) {
        Period period = Period.parse(text).orElseThrow();
        assertThat(period.code()).isEqualTo(code);
        assertThat(Period.parse(code)).contains(period);
        assertThat(period.first()).isEqualTo(first);
        assertThat(period.last()).isEqualTo(last);
        assertThat(period.label()).isEqualTo(label);
        assertThat(period.words()).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "26", "2026-13", "2026-00", "2026-Q5", "1999", "2101", "2026-3", "2026-03-01"})
    void anythingElseIsNone(String text) {
        assertThat(Period.parse(text)).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "2026, 2026-12-31, 2025, 2025-12-31",
        "2026-Q1, 2026-03-31, 2025-Q4, 2025-12-31",
        "2026-03, 2026-03-31, 2026-02, 2026-02-28",
        "2026-01, 2026-01-31, 2025-12, 2025-12-31",
        "2026-03, 2026-03-10, 2026-02, 2026-02-10",
        "2026-03, 2026-03-30, 2026-02, 2026-02-28",
        "2026-Q2, 2026-04-20, 2026-Q1, 2026-01-20"
    })
    void thePeriodBeforeIsComparedUpToAsManyDays(
            String period, LocalDate until, String before, LocalDate comparedUntil) {
        Period later = Period.parse(period).orElseThrow();
        assertThat(later.before().code()).isEqualTo(before);
        assertThat(later.before().comparedUntil(later, until)).isEqualTo(comparedUntil);
    }

    @Test
    void aPeriodThatGoesOnStopsYesterdayWhereTheTerritoryIs() {
        Instant lateOnTheSeventh = Instant.parse("2026-03-07T23:30:00Z");
        assertThat(Period.year(2026).until(lateOnTheSeventh, PARIS)).isEqualTo("2026-03-07");
        assertThat(Period.year(2026).until(lateOnTheSeventh, ZoneId.of("America/Cayenne")))
                .isEqualTo("2026-03-06");
        assertThat(Period.year(2025).until(lateOnTheSeventh, PARIS)).isEqualTo("2025-12-31");
    }

    @Test
    void likeIsComparedWithLike() {
        Period february = Period.parse("2025-02").orElseThrow();
        assertThat(february.comparedUntil(LocalDate.of(2025, 2, 28))).isEqualTo("2024-02-29");
        assertThat(february.comparedUntil(LocalDate.of(2025, 2, 10))).isEqualTo("2024-02-10");
        assertThat(Period.year(2026).comparedUntil(LocalDate.of(2026, 11, 13))).isEqualTo("2025-11-13");
    }

    @Test
    void quartersOfTheYearThatItTouches() {
        Period may = Period.parse("2026-05").orElseThrow();
        assertThat(may.touchesQuarter(1)).isFalse();
        assertThat(may.touchesQuarter(2)).isTrue();
        assertThat(may.touchesQuarter(3)).isFalse();
        assertThat(Period.year(2026).touchesQuarter(4)).isTrue();
    }
}
