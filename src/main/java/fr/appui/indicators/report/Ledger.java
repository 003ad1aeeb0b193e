package fr.appui.indicators.report;

import fr.appui.directory.TerritoryCode;
import fr.appui.indicators.pay.AccountHeading;
import fr.appui.indicators.pay.FinancialStatement.Entry;
import fr.appui.indicators.pay.Tariff;
import fr.appui.indicators.pay.Tariffs;
import java.util.List;
import java.util.Set;

/** The money's own records: flat rates, headings, and what the hospital entered. */
public interface Ledger {

    Tariffs tariffs();

    /** Adds a flat rate, or replaces the one of the same perimeter and date. */
    void save(Tariff tariff);

    /** In printing order. */
    List<AccountHeading> accounts();

    /** These headings instead of those there were, in this order; all that {@link #accountsEntered} names must be among them. */
    void replaceAccounts(List<AccountHeading> accounts);

    /** The codes of the headings that the hospital entered something under. */
    Set<String> accountsEntered();

    List<Entry> entries(TerritoryCode territory, int year);

    void enter(TerritoryCode territory, Entry entry);
}
