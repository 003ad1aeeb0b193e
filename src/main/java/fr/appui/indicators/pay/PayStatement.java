package fr.appui.indicators.pay;

import fr.appui.calendar.DayKind;
import fr.appui.directory.Finess;
import fr.appui.directory.PhysicianId;
import fr.appui.indicators.KnownPhysicians;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a period's service done is owed to whom: each physician's duties under the establishment that employed them on that
 * date, which is paid for them (doc 001 §5).
 */
public record PayStatement(LocalDate from, LocalDate to, List<Share> shares) {

    /** @param establishment empty when the directory knows no employer on those dates */
    public record Share(Optional<Finess> establishment, PhysicianId physician, List<Earned> lines) {

        public Money total() {
            return Money.sum(lines.stream().map(Earned::amount));
        }

        public Money totalOn(DayKind kind) {
            return Money.sum(lines.stream().filter(line -> line.isOn(kind)).map(Earned::amount));
        }

        /** Those that somebody else held in part, by date: what makes a number of days no whole one. */
        public List<Earned> shared() {
            return lines.stream()
                    .filter(line -> !line.held().equals(line.length()))
                    .sorted(Comparator.comparing(line -> line.window().date()))
                    .toList();
        }

        /** Whole duties count 1, shared ones the part held, to a hundredth. */
        public BigDecimal daysOn(DayKind kind) {
            return lines.stream()
                    .filter(line -> line.isOn(kind))
                    .map(line -> BigDecimal.valueOf(line.held().toMillis())
                            .divide(BigDecimal.valueOf(line.length().toMillis()), 6, RoundingMode.HALF_UP))
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .setScale(2, RoundingMode.HALF_UP);
        }
    }

    public PayStatement {
        shares = List.copyOf(shares);
    }

    public static PayStatement of(LocalDate from, LocalDate to, List<Earned> earned, KnownPhysicians volunteers) {
        record Payee(Optional<Finess> establishment, PhysicianId physician) {}
        Map<Payee, List<Earned>> byPayee = earned.stream()
                .filter(line -> !line.window().date().isBefore(from)
                        && !line.window().date().isAfter(to))
                .collect(Collectors.groupingBy(line -> new Payee(
                        volunteers.employerOn(line.physician(), line.window().date()), line.physician())));
        return new PayStatement(
                from,
                to,
                byPayee.entrySet().stream()
                        .map(entry -> new Share(
                                entry.getKey().establishment(), entry.getKey().physician(), entry.getValue()))
                        .sorted(inPrintingOrder(volunteers))
                        .toList());
    }

    /** What else is owed for the same period: only its sums have a meaning, days would be counted twice. */
    public PayStatement and(PayStatement other) {
        return new PayStatement(
                from, to, Stream.concat(shares.stream(), other.shares.stream()).toList());
    }

    public Money total() {
        return Money.sum(shares.stream().map(Share::total));
    }

    /** In the order of the statement; empty stands for physicians without a known employer. */
    public List<Optional<Finess>> establishments() {
        return shares.stream().map(Share::establishment).distinct().toList();
    }

    public List<Share> of(Optional<Finess> establishment) {
        return shares.stream()
                .filter(share -> share.establishment().equals(establishment))
                .toList();
    }

    public Money totalOf(Optional<Finess> establishment) {
        return Money.sum(of(establishment).stream().map(Share::total));
    }

    private static Comparator<Share> inPrintingOrder(KnownPhysicians volunteers) {
        return Comparator.comparing((Share share) ->
                        share.establishment().map(volunteers::nameOf).orElse("~"))
                .thenComparing(share -> volunteers.familyNameOf(share.physician()))
                .thenComparing(Share::physician);
    }
}
