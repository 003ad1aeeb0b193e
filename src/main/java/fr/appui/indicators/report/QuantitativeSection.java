package fr.appui.indicators.report;

import static fr.appui.indicators.report.Value.calls;
import static fr.appui.indicators.report.Value.decimal;
import static fr.appui.indicators.report.Value.number;
import static fr.appui.indicators.report.Value.share;
import static fr.appui.indicators.report.Value.time;
import static fr.appui.indicators.report.Value.words;

import fr.appui.french.FrenchDate;
import fr.appui.indicators.Breakdown;
import fr.appui.indicators.CallTally;
import fr.appui.indicators.LineBreakdowns;
import fr.appui.indicators.OutcomeBreakdowns;
import fr.appui.indicators.Workforce;
import fr.appui.indicators.report.Block.HeatMap;
import fr.appui.indicators.report.Block.Row;
import fr.appui.indicators.report.Block.Table;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** « Les indicateurs quantitatifs » (doc 001 §6): volume, establishments and teams, ETP, roulements; then the detail. */
final class QuantitativeSection {

    private QuantitativeSection() {}

    static Section write(ReportScope scope) {
        List<Block> blocks = new ArrayList<>(List.of(keyFigures(scope), weeksByQuarter(scope)));
        missingShares(scope).ifPresent(blocks::add);
        comparison(scope).ifPresent(blocks::add);
        if (scope.isRegion()) {
            blocks.add(byTerritory(scope));
        }
        blocks.add(Tables.bars("Les appels de l’année, mois après mois", false, LineBreakdowns.BY_MONTH, scope));
        blocks.add(Tables.of(LineBreakdowns.BY_MONTH, scope));
        blocks.add(heatMap(scope));
        blocks.add(Tables.of(LineBreakdowns.BY_WEEKDAY, scope));
        blocks.add(Tables.of(LineBreakdowns.BY_WINDOW_KIND, scope));
        blocks.add(Tables.of(LineBreakdowns.BY_CHANNEL, scope));
        blocks.add(Tables.of(LineBreakdowns.BY_ENDING, scope));
        blocks.add(Tables.of(LineBreakdowns.RESPONSE, scope));
        blocks.add(Tables.of(LineBreakdowns.REGULATED_BY_ENDING, scope));
        blocks.add(Tables.bars(
                "Les appels selon le délai jusqu’au médecin", false, LineBreakdowns.BY_TIME_TO_HUMAN, scope));
        blocks.add(timeToHuman(scope));
        blocks.add(Tables.of(LineBreakdowns.BY_RUNG, scope));
        blocks.add(Tables.of(LineBreakdowns.PUT_THROUGH, scope));
        blocks.add(Tables.of(OutcomeBreakdowns.DURATIONS, scope));
        blocks.add(Tables.of(OutcomeBreakdowns.COMPLETENESS, scope));
        return new Section("quantitative", "Indicateurs quantitatifs", blocks);
    }

    private static Table keyFigures(ReportScope scope) {
        CallTally calls = scope.calls();
        Workforce workforce = scope.workforce();
        Optional<CallTally> callsBefore = scope.callsBefore();
        Optional<Workforce> before = scope.workforceBefore();
        List<Row> rows = List.of(
                row(
                        scope,
                        "calls:ALL",
                        "Volume d’appels",
                        calls(calls.volume()),
                        callsBefore.map(then -> calls(then.volume()))),
                row(
                        scope,
                        "service-done:ALL",
                        "Établissements participant à l’appui",
                        number(workforce.establishments().size()),
                        before.map(then -> number(then.establishments().size()))),
                row(
                        scope,
                        "service-done:ALL",
                        "Équipes participant à l’appui",
                        number(workforce.teams().size()),
                        before.map(then -> number(then.teams().size()))),
                row(
                        scope,
                        "service-done:ALL",
                        "Médecins ayant tenu au moins une astreinte",
                        number(workforce.parts().size()),
                        before.map(then -> number(then.parts().size()))),
                row(
                        scope,
                        "fte-mobilised:ALL",
                        "ETP mobilisés",
                        decimal(workforce.fullTimeEquivalent()),
                        before.map(then -> decimal(then.fullTimeEquivalent()))),
                row(
                        scope,
                        "call-length:ALL",
                        "Durée médiane d’un appel",
                        time(calls.callLength().median()),
                        callsBefore.map(then -> time(then.callLength().median()))),
                row(
                        scope,
                        "time-to-human:ALL",
                        "Délai médian jusqu’au médecin",
                        time(calls.timeToHuman().median()),
                        callsBefore.map(then -> time(then.timeToHuman().median()))));
        return new Table("Chiffres clés", Optional.empty(), yearColumns(scope), rows, Optional.empty());
    }

