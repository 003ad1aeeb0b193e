package fr.appui.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShareOfFullTimeTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final LocalDate SECOND = LocalDate.of(2025, 1, 1);
    private static final LocalDate THIRD = LocalDate.of(2026, 9, 1);

    private final Career career = new Career(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            // not in the order of their dates, and the same value written in two ways
            Stream.of(time("0.8", THIRD), time("0.5", FIRST), time("0.50", SECOND))
                    .toList());

    @Test
    void aShareThatBecameAnotherOneIsAChange() {
        assertThat(career.shareChanges())
                .containsExactly(new Career.ShareChange(THIRD, new BigDecimal("0.50"), new BigDecimal("0.8")));
    }

    @Test
    void theShareOfADateIsTheLastOneBegun() {
        assertThat(career.shareOn(FIRST.minusDays(1))).isEmpty();
        assertThat(career.shareOn(THIRD.minusDays(1))).contains(new BigDecimal("0.50"));
        assertThat(career.shareOn(THIRD)).contains(new BigDecimal("0.8"));
    }

    private static Career.WorkingTime time(String share, LocalDate from) {
        return new Career.WorkingTime(new BigDecimal(share), from);
    }
}
