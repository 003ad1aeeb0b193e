package fr.appui.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WishRulesTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    @Test
    void fiveHundredPeriodsMayBeAskedForAndNotOneMore() {
        assertThat(WishRules.check(Wishes.none(), away(500))).isEmpty();
        assertThat(WishRules.check(Wishes.none(), away(501)))
                .get()
                .extracting(WishRules.Refusal::message)
                .asString()
                .startsWith("au plus 500 périodes");
    }

    @Test
    void preferencesAndOtherAstreintesCountToo() {
        Wishes full = away(499).preferring(List.of(preference()));
        assertThat(WishRules.check(Wishes.none(), full)).isEmpty();
        assertThat(WishRules.check(full, full.holdingPriorityAstreintes(java.util.Set.of(FIRST))))
                .isPresent();
    }

    @Test
    void whatWasTooMuchBeforeMayBeMadeLess() {
        assertThat(WishRules.check(away(700), away(699))).isEmpty();
        assertThat(WishRules.check(away(700), away(701))).isPresent();
    }

    @Test
    void aPeriodLastsTwoYearsAtMostAndAQuarterNinetyTwoDays() {
        Wishes long800 = Wishes.none()
                .unavailable(List.of(new Unavailability.During(new DateRange(FIRST, FIRST.plusDays(800)))));
        Wishes long801 = Wishes.none()
                .unavailable(List.of(new Unavailability.During(new DateRange(FIRST, FIRST.plusDays(801)))));
        assertThat(WishRules.check(Wishes.none(), long800)).isEmpty();
        assertThat(WishRules.check(Wishes.none(), long801)).isPresent();
        assertThat(WishRules.check(Wishes.none(), Wishes.none().atMost(92))).isEmpty();
        assertThat(WishRules.check(Wishes.none(), Wishes.none().atMost(93)))
                .get()
                .extracting(WishRules.Refusal::field)
                .isEqualTo("maxDutyDays");
    }

    private static Wishes away(int periods) {
        return Wishes.none()
                .unavailable(IntStream.range(0, periods)
                        .mapToObj(i -> DateRange.on(FIRST.plusDays(2L * i)))
                        .<Unavailability>map(Unavailability.During::new)
                        .toList());
    }

    private static Preference preference() {
        return new Preference(DateRange.on(FIRST), Preference.Liking.AVOID, 1);
    }
}