    private static Table weeksByQuarter(ReportScope scope) {
        List<Row> rows = IntStream.rangeClosed(1, 4)
                .filter(scope.period()::touchesQuarter)
                .mapToObj(quarter -> {
                    Workforce workforce = scope.workforce().inQuarter(quarter);
                    return Row.of(
                            "Q" + quarter,
                            words("T" + quarter + " " + scope.year()),
                            decimal(workforce.weeks()),
                            decimal(workforce.fullTimeEquivalent()),
                            decimal(workforce.weeksPerFullTimeEquivalent()));
                })
                .toList();
        return new Table(
                "Roulements par trimestre et par ETP",
                Optional.of("rotations-per-fte"),
                List.of("Trimestre", "Semaines d’appui", "ETP mobilisés", "Roulements par ETP"),
                rows,
                Optional.empty());
    }

    private static Optional<Block> missingShares(ReportScope scope) {
        List<String> names = scope.workforce().withoutShare().stream()
                .map(scope.volunteers()::nameOf)
                .toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(new Block.Paragraph(
                        "Quotité non renseignée, donc absente des ETP : " + String.join(", ", names) + "."));
    }

    /** A draft is compared with the same days of the year before, and says so. */
    private static Optional<Block> comparison(ReportScope scope) {
        return scope.before().isEmpty()
                        || scope.coversUntil().equals(scope.period().last())
                ? Optional.empty()
                : Optional.of(new Block.Paragraph("Période en cours : comptée jusqu’au "
                        + FrenchDate.of(scope.coversUntil()) + ", et comparée aux mêmes jours de l’année précédente."));
    }

    private static Table byTerritory(ReportScope scope) {
        List<Row> rows = scope.territories().stream()
                .map(year -> Row.of(
                        "territory:" + year.territory().code(),
                        words(year.territory().name()),
                        calls(year.calls().volume()),
                        share(year.calls().volume(), scope.calls().volume()),
                        number(year.workforce().parts().size()),
                        decimal(year.workforce().fullTimeEquivalent()),
                        time(year.calls().timeToHuman().median())))
                .toList();
        return new Table(
                "Territoires",
                Optional.empty(),
                List.of("Territoire", "Appels", "Part", "Médecins", "ETP", "Délai médian"),
                rows,
                Optional.empty());
    }

    private static Table timeToHuman(ReportScope scope) {
        CallTally calls = scope.calls();
        Optional<CallTally> before = scope.callsBefore();
        List<Row> rows = List.of(
                row(
                        scope,
                        "ALL",
                        "Appels répondus par un médecin",
                        calls(calls.timeToHuman().count()),
                        before.map(then -> calls(then.timeToHuman().count()))),
                row(
                        scope,
                        "ALL",
                        "Délai médian",
                        time(calls.timeToHuman().median()),
                        before.map(then -> time(then.timeToHuman().median()))),
                row(
                        scope,
                        "ALL",
                        "9 appels sur 10 en moins de",
                        time(calls.timeToHuman().quantile(0.9)),
                        before.map(then -> time(then.timeToHuman().quantile(0.9)))),
                row(scope, "15", "En 15 s ou moins", within(calls, "15"), before.map(then -> within(then, "15"))),
                row(scope, "30", "En 30 s ou moins", within(calls, "30"), before.map(then -> within(then, "30"))),
                row(scope, "60", "En 60 s ou moins", within(calls, "60"), before.map(then -> within(then, "60"))));
        return new Table(
                "Délai jusqu’au médecin", Optional.of("time-to-human"), yearColumns(scope), rows, Optional.empty());
    }

    static Value within(CallTally calls, String seconds) {
        Breakdown within = LineBreakdowns.TIME_TO_HUMAN;
        return share(calls.count(within, seconds), calls.count(within, Breakdown.ALL));
    }

    private static HeatMap heatMap(ReportScope scope) {
        CallTally calls = scope.calls();
        Function<DayOfWeek, List<Value>> hours = day -> IntStream.range(0, 24)
                .mapToObj(hour -> calls(
                        calls.count(LineBreakdowns.BY_WEEKDAY_AND_HOUR, LineBreakdowns.weekdayAndHour(day, hour))))
                .toList();
        return new HeatMap(
                "Appels par jour et par heure",
                Arrays.stream(DayOfWeek.values())
                        .map(day -> day.getDisplayName(TextStyle.FULL, Locale.FRENCH))
                        .toList(),
                Arrays.stream(DayOfWeek.values()).map(hours).toList());
    }

    static Row row(ReportScope scope, String bucket, String label, Value now, Optional<Value> then) {
        Optional<String> listed = Optional.of(bucket).filter(text -> !text.isEmpty());
        return scope.before().isEmpty()
                ? new Row(listed, List.of(words(label), now))
                : new Row(listed, List.of(words(label), now, then.orElseGet(Value.Missing::new)));
    }

    static List<String> yearColumns(ReportScope scope) {
        return scope.before().isEmpty()
                ? List.of("", scope.period().label())
                : List.of(
                        "", scope.period().label(), scope.period().yearBefore().label());
    }
}
