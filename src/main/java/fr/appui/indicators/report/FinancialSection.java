package fr.appui.indicators.report;

import static fr.appui.indicators.report.Value.amount;
import static fr.appui.indicators.report.Value.decimal;
import static fr.appui.indicators.report.Value.number;
import static fr.appui.indicators.report.Value.words;

import fr.appui.calendar.DayKind;
import fr.appui.calendar.DutyWindow;
import fr.appui.directory.Finess;
import fr.appui.french.FrenchDate;
import fr.appui.indicators.BackUpPay;
import fr.appui.indicators.Breakdown;
import fr.appui.indicators.pay.AccountHeading;
import fr.appui.indicators.pay.Budget;
import fr.appui.indicators.pay.Earned;
import fr.appui.indicators.pay.FinancialStatement;
import fr.appui.indicators.pay.FinancialStatement.Purpose;
import fr.appui.indicators.pay.Money;
import fr.appui.indicators.pay.PayStatement;
import fr.appui.indicators.pay.PayStatement.Share;
import fr.appui.indicators.report.Block.Row;
import fr.appui.indicators.report.Block.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** « Les indicateurs financiers » (doc 001 §6): the subsidy, the duties paid, the accounts. */
final class FinancialSection {

    static final String SERVICE_DONE = "Subvention et service fait";
    static final String FLAT_RATES = "Forfaits";
    static final String STATEMENT = "Compte d’emploi de la subvention";
    static final String BY_PURPOSE = "Solde de la subvention, par objet";
    static final String LEFT = "À restituer ou à reporter";
    static final String WITHOUT_INCOME = "sans recette notifiée à cet objet";
    static final String BEYOND = "Dépensé au-delà des sommes reçues";
    static final String REGION = "Emploi de la subvention, par territoire";

    private static final String DONE = " : service fait";

    private FinancialSection() {}

    /** Whether a row of {@link #SERVICE_DONE} tells what was done in the territory of this name. */
    static boolean isServiceDone(String row, String territory) {
        return row.startsWith(territory + ", ") && row.endsWith(DONE);
    }

