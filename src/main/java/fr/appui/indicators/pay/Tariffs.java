package fr.appui.indicators.pay;

import fr.appui.calendar.DutyWindow;
import fr.appui.calendar.PerimeterKind;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Every flat rate known: those of the cahier des charges, and the dated ones that replace them. */
public record Tariffs(List<Tariff> versions) {

    private static final String SOURCE = "Cahier des charges des appuis territoriaux, Hauts-de-France 2026, §5";
    private static final LocalDate SINCE = LocalDate.of(2022, 1, 1);

    public Tariffs {
        versions = versions.stream()
                .sorted(Comparator.comparing(Tariff::validFrom))
                .toList();
    }

    public static Tariffs ofTheCahierDesCharges() {
        return new Tariffs(List.of(
                new Tariff(PerimeterKind.CORE, SINCE, Money.euros(32), Money.euros(140), SOURCE),
                new Tariff(PerimeterKind.EXTENDED, SINCE, Money.euros(100), Money.euros(200), SOURCE)));
    }

    public Optional<Tariff> inForce(PerimeterKind perimeter, LocalDate date) {
        return versions.stream()
                .filter(tariff -> tariff.perimeter() == perimeter)
                .filter(tariff -> !tariff.validFrom().isAfter(date))
                .reduce((earlier, later) -> later);
    }

    /** What the whole of this window is paid; zero before the first tariff. The date decides, not the hours on the clock. */
    public Money flatRate(DutyWindow window) {
        return inForce(window.perimeter(), window.date())
                .map(tariff -> tariff.rate(window.kind()))
                .orElse(Money.ZERO);
    }
}
