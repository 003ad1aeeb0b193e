package fr.appui.indicators.report;

import fr.appui.directory.TerritoryCode;
import fr.appui.indicators.Breakdown;
import fr.appui.indicators.CallTallies;
import fr.appui.indicators.CountedCall;
import fr.appui.indicators.Crossing;
import fr.appui.indicators.DaySpan;
import fr.appui.indicators.KnownPhysicians;
import fr.appui.indicators.Lens;
import fr.appui.indicators.OutcomeBreakdowns;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** « Combien d'appels d'infirmières pour douleur en mars », and which: counted and listed by one definition ({@link Crossing}). */
@ApplicationScoped
public class CrossedCalls {

    private final Years years;
    private final CallTallies tallies;

    CrossedCalls(Years years, CallTallies tallies) {
        this.years = years;
        this.tallies = tallies;
    }

    /** @param until the last day counted */
    public record Counted(Period period, LocalDate until, long number) {}

    /** @param before the period before, up to as many days where this one goes on */
    public record Compared(Counted now, Counted before) {}

    /** One call in the words of the nomenclature. @param length empty where it is not known */
    public record Line(
            String id,
            TerritoryCode territory,
            ZonedDateTime received,
            boolean declared,
            String caller,
            String motives,
            String orientations,
            String place,
            Optional<Duration> length) {}

    /** @param total of what the page is a part of: equals the count */
    public record Found(List<Line> lines, long total) {
        public Found {
            lines = List.copyOf(lines);
        }
    }

    public Compared count(Collection<TerritoryCode> territories, Period period, Crossing crossing) {
        KnownPhysicians volunteers = years.volunteers();
        List<TerritoryYear> now = gathered(territories, period, volunteers);
        LocalDate until = until(period, now);
        Period before = period.before();
        LocalDate untilBefore = before.comparedUntil(period, until);
        List<TerritoryYear> then = territories.stream()
                .flatMap(code -> years.of(code, before, untilBefore, volunteers, false).stream())
                .toList();
        return new Compared(
                new Counted(period, until, count(now, crossing)),
                new Counted(before, untilBefore, count(then, crossing)));
    }

    /** In the order of reception, territory by territory. @param page first is 0 */
    public Found find(Collection<TerritoryCode> territories, Period period, Crossing crossing, int page, int size) {
        List<TerritoryYear> now = gathered(territories, period, years.volunteers());
        long from = (long) page * size;
        var lines = new ArrayList<Line>();
        long total = 0;
        for (TerritoryYear year : now) {
            for (CallTallies.Counted month : months(year)) {
                Optional<Long> known = crossing.count(month.tally());
                boolean passed =
                        known.isPresent() && (known.get() == 0 || lines.size() == size || total + known.get() <= from);
                total += passed ? known.orElseThrow() : read(year, month, crossing, total, from, size, lines);
            }
        }
        return new Found(lines, total);
    }

    @SuppressWarnings("TooManyParameters") // where a page begins and what it holds so far
    private long read(
            TerritoryYear year,
            CallTallies.Counted month,
            Crossing crossing,
            long before,
            long from,
            int size,
            List<Line> lines) {
        var found = new Object() {
            long number;
        };
        tallies.read(year.territory().code(), year.lens(), month.span(), call -> {
            if (crossing.counts(call, year.lens())) {
                if (before + found.number >= from && lines.size() < size) {
                    lines.add(line(call, year));
                }
                found.number++;
            }
        });
        return found.number;
    }

    /** The period in the first of these territories: the rows that it offers to choose from, and their labels. */
    public Optional<TerritoryYear> year(Collection<TerritoryCode> territories, Period period) {
        return territories.stream().findFirst().flatMap(code -> years.of(code, period));
    }

    private long count(List<TerritoryYear> gathered, Crossing crossing) {
        long total = 0;
        for (TerritoryYear year : gathered) {
            for (CallTallies.Counted month : months(year)) {
                total += crossing.count(month.tally())
                        .orElseGet(() -> read(year, month, crossing, 0, Long.MAX_VALUE, 0, new ArrayList<>()));
            }
        }
        return total;
    }

    private List<CallTallies.Counted> months(TerritoryYear year) {
        return tallies.byMonth(year.territory().code(), year.lens(), new DaySpan(year.firstDay(), year.coversUntil()));
    }

    private List<TerritoryYear> gathered(
            Collection<TerritoryCode> territories, Period period, KnownPhysicians volunteers) {
        return territories.stream()
                .flatMap(code -> years.withoutCalls(code, period, volunteers).stream())
                .toList();
    }

    private static LocalDate until(Period period, List<TerritoryYear> gathered) {
        return gathered.stream()
                .map(TerritoryYear::coversUntil)
                .min(LocalDate::compareTo)
                .orElse(period.last());
    }

    private static Line line(CountedCall call, TerritoryYear year) {
        Lens lens = year.lens();
        return new Line(
                call.facts().call().value(),
                call.facts().territory(),
                call.facts().receivedAt().atZone(year.territory().timeZone()).truncatedTo(ChronoUnit.SECONDS),
                call.facts().isDeclared(),
                said(OutcomeBreakdowns.CALLER_PROFILES, call, lens),
                said(OutcomeBreakdowns.MOTIVES, call, lens),
                said(OutcomeBreakdowns.ORIENTATIONS, call, lens),
                said(OutcomeBreakdowns.PLACES_OF_CARE, call, lens),
                OutcomeBreakdowns.durationOf(call));
    }

    /** The rows that an indicator counts a call in; nothing where it does not look at it. */
    private static String said(Breakdown breakdown, CountedCall call, Lens lens) {
        return breakdown.looksAt().test(call)
                ? breakdown.bucketsOf().apply(call, lens).stream()
                        .map(bucket -> breakdown.labelOf().apply(lens, bucket))
                        .collect(Collectors.joining(", "))
                : "";
    }
}