    static Section write(ReportScope scope) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(budget(scope));
        blocks.add(tariffs(scope));
        for (TerritoryYear year : scope.territories()) {
            String suffix = scope.isRegion() ? ", " + year.territory().name() : "";
            PayStatement pay = payOf(year, scope);
            blocks.add(establishments("Forfaits dus par établissement" + suffix, pay, year, scope));
            blocks.add(new Block.Paragraph(backUpRule(year, scope)));
            blocks.add(statement(STATEMENT + suffix, statement(year, scope)));
            blocks.add(byPurpose(BY_PURPOSE + suffix, statement(year, scope)));
            if (!scope.isRegion()) {
                blocks.add(physicians(pay, scope));
                PayStatement backUps = backUpPay(year, scope);
                if (!backUps.shares().isEmpty()) {
                    blocks.add(PayPrint.backUps(backUps, scope.volunteers()));
                }
            }
        }
        if (scope.isRegion()) {
            blocks.add(byTerritory(scope));
        }
        return new Section("financial", "Indicateurs financiers", blocks);
    }

    private static String backUpRule(TerritoryYear year, ReportScope scope) {
        return backUpRule(
                scope.money().backUpPayOf(year.territory().code()),
                scope.isRegion() ? year.territory().name() : "");
    }

    /** @param territory named in a region's document, else empty */
    static String backUpRule(BackUpPay pay, String territory) {
        String rule = pay.sentence();
        return territory.isEmpty()
                ? rule
                : territory + " : " + Character.toLowerCase(rule.charAt(0)) + rule.substring(1);
    }

    static PayStatement payOf(TerritoryYear year, ReportScope scope) {
        return PayStatement.of(
                year.firstDay(),
                year.lastDay(),
                Earned.from(year.duties(), scope.money().tariffs()),
                scope.volunteers());
    }

    private static PayStatement backUpPay(TerritoryYear year, ReportScope scope) {
        return PayStatement.of(
                year.firstDay(),
                year.lastDay(),
                Earned.ofBackUps(
                        year.backUps(),
                        scope.money().backUpPayOf(year.territory().code()),
                        scope.money().tariffs()),
                scope.volunteers());
    }

    static FinancialStatement statement(TerritoryYear year, ReportScope scope) {
        return FinancialStatement.of(
                scope.money().accounts(),
                payOf(year, scope).and(backUpPay(year, scope)),
                year.territory().host(),
                scope.money().chargesOf(year.territory().code()),
                year.expenses());
    }

    private static Table budget(ReportScope scope) {
        List<Row> rows = new ArrayList<>();
        for (TerritoryYear year : scope.territories()) {
            List<DutyWindow> windows = year.calendar().windows(year.firstDay(), year.lastDay());
            String name = year.territory().name() + ", " + perimeters(windows);
            rows.add(budgetRow(
                    name + " : année budgétaire",
                    Budget.ofTheSubsidy(windows, scope.money().tariffs())));
            rows.add(budgetRow(
                    name + " : calendrier " + year.year(),
                    Budget.ofTheCalendar(windows, scope.money().tariffs())));
            PayStatement pay = payOf(year, scope);
            rows.add(Row.of(
                    Breakdown.ALL,
                    words(name + DONE),
                    decimal(total(pay, DayKind.WORKING)),
                    decimal(total(pay, DayKind.NON_WORKING)),
                    amount(pay.total())));
            rows.add(Row.of(
                    words(name + " : coordination prévue par le cahier des charges, par an"),
                    new Value.Missing(),
                    new Value.Missing(),
                    amount(scope.money().coordination().yearlyAmount())));
        }
        return new Table(
                SERVICE_DONE,
                Optional.of("service-done"),
                List.of("", "Jours ouvrés", "Samedis, dimanches et fériés", "Montant"),
                rows,
                Optional.empty());
    }

    /** Each that a day of the year was under, in order. */
    private static String perimeters(List<DutyWindow> windows) {
        return windows.stream()
                .map(DutyWindow::perimeter)
                .distinct()
                .map(QualitativeSection::nameOf)
                .map(name -> name.toLowerCase(Locale.FRENCH))
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(" puis "), names -> names.isEmpty() ? "aucune plage" : names));
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

    /** What is owed to whom, and by which agreement: a recovery statement. */
    private static Table establishments(String title, PayStatement pay, TerritoryYear year, ReportScope scope) {
        List<Row> rows = pay.establishments().stream()
                .map(establishment -> Row.of(
                        establishment.map(Finess::value).orElse("UNKNOWN"),
                        words(establishment.map(scope.volunteers()::nameOf).orElse("Employeur inconnu")),
                        words(entitlement(establishment, year)),
                        number(pay.of(establishment).size()),
                        amount(pay.totalOf(establishment))))
                .toList();
        return new Table(
                title,
                Optional.of("duties-by-establishment"),
                List.of("Établissement", "Versé au titre de", "Médecins", "Montant"),
                rows,
                Optional.of(
                        List.of(words("Total"), words(""), number(pay.shares().size()), amount(pay.total()))));
    }

    private static String entitlement(Optional<Finess> establishment, TerritoryYear year) {
        if (establishment.isPresent() && establishment.equals(year.territory().host())) {
            return "établissement porteur";
        }
        List<String> agreements = year.partners().agreements().stream()
                .filter(agreement ->
                        establishment.filter(agreement.partner()::equals).isPresent())
                .filter(agreement -> agreement.dates().from().compareTo(year.lastDay()) <= 0)
                .map(agreement -> "convention signée le " + FrenchDate.of(agreement.signedOn()) + ", applicable du "
                        + FrenchDate.of(agreement.dates().from())
                        + agreement
                                .dates()
                                .to()
                                .map(to -> " au " + FrenchDate.of(to))
                                .orElse(""))
                .toList();
        return agreements.isEmpty() ? "aucune convention : à régulariser" : String.join(" ; ", agreements);
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
                        words(PayPrint.shared(share)),
                        amount(share.total())))
                .toList();
        return new Table(
                "Forfaits dus par médecin",
                Optional.of("duties-by-physician"),
                List.of(
                        "Établissement",
                        "Médecin",
                        "Jours ouvrés",
                        "Samedis, dimanches et fériés",
                        PayPrint.SHARED,
                        "Montant"),
                rows,
                Optional.of(List.of(
                        words("Total"),
                        words(""),
                        decimal(total(pay, DayKind.WORKING)),
                        decimal(total(pay, DayKind.NON_WORKING)),
                        words(""),
                        amount(pay.total()))));
    }

    private static BigDecimal total(PayStatement pay, DayKind kind) {
        return pay.shares().stream().map((Share share) -> share.daysOn(kind)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What was notified, received and spent, each line with its date or heading, and what becomes of the rest. */
    private static Table statement(String title, FinancialStatement statement) {
        List<Row> rows = new ArrayList<>();
        dated(rows, "Notifié", statement.notices(), statement);
        rows.add(sum("notifié", statement.notified()));
        dated(rows, "Reçu", statement.receipts(), statement);
        rows.add(sum("reçu", statement.received()));
        statement
                .expenses()
                .forEach(account -> rows.add(Row.of(
                        words("Dépensé"),
                        new Value.Missing(),
                        words(account.number()),
                        words(account.label()),
                        spentOn(account, statement))));
        rows.add(sum("dépensé", statement.spent()));
        return new Table(
                title, Optional.empty(), List.of("", "Date", "Compte", "Intitulé", "Montant"), rows, Optional.empty());
    }

    /** What one purpose left pays nothing of another: two columns, each added up by itself. */
    private static Table byPurpose(String title, FinancialStatement statement) {
        List<Row> rows = Stream.of(Purpose.values())
                .filter(purpose -> purpose != Purpose.OTHER
                        || statement.received(purpose).cents() != 0
                        || statement.spent(purpose).cents() != 0)
                .map(purpose -> Row.of(
                        words(
                                statement.hasIncomeFor(purpose)
                                        ? purpose.label()
                                        : purpose.label() + ", " + WITHOUT_INCOME),
                        amount(statement.received(purpose)),
                        amount(statement.spent(purpose)),
                        amount(statement.left(purpose)),
                        amount(statement.beyond(purpose))))
                .toList();
        return new Table(
                title,
                Optional.empty(),
                List.of("", "Reçu", "Dépensé", LEFT, BEYOND),
                rows,
                Optional.of(List.of(
                        words("Total"),
                        amount(statement.received()),
                        amount(statement.spent()),
                        amount(statement.left()),
                        amount(statement.beyond()))));
    }

    /** Nothing entered is not nothing spent. */
    private static Value spentOn(AccountHeading account, FinancialStatement statement) {
        return statement.of(account).isEmpty() ? new Value.Missing() : amount(statement.total(account));
    }

    private static void dated(
            List<Row> rows, String column, List<AccountHeading> accounts, FinancialStatement statement) {
        accounts.forEach(account -> statement
                .of(account)
                .forEach(entry -> rows.add(Row.of(
                        words(column),
                        Value.day(entry.date()),
                        words(account.number()),
                        words(account.label() + ", " + entry.label()),
                        amount(entry.amount())))));
    }

    private static Row sum(String what, Money amount) {
        return Row.of(words(Table.SUM_OF + what), words(""), words(""), words(""), amount(amount));
    }

    private static Table byTerritory(ReportScope scope) {
        List<FinancialStatement> statements =
                scope.territories().stream().map(year -> statement(year, scope)).toList();
        List<Row> rows = IntStream.range(0, statements.size())
                .mapToObj(at ->
                        Row.of(columns(scope.territories().get(at).territory().name(), List.of(statements.get(at)))))
                .toList();
        return new Table(
                REGION,
                Optional.empty(),
                List.of("Territoire", "Notifié", "Reçu", "Dépensé", LEFT, BEYOND),
                rows,
                Optional.of(List.of(columns("Région", statements))));
    }

    private static Value[] columns(String name, List<FinancialStatement> statements) {
        return Stream.concat(
                        Stream.of(words(name)),
                        Stream.<Function<FinancialStatement, Money>>of(
                                        FinancialStatement::notified,
                                        FinancialStatement::received,
                                        FinancialStatement::spent,
                                        FinancialStatement::left,
                                        FinancialStatement::beyond)
                                .map(figure ->
                                        amount(Money.sum(statements.stream().map(figure)))))
                .toArray(Value[]::new);
    }
}
