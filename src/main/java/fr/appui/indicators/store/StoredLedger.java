package fr.appui.indicators.store;

import fr.appui.calendar.PerimeterKind;
import fr.appui.directory.Audit;
import fr.appui.directory.TerritoryCode;
import fr.appui.french.Typography;
import fr.appui.indicators.pay.AccountHeading;
import fr.appui.indicators.pay.FinancialStatement;
import fr.appui.indicators.pay.FinancialStatement.Entry;
import fr.appui.indicators.pay.Money;
import fr.appui.indicators.pay.Tariff;
import fr.appui.indicators.pay.Tariffs;
import fr.appui.indicators.report.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@ApplicationScoped
class StoredLedger implements Ledger {

    private final EntityManager database;
    private final Audit audit;

    StoredLedger(EntityManager database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    @Override
    @Transactional
    public Tariffs tariffs() {
        return new Tariffs(Rows.of(database.createNativeQuery(
                        "SELECT perimeter, valid_from, working_cents, non_working_cents, source FROM tariff",
                        Tuple.class))
                .map(row -> new Tariff(
                        PerimeterKind.valueOf(row.get(0, String.class)),
                        Rows.date(row, 1),
                        new Money(Rows.number(row, 2)),
                        new Money(Rows.number(row, 3)),
                        row.get(4, String.class)))
                .toList());
    }

    @Override
    @Transactional
    public void save(Tariff tariff, String by) {
        database.createNativeQuery("SELECT perimeter FROM tariff WHERE perimeter = ?1 AND valid_from = ?2 FOR UPDATE")
                .setParameter(1, tariff.perimeter().name())
                .setParameter(2, tariff.validFrom())
                .getResultList();
        List<Tariff> before = tariffs().versions().stream()
                .filter(known -> known.perimeter() == tariff.perimeter()
                        && known.validFrom().equals(tariff.validFrom()))
                .toList();
        audit.record(
                by,
                "tariff.kept",
                tariff.perimeter() + " " + tariff.validFrom(),
                rates(tariff)
                        + before.stream()
                                .map(known -> ", au lieu de " + rates(known))
                                .collect(Collectors.joining()));
        database.createNativeQuery("REPLACE INTO tariff VALUES (?1, ?2, ?3, ?4, ?5)")
                .setParameter(1, tariff.perimeter().name())
                .setParameter(2, tariff.validFrom())
                .setParameter(3, tariff.workingDay().cents())
                .setParameter(4, tariff.nonWorkingDay().cents())
                .setParameter(5, tariff.source())
                .executeUpdate();
    }

    private static String rates(Tariff tariff) {
        return Typography.euros(tariff.workingDay().cents()) + " un jour ouvré, "
                + Typography.euros(tariff.nonWorkingDay().cents()) + " les autres (" + tariff.source() + ")";
    }

    @Override
    @Transactional
    public List<AccountHeading> accounts() {
        return Rows.of(database.createNativeQuery(
                        "SELECT code, number, label, side FROM ledger_account ORDER BY position", Tuple.class))
                .map(row -> new AccountHeading(
                        row.get(0, String.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        AccountHeading.Side.valueOf(row.get(3, String.class))))
                .toList();
    }

    @Override
    @Transactional
    public Set<String> replaceAccounts(List<AccountHeading> accounts, String by) {
        database.createNativeQuery("SELECT code FROM ledger_account FOR UPDATE").getResultList();
        Set<String> missing = FinancialStatement.missing(accounts, accountsEntered());
        if (missing.isEmpty()) {
            record(told(accounts()), told(accounts), by);
            replace(accounts);
        }
        return missing;
    }

    /** An entry of the log for each heading that is another one now. */
    private void record(Map<String, String> before, Map<String, String> after, String by) {
        Stream.concat(before.keySet().stream(), after.keySet().stream())
                .distinct()
                .filter(code -> !Objects.equals(before.get(code), after.get(code)))
                .forEach(code -> audit.record(
                        by,
                        "chart-of-accounts.changed",
                        code,
                        Audit.change(Optional.ofNullable(before.get(code)), Optional.ofNullable(after.get(code)))));
    }

    /** Each heading by its code, with its place in what is printed. */
    private static Map<String, String> told(List<AccountHeading> accounts) {
        Map<String, String> told = new LinkedHashMap<>();
        for (AccountHeading account : accounts) {
            told.put(
                    account.code(),
                    account.number() + " " + account.label() + " ("
                            + account.side().label() + ", place " + (told.size() + 1) + ")");
        }
        return told;
    }

    private void replace(List<AccountHeading> accounts) {
        database.createNativeQuery("DELETE FROM ledger_account WHERE code NOT IN (?1)")
                .setParameter(1, accounts.stream().map(AccountHeading::code).toList())
                .executeUpdate();
        int position = 0;
        for (AccountHeading account : accounts) {
            position++;
            database.createNativeQuery("INSERT INTO ledger_account (code, number, label, side, position)"
                            + " VALUES (?1, ?2, ?3, ?4, ?5) ON DUPLICATE KEY UPDATE number = VALUES(number),"
                            + " label = VALUES(label), side = VALUES(side), position = VALUES(position)")
                    .setParameter(1, account.code())
                    .setParameter(2, account.number())
                    .setParameter(3, account.label())
                    .setParameter(4, account.side().name())
                    .setParameter(5, position)
                    .executeUpdate();
        }
    }

    private Set<String> accountsEntered() {
        return Rows.of(database.createNativeQuery("SELECT DISTINCT account FROM expense", Tuple.class))
                .map(row -> row.get(0, String.class))
                .collect(Collectors.toSet());
    }

    @Override
    @Transactional
    public List<Entry> entries(TerritoryCode territory, int year) {
        return Rows.of(database.createNativeQuery(
                                "SELECT day, account, label, cents FROM expense WHERE territory = ?1 AND day BETWEEN"
                                        + " ?2 AND ?3 ORDER BY day, id",
                                Tuple.class)
                        .setParameter(1, territory.value())
                        .setParameter(2, LocalDate.of(year, 1, 1))
                        .setParameter(3, LocalDate.of(year, 12, 31)))
                .map(row -> new Entry(
                        Rows.date(row, 0),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        new Money(Rows.number(row, 3))))
                .toList();
    }

    /** Who enters waits for whoever enters under that heading. */
    @Override
    @Transactional
    public Entering enter(TerritoryCode territory, Entry entry) {
        database.createNativeQuery("SELECT code FROM ledger_account WHERE code = ?1 FOR UPDATE")
                .setParameter(1, entry.account())
                .getResultList();
        List<Entry> entered = entries(territory, entry.date().getYear());
        if (Collections.frequency(entered, entry) > Collections.frequency(entered, entry.takenBack())) {
            return Entering.ALREADY_THERE;
        }
        Money sum = Money.sum(entered.stream()
                .filter(known -> known.account().equals(entry.account()))
                .map(Entry::amount));
        if (entry.amount().cents() < 0 && sum.plus(entry.amount()).cents() < 0) {
            return Entering.BELOW_ZERO;
        }
        return insert(territory, entry) ? Entering.ENTERED : Entering.NO_SUCH_ACCOUNT;
    }

    private boolean insert(TerritoryCode territory, Entry entry) {
        return database.createNativeQuery("INSERT INTO expense (territory, day, account, label, cents)"
                                + " SELECT ?1, ?2, code, ?4, ?5 FROM ledger_account WHERE code = ?3 LOCK IN SHARE MODE")
                        .setParameter(1, territory.value())
                        .setParameter(2, entry.date())
                        .setParameter(3, entry.account())
                        .setParameter(4, entry.label())
                        .setParameter(5, entry.amount().cents())
                        .executeUpdate()
                == 1;
    }
}
