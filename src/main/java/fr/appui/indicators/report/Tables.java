package fr.appui.indicators.report;

import static fr.appui.indicators.report.Value.calls;
import static fr.appui.indicators.report.Value.change;
import static fr.appui.indicators.report.Value.share;
import static fr.appui.indicators.report.Value.words;

import fr.appui.indicators.Breakdown;
import fr.appui.indicators.CallTally;
import fr.appui.indicators.OutcomeBreakdowns;
import fr.appui.indicators.report.Block.Bar;
import fr.appui.indicators.report.Block.Bars;
import fr.appui.indicators.report.Block.Row;
import fr.appui.indicators.report.Block.Table;
import fr.appui.trace.OutcomeStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The shapes that every section shares. */
final class Tables {

    private Tables() {}

    /** Count, part of the whole, and the year before when there is one. */
    static Table of(Breakdown breakdown, ReportScope scope) {
        CallTally now = scope.calls();
        long whole = whole(breakdown, now);
        List<Row> rows = now.rows(breakdown, scope.lens()).stream()
                .map(row -> Row.of(row.bucket(), cells(breakdown, row, whole, scope)))
                .toList();
        return new Table(
                breakdown.label(),
                Optional.of(breakdown.code()),
                columns(scope, part(breakdown)),
                rows,
                breakdown.several() ? Optional.empty() : Optional.of(total(breakdown, now, scope)));
    }

    static Bars bars(String title, boolean horizontal, Breakdown breakdown, ReportScope scope) {
        return new Bars(
                title,
                horizontal,
                scope.calls().rows(breakdown, scope.lens()).stream()
                        .map(row -> new Bar(row.label(), calls(row.count())))
                        .toList());
    }

    /** The most frequent first, those that did not occur left out. */
    static Bars ranked(String title, Breakdown breakdown, ReportScope scope) {
        Predicate<CallTally.Row> known = row -> !row.bucket().equals(Breakdown.NOT_LOGGED);
        return new Bars(
                title,
                true,
                scope.calls().rows(breakdown, scope.lens()).stream()
                        .filter(known.and(row -> row.count() > 0))
                        .sorted(Comparator.comparing(row -> -row.count()))
                        .map(row -> new Bar(row.label(), calls(row.count())))
                        .toList());
    }

    static List<String> columns(ReportScope scope, String part) {
        return scope.callsBefore().isPresent()
                ? List.of(
                        "",
                        scope.period().label(),
                        part,
                        scope.period().yearBefore().label(),
                        "Évolution")
                : List.of("", scope.period().label(), part);
    }

    private static Value[] cells(Breakdown breakdown, CallTally.Row row, long whole, ReportScope scope) {
        List<Value> cells =
                new ArrayList<>(List.of(words(row.label()), calls(row.count()), part(breakdown, row, whole)));
        scope.callsBefore().ifPresent(before -> {
            long then = before.count(breakdown, row.bucket());
            cells.add(calls(then));
            cells.add(change(row.count(), then));
        });
        return cells.toArray(Value[]::new);
    }

    private static List<Value> total(Breakdown breakdown, CallTally now, ReportScope scope) {
        long total = now.total(breakdown);
        List<Value> cells = new ArrayList<>(List.of(words("Total"), calls(total), share(total, total)));
        scope.callsBefore().ifPresent(before -> {
            cells.add(calls(before.total(breakdown)));
            cells.add(change(total, before.total(breakdown)));
        });
        return List.copyOf(cells);
    }

    /** What was not logged is no part of what was. */
    private static Value part(Breakdown breakdown, CallTally.Row row, long whole) {
        return ofLoggedCalls(breakdown) && row.bucket().equals(Breakdown.NOT_LOGGED)
                ? new Value.Missing()
                : share(row.count(), whole);
    }

    private static String part(Breakdown breakdown) {
        if (breakdown.code().equals(OutcomeBreakdowns.WITHOUT_ADVICE.code())) {
            return "Part des appelants interrogés";
        }
        return ofLoggedCalls(breakdown) ? "Part des appels tracés" : "Part";
    }

    /** Several motives may be given for one call: parts are of the calls with a final outcome. */
    private static boolean ofLoggedCalls(Breakdown breakdown) {
        return List.of(
                        OutcomeBreakdowns.MOTIVES.code(),
                        OutcomeBreakdowns.ORIENTATIONS.code(),
                        OutcomeBreakdowns.INFORMATION.code())
                .contains(breakdown.code());
    }

    private static long whole(Breakdown breakdown, CallTally tally) {
        return ofLoggedCalls(breakdown)
                ? tally.count(OutcomeBreakdowns.COMPLETENESS, OutcomeStatus.FINAL.name())
                : tally.total(breakdown);
    }
}
