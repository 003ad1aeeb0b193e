package fr.appui.indicators.report;

import static fr.appui.indicators.report.Value.amount;
import static fr.appui.indicators.report.Value.decimal;
import static fr.appui.indicators.report.Value.number;
import static fr.appui.indicators.report.Value.words;

import fr.appui.calendar.DayKind;
import fr.appui.calendar.DutyWindow;
import fr.appui.calendar.PerimeterKind;
import fr.appui.directory.Finess;
import fr.appui.indicators.Breakdown;
import fr.appui.indicators.pay.AccountHeading;
import fr.appui.indicators.pay.Budget;
import fr.appui.indicators.pay.Earned;
import fr.appui.indicators.pay.FinancialStatement;
import fr.appui.indicators.pay.Money;
import fr.appui.indicators.pay.PayStatement;
import fr.appui.indicators.pay.PayStatement.Share;
import fr.appui.indicators.report.Block.Row;
import fr.appui.indicators.report.Block.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** « Les indicateurs financiers » (doc 001 §6): the subsidy, the duties paid, the accounts. */
final class FinancialSection {

    static final String SERVICE_DONE = "Subvention et service fait";
    static final String FLAT_RATES = "Forfaits";
    static final String STATEMENT = "Compte d’emploi de la subvention";
    static final String SUM_OF = "Total des ";

    private FinancialSection() {}

    static Section write(ReportScope scope) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(budget(scope));
        blocks.add(tariffs(scope));
        for (TerritoryYear year : scope.territories()) {
            String suffix = scope.isRegion() ? ", " + year.territory().name() : "";
            PayStatement pay = payOf(year, scope);
            blocks.add(establishments("Forfaits dus par établissement" + suffix, pay, scope));
            if (!scope.isRegion()) {
                blocks.add(physicians(pay, scope));
            }
            blocks.add(accounts(STATEMENT + suffix, statement(year, pay, scope)));
        }
        return new Section("financial", "Indicateurs financiers", blocks);
    }

    static PayStatement payOf(TerritoryYear year, ReportScope scope) {
        return PayStatement.of(
                year.firstDay(),
                year.lastDay(),
                Earned.from(year.duties(), scope.money().tariffs()),
                scope.volunteers());
    }

    private static FinancialStatement statement(TerritoryYear year, PayStatement pay, ReportScope scope) {
        return FinancialStatement.of(
                scope.money().accounts(),
                pay,
                year.territory().host(),
                scope.money().coordination(),
                year.expenses());
    }

    private static Table budget(ReportScope scope) {
        List<Row> rows = new ArrayList<>();
        for (TerritoryYear year : scope.territories()) {
            List<DutyWindow> windows = year.calendar().windows(year.firstDay(), year.lastDay());
            PerimeterKind perimeter =
                    windows.isEmpty() ? PerimeterKind.CORE : windows.getLast().perimeter();
            String name = year.territory().name() + ", "
                    + QualitativeSection.nameOf(perimeter).toLowerCase(Locale.FRENCH);
            rows.add(budgetRow(
                    name + " : année budgétaire",
                    Budget.ofTheSubsidy(perimeter, year.year(), scope.money().tariffs())));
            rows.add(budgetRow(
                    name + " : calendrier " + year.year(),
                    Budget.ofTheCalendar(windows, scope.money().tariffs())));
            PayStatement pay = payOf(year, scope);
            rows.add(Row.of(
                    Breakdown.ALL,
                    words(name + " : service fait"),
                    decimal(total(pay, DayKind.WORKING)),
                    decimal(total(pay, DayKind.NON_WORKING)),
                    amount(pay.total())));
        }
        return new Table(
                SERVICE_DONE,
                Optional.of("service-done"),
                List.of("", "Jours ouvrés", "Samedis, dimanches et fériés", "Montant"),
                rows,
                Optional.empty());
    }

    private static Row budgetRow(String label, Budget budget) {
        return Row.of(
                words(label), number(budget.workingDays()), number(budget.nonWorkingDays()), amount(budget.total()));
    }

    private static Table tariffs(ReportScope scope) {
        List<Row> rows = scope.money().tariffs().versions().stream()
                .map(tariff -> Row.of(
                        words(QualitativeSection.nameOf(tariff.perimeter())),
                        Value.day(tariff.validFrom()),
                        amount(tariff.workingDay()),
                        amount(tariff.nonWorkingDay()),
                        words(tariff.source())))
                .toList();
        return new Table(
                FLAT_RATES,
                Optional.empty(),
                List.of("Périmètre", "Depuis le", "Jour ouvré", "Samedi, dimanche, férié", "Source"),
                rows,
                Optional.empty());
    }

    private static Table establishments(String title, PayStatement pay, ReportScope scope) {
        List<Row> rows = pay.establishments().stream()
                .map(establishment -> Row.of(
                        establishment.map(Finess::value).orElse("UNKNOWN"),
                        words(establishment.map(scope.volunteers()::nameOf).orElse("Employeur inconnu")),
                        number(pay.of(establishment).size()),
                        amount(pay.totalOf(establishment))))
                .toList();
        return new Table(
                title,
                Optional.of("duties-by-establishment"),
                List.of("Établissement", "Médecins", "Montant"),
                rows,
                Optional.of(List.of(words("Total"), number(pay.shares().size()), amount(pay.total()))));
    }

    private static Table physicians(PayStatement pay, ReportScope scope) {
        List<Row> rows = pay.shares().stream()
                .map(share -> Row.of(
                        share.physician().toString(),
                        words(share.establishment()
                                .map(scope.volunteers()::nameOf)
                                .orElse("Employeur inconnu")),
                        words(scope.volunteers().nameOf(share.physician())),
                        decimal(share.daysOn(DayKind.WORKING)),
                        decimal(share.daysOn(DayKind.NON_WORKING)),
                        amount(share.total())))
                .toList();
        return new Table(
                "Forfaits dus par médecin",
                Optional.of("duties-by-physician"),
                List.of("Établissement", "Médecin", "Jours ouvrés", "Samedis, dimanches et fériés", "Montant"),
                rows,
                Optional.of(List.of(
                        words("Total"),
                        words(""),
                        decimal(total(pay, DayKind.WORKING)),
                        decimal(total(pay, DayKind.NON_WORKING)),
                        amount(pay.total()))));
    }

    private static BigDecimal total(PayStatement pay, DayKind kind) {
        return pay.shares().stream().map((Share share) -> share.daysOn(kind)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Table accounts(String title, FinancialStatement statement) {
        List<Row> rows = new ArrayList<>();
        Arrays.stream(AccountHeading.Side.values()).forEach(side -> {
            statement.accounts().stream()
                    .filter(account -> account.side() == side)
                    .forEach(account -> rows.add(Row.of(
                            words(side.label()),
                            words(account.number()),
                            words(account.label()),
                            amount(statement.total(account)))));
            Money total = statement.total(side);
            rows.add(Row.of(
                    words(side.label()),
                    words(""),
                    words(SUM_OF + side.label().toLowerCase(Locale.FRENCH)),
                    amount(total)));
        });
        return new Table(
                title,
                Optional.empty(),
                List.of("", "Compte", "Intitulé", "Montant"),
                rows,
                Optional.of(List.of(words("Solde"), words(""), words(""), amount(statement.balance()))));
    }
}
