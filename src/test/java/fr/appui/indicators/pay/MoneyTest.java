package fr.appui.indicators.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MoneyTest {

    @Test
    void aThirdEachLosesNoCent() {
        assertThat(Money.euros(100).split(List.of(1L, 1L, 1L)))
                .containsExactly(new Money(3334), new Money(3333), new Money(3333));
    }

    @Test
    void theCentLeftOverGoesToTheLargestRemainder() {
        // 1 € by 1:2 is 33.33 and 66.67 cents
        assertThat(new Money(100).split(List.of(1L, 2L))).containsExactly(new Money(33), new Money(67));
    }

    @Test
    void nothingCannotBeShared() {
        assertThatThrownBy(() -> Money.euros(1).split(List.of(0L))).hasMessageContaining("partage");
        assertThatThrownBy(() -> Money.euros(1).split(List.of(2L, -1L))).hasMessageContaining("partage");
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void partsAddUpAndEachIsWithinACentOfItsProportion(long seed) {
        Random random = new Random(seed);
        Money amount = new Money(random.nextInt(50_000));
        List<Long> weights =
                random.longs(1 + random.nextInt(6), 0, 50_400_000).boxed().toList();
        long total = weights.stream().mapToLong(Long::longValue).sum();
        if (total == 0) {
            return;
        }
        List<Money> parts = amount.split(weights);
        assertThat(Money.sum(parts.stream())).isEqualTo(amount);
        for (int i = 0; i < parts.size(); i++) {
            double exact = amount.cents() * (double) weights.get(i) / total;
            assertThat((double) parts.get(i).cents()).isBetween(Math.floor(exact - 1e-6), Math.ceil(exact + 1e-6));
        }
    }
}
