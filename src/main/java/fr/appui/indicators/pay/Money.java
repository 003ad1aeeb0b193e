package fr.appui.indicators.pay;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An amount in euro cents. */
public record Money(long cents) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);

    public static Money euros(long euros) {
        return new Money(Math.multiplyExact(euros, 100));
    }

    public static Money sum(Stream<Money> amounts) {
        return amounts.reduce(ZERO, Money::plus);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(cents, other.cents));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(cents, other.cents));
    }

    public Money times(long count) {
        return new Money(Math.multiplyExact(cents, count));
    }

    public BigDecimal inEuros() {
        return BigDecimal.valueOf(cents, 2);
    }

    /**
     * This amount in parts proportional to the weights, which add up to it exactly: each part is rounded down and the cents
     * left over go to the largest remainders, first weight first.
     *
     * @param weights none negative, at least one above zero
     */
    public List<Money> split(List<Long> weights) {
        long total = weights.stream().mapToLong(Long::longValue).sum();
        if (total <= 0 || weights.stream().anyMatch(weight -> weight < 0)) {
            throw new IllegalArgumentException(
                    "partage : les parts doivent être positives et ne pas être toutes nulles");
        }
        List<Long> parts = new ArrayList<>(weights.stream()
                .map(weight -> Math.multiplyExact(cents, weight) / total)
                .toList());
        long left = cents - parts.stream().mapToLong(Long::longValue).sum();
        IntStream.range(0, weights.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> -(cents * weights.get(i) % total)))
                .limit(left)
                .forEach(i -> parts.set(i, parts.get(i) + 1));
        return parts.stream().map(Money::new).toList();
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(cents, other.cents);
    }
}
