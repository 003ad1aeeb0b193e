package fr.appui.indicators.report;

import fr.appui.directory.TerritoryCode;
import fr.appui.indicators.Breakdown;
import fr.appui.indicators.Breakdowns;
import fr.appui.indicators.CallTallies;
import fr.appui.indicators.CallTallies.Page;
import fr.appui.indicators.CallTallies.Place;
import fr.appui.indicators.CountedCall;
import fr.appui.indicators.DutyBreakdown;
import fr.appui.indicators.DutyBreakdowns;
import fr.appui.indicators.KnownPhysicians;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** « Lesquels »: the calls or duties behind a figure, found by the definition that counted them. */
@ApplicationScoped
public class WhichOnes {

    /** The duties whose rota was changed after publication, by the kind of change. */
    public static final String ROTA_ACTS = "rota-acts";

    private final Years years;
    private final CallTallies tallies;

    WhichOnes(Years years, CallTallies tallies) {
        this.years = years;
        this.tallies = tallies;
    }

    /** @param page first is 0 */
    public record Asked(String bucket, int page, int size) {

        private long from() {
            return (long) page * size;
        }
    }

    /** One thing that was counted. */
    public sealed interface Item {

        String id();

        /** @param declared outside the line: it has no trace of its own */
        record Call(String id, TerritoryCode territory, Instant at, boolean declared) implements Item {}

        /** {@code HDF-OISE/2026-03-09}. */
        record Duty(String id, TerritoryCode territory, LocalDate date) implements Item {}
    }

    /** @param label of the figure, French @param total equals the figure */
    public record Found(String label, List<Item> items, long total) {
        public Found {
            items = List.copyOf(items);
        }

        public List<String> ids() {
            return items.stream().map(Item::id).toList();
        }
    }

    /** Empty when there is no such indicator; territories that are not known count nothing. */
    public Optional<Found> find(Collection<TerritoryCode> territories, Period period, String indicator, Asked asked) {
        Optional<Breakdown> breakdown = Breakdowns.named(indicator);
        if (breakdown.isPresent()) {
            return Optional.of(calls(territories, period, breakdown.get(), asked));
        }
        if (indicator.equals(ROTA_ACTS)) {
            return Optional.of(acts(gathered(territories, period), asked));
        }
        return DutyBreakdowns.named(indicator).map(known -> duties(gathered(territories, period), known, asked));
    }

    private List<TerritoryYear> gathered(Collection<TerritoryCode> territories, Period period) {
        KnownPhysicians volunteers = years.volunteers();
        return territories.stream()
                .flatMap(code -> years.withoutCalls(code, period, volunteers).stream())
                .toList();
    }

    private Found calls(Collection<TerritoryCode> territories, Period period, Breakdown breakdown, Asked asked) {
        List<Place> places = territories.stream()
                .flatMap(code -> years.calls(code, period).stream())
                .toList();
        Page page = tallies.page(places, breakdown, asked.bucket(), asked.from(), asked.size());
        return new Found(
                breakdown.label() + " : "
                        + label(places, asked, place -> breakdown.labelOf().apply(place.lens(), asked.bucket())),
                page.calls().stream().map(WhichOnes::item).toList(),
                page.total());
    }

    private static Item item(CountedCall call) {
        return new Item.Call(
                call.facts().call().value(),
                call.facts().territory(),
                call.facts().receivedAt(),
                call.facts().isDeclared());
    }

    private static Found duties(List<TerritoryYear> gathered, DutyBreakdown breakdown, Asked asked) {
        Collector found = new Collector(asked);
        gathered.forEach(year -> year.duties().stream()
                .filter(duty -> breakdown.counts(duty, year.volunteers(), asked.bucket()))
                .forEach(duty -> found.add(
                        new Item.Duty(duty.id(), duty.territory(), duty.window().date()))));
        return found.found(breakdown.label() + " : "
                + label(gathered, asked, year -> breakdown.labelOf().apply(year.volunteers(), asked.bucket())));
    }

    /** A row that the indicator does not have counts nothing and keeps its own name. */
    private static <T> String label(List<T> gathered, Asked asked, Function<T, String> labelled) {
        try {
            return gathered.stream().findFirst().map(labelled).orElse(asked.bucket());
        } catch (IllegalArgumentException | DateTimeException noSuchRow) {
            return asked.bucket();
        }
    }

    private static Found acts(List<TerritoryYear> gathered, Asked asked) {
        Collector found = new Collector(asked);
        gathered.forEach(year -> year.acts().stream()
                .flatMap(List::stream)
                .filter(act -> act.kind().name().equals(asked.bucket()))
                .forEach(act -> found.add(new Item.Duty(
                        year.territory().code() + "/" + act.dutyDate(),
                        year.territory().code(),
                        act.dutyDate()))));
        return found.found("Changements du planning publié");
    }

    private static final class Collector {

        private final Asked asked;
        private final List<Item> items = new ArrayList<>();
        private long total;

        private Collector(Asked asked) {
            this.asked = asked;
        }

        void add(Item item) {
            if (total >= asked.from() && items.size() < asked.size()) {
                items.add(item);
            }
            total++;
        }

        Found found(String label) {
            return new Found(label, items, total);
        }
    }
}
