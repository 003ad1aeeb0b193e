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
    /** Adds a rate, or replaces the one of its perimeter and date; what it was is in the audit log. */
    void save(Tariff tariff, String by);

    /** In printing order. */
    List<AccountHeading> accounts();

    /**
     * These headings instead of those there were, in this order; while it decides, nothing is entered.
     *
     * @return the codes of those that the calculation or an entry goes to and that are not among them: nothing is changed then
     */
    Set<String> replaceAccounts(List<AccountHeading> accounts, String by);

    List<Entry> entries(TerritoryCode territory, int year);

    /** What came of entering something; only the first of these entered it. */
    enum Entering {
        ENTERED,
        /** Its heading is none of {@link #accounts}. */
        NO_SUCH_ACCOUNT,
        /** The same day, heading, label and amount stand there already and were not taken back: a form that was sent twice. */
        ALREADY_THERE,
        /** More would be taken back than was entered under its heading that year. */
        BELOW_ZERO
    }

    /** What was entered is never erased: an amount below zero takes it back. */
    Entering enter(TerritoryCode territory, Entry entry);
}
