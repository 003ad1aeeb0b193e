package fr.appui.web.reports;

import fr.appui.directory.TerritoryCode;
import fr.appui.indicators.pay.AccountHeading;
import fr.appui.indicators.pay.FinancialStatement.Entry;
import fr.appui.indicators.report.Ledger;
import fr.appui.indicators.report.Reports;
import fr.appui.web.Problem;
import fr.appui.web.signin.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** What the hospital spent or received besides the flat rates, entered from the page or from the API. */
@ApplicationScoped
class ExpenseDesk {

    private final Ledger ledger;
    private final Reports reports;
    private final Visitor visitor;

    ExpenseDesk(Ledger ledger, Reports reports, Visitor visitor) {
        this.ledger = ledger;
        this.reports = reports;
        this.visitor = visitor;
    }

    /** The accounting nomenclature, in printing order. */
    List<AccountHeading> accounts() {
        return ledger.accounts();
    }

    void replaceAccounts(List<AccountHeading> accounts) {
        Set<String> missing =
                ledger.replaceAccounts(accounts, visitor.signedIn().login());
        if (!missing.isEmpty()) {
            throw Problem.badRequest(
                    "",
                    "garder les comptes employés : " + String.join(", ", missing)
                            + " ; numéro et intitulé sont libres");
        }
    }

    /** By date. */
    List<Entry> of(String code, int year) {
        return ledger.entries(known(code), year);
    }

    Entry enter(String code, ExpenseEntry written) {
        TerritoryCode territory = known(code);
        Entry entry = written.read(ledger.accounts());
        ExpenseEntry.requireEntered(ledger.enter(territory, entry));
        return entry;
    }

    TerritoryCode known(String code) {
        return Territories.known(reports, code).code();
    }
}
