package fr.appui.rota.store;

import fr.appui.directory.TerritoryCode;
import fr.appui.rota.CurrentRota;
import fr.appui.rota.IndexedRota;
import fr.appui.rota.LadderPeriod;
import fr.appui.rota.RotaFacts;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Hours ahead in which nobody can be rung, and who has not confirmed to be there: from the snapshot that calls are decided from. */
@ApplicationScoped
class RotaMeters {

    private static final Map<String, Integer> AHEAD = Map.of("1d", 1, "7d", 7);

    private final CurrentRota rota;
    private final Clock clock;
    private final MultiGauge uncovered;

    RotaMeters(CurrentRota rota, Clock clock, MeterRegistry meters) {
        this.rota = rota;
        this.clock = clock;
        this.uncovered = MultiGauge.builder("appui.rota.uncovered.hours")
                .description("Promised hours of the coming day or week in which no number can be rung")
                .register(meters);
        Gauge.builder("appui.rota.unconfirmed", this, RotaMeters::unconfirmed)
                .description("Physicians on duty now who did not confirm that they are there")
                .register(meters);
    }

    /** Territories come and go. */
    @Scheduled(every = "60s", concurrentExecution = ConcurrentExecution.SKIP)
    void count() {
        IndexedRota now = rota.current();
        Instant at = clock.instant();
        uncovered.register(
                AHEAD.entrySet().stream()
                        .flatMap(ahead -> uncovered(now, at, ahead.getValue()).entrySet().stream()
                                .<MultiGauge.Row<?>>map(hole -> MultiGauge.Row.of(
                                        Tags.of(
                                                "territory", hole.getKey().value(),
                                                "ahead", ahead.getKey()),
                                        hole.getValue())))
                        .toList(),
                true);
    }

    /** By territory that has a line. */
    static Map<TerritoryCode, Double> uncovered(IndexedRota rota, Instant now, int days) {
        Map<TerritoryCode, Double> hours = new TreeMap<>();
        for (RotaFacts.TerritoryFacts territory : rota.facts().territories()) {
            territory.line().ifPresent(line -> {
                Stream<LadderPeriod> holes = rota.windowsFrom(line, now, days).stream()
                        .filter(period -> period.onDuty().ladder().isEmpty());
                hours.put(
                        territory.code(),
                        holes.mapToDouble(hole -> hours(hole, now)).sum());
            });
        }
        return hours;
    }

    private static double hours(LadderPeriod hole, Instant now) {
        Instant start = hole.start().isBefore(now) ? now : hole.start();
        return Duration.between(start, hole.end()).toMinutes() / 60.0;
    }

    private double unconfirmed() {
        return unconfirmed(rota.current().facts().physicians(), clock.instant());
    }

    static long unconfirmed(List<RotaFacts.Reachable> physicians, Instant now) {
        return physicians.stream()
                .filter(physician -> physician.busy().stream()
                        .anyMatch(spell ->
                                spell.unconfirmed() && !now.isBefore(spell.from()) && now.isBefore(spell.until())))
                .count();
    }
}
