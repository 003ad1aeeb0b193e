package fr.appui.indicators.report;

import static fr.appui.indicators.report.Value.amount;
import static fr.appui.indicators.report.Value.calls;
import static fr.appui.indicators.report.Value.decimal;
import static fr.appui.indicators.report.Value.number;
import static fr.appui.indicators.report.Value.share;
import static fr.appui.indicators.report.Value.time;
import static fr.appui.indicators.report.Value.words;

import fr.appui.french.Typography;
import fr.appui.indicators.Breakdown;
import fr.appui.indicators.CallTally;
import fr.appui.indicators.HeldWindow;
import fr.appui.indicators.LineBreakdowns;
import fr.appui.indicators.OutcomeBreakdowns;
import fr.appui.indicators.Workforce;
import fr.appui.indicators.pay.FinancialStatement;
import fr.appui.indicators.pay.Money;
import fr.appui.indicators.report.Block.Row;
import fr.appui.indicators.report.Block.Table;
import fr.appui.trace.OutcomeStatus;
import fr.appui.trace.WithoutAdvice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The year on one page: what whoever signs reads first. Each figure stands again, with its detail, in a section below. */
final class SummarySection {

    static final String TITLE = "L’année en bref";

    private SummarySection() {}

    static Section write(ReportScope scope) {
        List<Row> rows = new ArrayList<>(List.of(
                ofCalls(scope, "calls:ALL", "Volume d’appels", tally -> calls(tally.volume())),
                ofCalls(scope, "response:ANSWERED", "Taux de réponse d’un médecin", SummarySection::responseRate),
                ofCalls(
                        scope,
                        "time-to-human:ALL",
                        "Délai médian jusqu’au médecin",
                        tally -> time(tally.timeToHuman().median())),
                ofCalls(
                        scope,
                        "time-to-human:60",
                        "Réponses en 60 s ou moins",
                        tally -> QuantitativeSection.within(tally, "60")),
                ofCalls(
                        scope,
                        "outcome-completeness:FINAL",
                        "Fiches complétées après l’appel",
                        tally -> share(
                                tally.count(OutcomeBreakdowns.COMPLETENESS, OutcomeStatus.FINAL.name()),
                                tally.total(OutcomeBreakdowns.COMPLETENESS))),
                ofCalls(
                        scope,
                        "",
                        "Appelants interrogés qui auraient appelé le 15, adressé aux urgences ou demandé une hospitalisation",
                        SummarySection::avoided),
                QuantitativeSection.row(
                        scope,
                        "duties-by-coverage:COVERED",
                        "Plages tenues en entier",
                        words(held(scope.territories())),
                        scope.before().isEmpty() ? Optional.empty() : Optional.of(words(held(scope.before())))),
                ofWorkforce(
                        scope,
                        "Établissements participants",
                        people -> number(people.establishments().size())),
                ofWorkforce(
                        scope,
                        "Médecins ayant tenu au moins une astreinte",
                        people -> number(people.parts().size())),
                ofWorkforce(scope, "ETP mobilisés", people -> decimal(people.fullTimeEquivalent()))));
        if (scope.period().isYear()) {
            List<FinancialStatement> statements = scope.territories().stream()
                    .map(year -> FinancialSection.statement(year, scope))
                    .toList();
            rows.add(money(scope, "Subvention reçue", statements, FinancialStatement::received));
            rows.add(money(scope, "Dépenses", statements, FinancialStatement::spent));
            balances(scope, statements).forEach(rows::add);
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Table(TITLE, Optional.empty(), QuantitativeSection.yearColumns(scope), rows, Optional.empty()));
        mostFrequent(scope).ifPresent(blocks::add);
        return new Section("summary", "Synthèse", blocks);
    }

    private static Row ofCalls(ReportScope scope, String bucket, String label, Function<CallTally, Value> figure) {
        return QuantitativeSection.row(
                scope,
                bucket,
                label,
                figure.apply(scope.calls()),
                scope.callsBefore().map(figure));
    }

    private static Row ofWorkforce(ReportScope scope, String label, Function<Workforce, Value> figure) {
        return QuantitativeSection.row(
                scope,
                "service-done:ALL",
                label,
                figure.apply(scope.workforce()),
                scope.workforceBefore().map(figure));
    }

    /** What one hospital gives back pays no debt of another, and coordination none of duties: each side has its own sum. */
    private static Stream<Row> balances(ReportScope scope, List<FinancialStatement> statements) {
        return Stream.of(
                        money(scope, FinancialSection.LEFT, statements, FinancialStatement::left),
                        money(scope, FinancialSection.BEYOND, statements, FinancialStatement::beyond))
                .filter(row -> !row.cells().get(1).equals(amount(Money.ZERO)));
    }

    /** The year before is another document's. */
    private static Row money(
            ReportScope scope,
            String label,
            List<FinancialStatement> statements,
            Function<FinancialStatement, Money> figure) {
        return QuantitativeSection.row(
                scope, "", label, amount(Money.sum(statements.stream().map(figure))), Optional.empty());
    }

    private static Value responseRate(CallTally tally) {
        return share(
                tally.count(LineBreakdowns.RESPONSE, LineBreakdowns.ANSWERED), tally.total(LineBreakdowns.RESPONSE));
    }

    private static Value avoided(CallTally tally) {
        long otherwise =
                List.of(WithoutAdvice.CALL_15, WithoutAdvice.EMERGENCY_DEPARTMENT, WithoutAdvice.ADMISSION).stream()
                        .mapToLong(answer -> tally.count(OutcomeBreakdowns.WITHOUT_ADVICE, answer.name()))
                        .sum();
        return share(otherwise, tally.total(OutcomeBreakdowns.WITHOUT_ADVICE));
    }

    private static String held(List<TerritoryYear> years) {
        List<HeldWindow> duties =
                years.stream().flatMap(year -> year.duties().stream()).toList();
        long whole = duties.stream().filter(duty -> duty.uncovered().isZero()).count();
        return Typography.number(whole) + " sur " + Typography.number(duties.size());
    }

    private static Optional<Block> mostFrequent(ReportScope scope) {
        List<String> first = List.of(
                        first("appelant", OutcomeBreakdowns.CALLER_PROFILES, scope),
                        first("motif", OutcomeBreakdowns.MOTIVES, scope),
                        first("orientation", OutcomeBreakdowns.ORIENTATIONS, scope))
                .stream()
                .flatMap(Optional::stream)
                .toList();
        return first.isEmpty()
                ? Optional.empty()
                : Optional.of(new Block.Paragraph("Les plus fréquents : " + String.join(" ; ", first) + "."));
    }

    private static Optional<String> first(String what, Breakdown breakdown, ReportScope scope) {
        return scope.calls().rows(breakdown, scope.lens()).stream()
                .filter(row -> row.count() > 0
                        && !row.bucket().equals(Breakdown.NOT_LOGGED)
                        && !row.bucket().equals(Breakdown.NOT_SAID))
                .max(Comparator.comparing(CallTally.Row::count))
                .map(row -> what + " « " + row.label() + " » (" + Typography.number(row.count()) + ")");
    }
}
