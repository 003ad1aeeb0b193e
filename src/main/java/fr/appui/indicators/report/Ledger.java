package fr.appui.indicators.report;

import fr.appui.directory.TerritoryCode;
import fr.appui.indicators.pay.Account;
import fr.appui.indicators.pay.FinancialStatement.Entry;
import fr.appui.indicators.pay.Tariff;
import fr.appui.indicators.pay.Tariffs;
import java.util.List;

/** The money's own records: flat rates, headings, and what the hospital entered. */
public interface Ledger {

    Tariffs tariffs();

    /** Adds a flat rate, or replaces the one of the same perimeter and date. */
    void save(Tariff tariff);

    /** In printing order. */
    List<Account> accounts();

    List<Entry> entries(TerritoryCode territory, int year);

    void enter(TerritoryCode territory, Entry entry);
}
