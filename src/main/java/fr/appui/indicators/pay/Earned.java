package fr.appui.indicators.pay;

import fr.appui.calendar.DayKind;
import fr.appui.calendar.DutyWindow;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.indicators.BackUpPay;
import fr.appui.indicators.HeldWindow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What one physician earned by one duty, on service done.
 *
 * @param held the time held, of the window's whole {@code length}
 * @param amount the flat rate's share for that time, to the cent
 */
public record Earned(
        TerritoryCode territory,
        DutyWindow window,
        PhysicianId physician,
        Duration held,
        Duration length,
        Money amount) {

    public String dutyId() {
        return territory + "/" + window.date();
    }

    public boolean isShared() {
        return held.compareTo(length) < 0;
    }

    public boolean isOn(DayKind kind) {
        return window.kind() == kind;
    }

    /**
     * A duty's flat rate shared by the time each held; time that nobody held is not paid. What is earned and what is not add
     * up to the flat rate exactly.
     */
    public static List<Earned> from(HeldWindow duty, Tariffs tariffs) {
        return shared(duty, tariffs.flatRate(duty.window()));
    }

    public static List<Earned> from(List<HeldWindow> duties, Tariffs tariffs) {
        return duties.stream().flatMap(duty -> from(duty, tariffs).stream()).toList();
    }

    /** What duties held behind the first rung earned, as the agreements say; nothing where nothing is paid. */
    public static List<Earned> ofBackUps(List<HeldWindow> backUps, BackUpPay pay, Tariffs tariffs) {
        return switch (pay.kind()) {
            case NONE -> List.of();
            case RATE -> {
                Money day = rounded(pay.number().movePointRight(2));
                yield backUps.stream()
                        .flatMap(duty -> shared(duty, day).stream())
                        .toList();
            }
            case SHARE ->
                backUps.stream()
                        .flatMap(duty -> shared(
                                duty,
                                rounded(pay.number()
                                        .multiply(BigDecimal.valueOf(
                                                tariffs.flatRate(duty.window()).cents()))))
                                .stream())
                        .toList();
        };
    }

    private static Money rounded(BigDecimal cents) {
        return new Money(cents.setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    private static List<Earned> shared(HeldWindow duty, Money day) {
        Map<PhysicianId, Duration> held = duty.timeHeld();
        if (held.isEmpty()) {
            return List.of();
        }
        List<Long> weights = Stream.concat(held.values().stream(), Stream.of(duty.uncovered()))
                .map(Duration::toMillis)
                .toList();
        List<Money> parts = day.split(weights);
        List<Earned> earned = new ArrayList<>();
        held.forEach((physician, time) -> earned.add(
                new Earned(duty.territory(), duty.window(), physician, time, duty.length(), parts.get(earned.size()))));
        return List.copyOf(earned);
    }
}
